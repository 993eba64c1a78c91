// Disks that are full, broken or forbidden: serving goes on, somebody is told in
// one line, and when the disk is well again, so is everything, without a restart.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createReader, type Reader } from '../../src/archive/reader.js';
import { urls } from '../../src/urls.js';
import { withFailingDisk, type Fault } from './failing-disk.js';
import { copySmallArchive } from './random-edits.js';
import { startServer, type RunningServer, type ServerOptions } from './server.js';
import { difference, wholeOf, wholeOfCleanBuild } from './whole.js';

export const faults: readonly Fault[] = [
  ...['open', 'mkdir', 'write', 'sync', 'rename', 'link'].flatMap((operation) =>
    ['ENOSPC', 'EIO', 'EACCES'].map((error) => ({ operation, error })),
  ),
  { operation: 'write', error: 'short' },
  { operation: 'write', error: 'torn' },
];

/** Long after a last edit, on a busy machine too. */
const AT_REST_MS = 60_000;

interface Result {
  rows: Record<string, { lines: number; told: string; well: boolean }>;
  failures: string[];
}

/**
 * @param within an empty folder
 * @param real whether what the system itself can do to us is tried too
 */
export async function tryFaults(
  within: string,
  tried: readonly Fault[] = faults,
  {
    real = true,
    onStep = () => undefined,
  }: { real?: boolean; onStep?: (line: string) => void } = {},
): Promise<Result> {
  const result: Result = { rows: {}, failures: [] };
  const clean = createReader();
  const note = (name: string, told: string[], complaints: string[]) => {
    result.rows[name] = { lines: told.length, told: told[0] ?? '', well: complaints.length === 0 };
    result.failures.push(...complaints.map((complaint) => `${name}: ${complaint}`));
    onStep(`${name}: ${complaints.length === 0 ? 'well' : complaints.join(' ')}`);
  };
  try {
    for (const fault of tried) {
      const { told, complaints } = await tryFault(within, fault, clean);
      note(`${fault.error} at ${fault.operation}`, told, complaints);
    }
    for (const [name, { options, mend }] of real ? Object.entries(realFaults(within)) : []) {
      const { told, complaints } = await tryIn(within, options, async () => undefined, mend, clean);
      note(name, told, complaints);
    }
  } finally {
    await clean.close();
  }
  return result;
}

async function tryFault(within: string, fault: Fault, clean: Reader): Promise<Tried> {
  const disk = await withFailingDisk(within, join(within, 'archive/.backmatter'));
  const begin = () => disk.plan(fault);
  return tryIn(within, disk.options, begin, () => disk.plan(null), clean);
}

interface Tried {
  /** What the program said of it. */
  told: string[];
  complaints: string[];
}

/** A program that starts on a failing disk, takes in an edit there, and lives to see it mended. */
async function tryIn(
  within: string,
  options: ServerOptions,
  begin: () => Promise<unknown>,
  mend: (() => Promise<unknown>) | null,
  clean: Reader,
): Promise<Tried> {
  const dir = join(within, 'archive');
  await mkdir(dir, { recursive: true });
  await copySmallArchive(dir);
  await begin();
  const server = startServer(dir, options);
  const complaints: string[] = [];
  const differs = async (address: string) =>
    difference(await wholeOf(address), await wholeOfCleanBuild(dir, clean));
  const expectWhole = async (when: string, address: string) => {
    const found = await differs(address);
    if (found !== undefined) complaints.push(`${when} it serves something else: ${found}`);
  };
  try {
    const address = await server.ready;
    await expectWhole('At the start', address);
    if (!(await takesIn(dir, address, 'quokkas'))) complaints.push('An edit was not taken in.');
    const told = linesOf(server);
    if (mend !== null) {
      await mend();
      if (!(await takesIn(dir, address, 'wombats')))
        complaints.push('A later edit was not taken in.');
      if (!(await comes(() => existsSync(join(dir, '.backmatter/snapshot')), 15_000)))
        complaints.push('Nothing was kept once it could be.');
      // Concepts are looked for again some seconds after the last edit.
      if (!(await comes(async () => (await differs(address)) === undefined, AT_REST_MS)))
        complaints.push('At rest it serves something else than a clean build.');
      await server.end();
      const again = startServer(dir);
      await expectWhole('After a restart', await again.ready).finally(() => again.end());
    }
    if (linesOf(server).some((line) => /^\s+at /.test(line)))
      complaints.push('It printed a stack.');
    if (new Set(told).size < told.length) complaints.push(`It said the same twice: ${told[0]}`);
    return { told, complaints };
  } catch (error) {
    return { told: linesOf(server), complaints: [...complaints, String(error)] };
  } finally {
    await server.end('SIGKILL');
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Those that this system can give us without a program's help. */
function realFaults(
  within: string,
): Record<string, { options: ServerOptions; mend: (() => Promise<unknown>) | null }> {
  const state = join(within, 'archive/.backmatter');
  const real: ReturnType<typeof realFaults> = {
    'a file size limit of 8 KB': {
      options: { under: ['bash', '-c', 'ulimit -f 8; exec "$@"', 'bash'] },
      mend: null,
    },
    'a file where the folder should be': {
      options: { args: ['--cache', join(within, 'plan.json')] },
      mend: null,
    },
  };
  const mount = `mkdir -p ${state}; mount -t tmpfs -o size=64k tmpfs ${state}; exec "$@"`;
  try {
    execFileSync('unshare', ['-rm', 'true']);
    real['a full file system'] = {
      options: { under: ['unshare', '-rm', 'bash', '-c', mount, 'bash'] },
      mend: null,
    };
  } catch {
    // Not every system lets its users mount.
  }
  return real;
}

async function takesIn(dir: string, address: string, word: string): Promise<boolean> {
  await writeFile(join(dir, `issues/about-${word}.md`), `# About ${word}\n\nOn ${word} alone.\n`);
  return comes(async () => {
    const answer = await fetch(address + urls.apiSearch({ q: `"${word}"` }));
    return ((await answer.json()) as { total: number }).total > 0;
  }, 5_000);
}

async function comes(is: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    if (await is()) return true;
    await wait(50);
  }
  return false;
}

/** What it printed besides where to read and how far it is. */
function linesOf(server: RunningServer): string[] {
  return server
    .printed()
    .split('\n')
    .filter(
      (line) =>
        line !== '' &&
        !/^Read it at|^\S.*: \d+ issues|to mend|: (?:reading|looking for concepts|indexing) \d+ of/.test(
          line,
        ),
    );
}
