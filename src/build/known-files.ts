// Files, read when their bytes are not those that were read before.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ArchiveFile } from '../archive/folder.js';
import type { HashedFile, Source } from '../archive/read-issue.js';
import type { Problem } from '../model.js';

/** What is known of each file, as long as its bytes stay the same. */
export type KnownFiles<Value> = Map<string, KnownFile<Value>>;

export interface KnownFile<Value> {
  /** SHA-256 of the bytes, as hex. */
  hash: string;
  value: Value;
}

interface Reading<Value> {
  known: KnownFiles<Value>;
  read: (source: Source & HashedFile) => Promise<Value>;
  /** Those that cannot be read are added. */
  problems: Problem[];
  onDone?: (done: number) => void;
}

/** Enough to keep every thread busy, few enough to hold little in memory. */
const FILES_AT_ONCE = 16;

/** Brings what is known up to these files. Afterwards it is in their order, and knows no others. */
export async function readFiles<Value>(
  files: readonly ArchiveFile[],
  { known, read, problems, onDone }: Reading<Value>,
): Promise<void> {
  const found = new Map<string, KnownFile<Value>>();
  let started = 0;
  let done = 0;
  const readOn = async () => {
    for (let at = started++; at < files.length; at = started++) {
      const { file } = files[at]!;
      const source = await readSource(files[at]!, problems);
      if (source !== null) {
        const { hash } = source;
        const before = known.get(file);
        found.set(file, before?.hash === hash ? before : { hash, value: await read(source) });
      }
      done += 1;
      onDone?.(done);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, readOn));
  known.clear();
  for (const { file } of files) {
    const value = found.get(file);
    if (value !== undefined) known.set(file, value);
  }
}

async function readSource(
  { file, path }: ArchiveFile,
  problems: Problem[],
): Promise<(Source & HashedFile) | null> {
  try {
    const bytes = await readFile(path);
    return { file, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    problems.push({
      file,
      line: null,
      kind: 'unreadable',
      what: `The file cannot be read (${code ?? 'unknown error'}).`,
      how: 'Give yourself the right to read it, or take it away.',
    });
    return null;
  }
}
