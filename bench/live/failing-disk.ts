// How to start the program with a disk that fails when it is told to.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerOptions } from './server.js';

export interface Fault {
  /** `open`, `mkdir`, `write`, `sync`, `rename`, `link`, or `any` of them. */
  operation: string;
  /** A code such as `ENOSPC`; `short`, `torn` or `kill`. */
  error: string;
  /** So many of them go well before; 0 by default. */
  after?: number;
}

export interface FailingDisk {
  options: Required<Pick<ServerOptions, 'nodeArgs' | 'environment'>>;
  /** From now on; null for a disk that is well. */
  plan: (fault: Fault | null) => Promise<void>;
}

/**
 * @param within a folder for the plan
 * @param folder whose files fail
 */
export async function withFailingDisk(within: string, folder: string): Promise<FailingDisk> {
  const path = join(within, 'plan.json');
  const plan = async (fault: Fault | null) =>
    writeFile(path, fault === null ? '' : JSON.stringify(fault));
  await plan(null);
  return {
    options: {
      nodeArgs: ['--import', new URL('./failing-disk.mjs', import.meta.url).href],
      environment: { FAILING_FOLDER: folder, FAILING_PLAN: path },
    },
    plan,
  };
}
