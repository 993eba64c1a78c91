// Writes a file whole or not at all: another program may read it, or the power
// may go, at any moment.

import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface WriteOptions {
  /**
   * Waits until the disk has it; the default. Where a torn file is known by its
   * checksum and can be done without, the wait can be spared.
   */
  durable?: boolean;
  /** Where the file's former version is moved to. */
  former?: string;
}

type Parts = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** How the names of files end that are not whole yet; a process that was killed leaves one behind. */
export const UNFINISHED = '.unfinished';

/**
 * Writes what `parts` gives, one after another, beside the file and puts it in
 * the file's place. Its folder is made where it is not there.
 *
 * @throws the file system's error; nothing unfinished is left then
 */
export async function writeWhole(
  path: string,
  parts: Parts,
  { durable = true, former }: WriteOptions = {},
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    await write(unfinished, parts, durable);
    if (former !== undefined) await rename(path, former).catch(unlessMissing);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  if (durable) await syncFolder(folder);
}

async function write(path: string, parts: Parts, durable: boolean): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const part of parts) await file.writeFile(part);
    if (durable) await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is kept only once its folder is. Not every system can do it: on Windows no folder is opened. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    if (!CANNOT_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

const CANNOT_SYNC = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP']);

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
