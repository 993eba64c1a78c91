// Files, read when their bytes are not those that were read before. Most are not
// even opened: the file system says that they are as they were.

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { ArchiveFile } from '../archive/folder.js';
import type { HashedFile, Source } from '../archive/read-issue.js';
import type { Problem } from '../model.js';
import type { Patience } from './patience.js';

/** What is known of each file, as long as its bytes stay the same. */
export type KnownFiles<Value> = Map<string, KnownFile<Value>>;

export interface KnownFile<Value> {
  /** SHA-256 of the bytes, as hex. */
  hash: string;
  /** By what the file system said before it was read; see `markOf`. */
  mark: string | null;
  value: Value;
}

interface Reading<Value> {
  known: KnownFiles<Value>;
  read: (source: Source & HashedFile) => Promise<Value>;
  /** Those that cannot be read are added. */
  problems: Problem[];
  /** None takes files as they are. */
  patience?: Patience | undefined;
  onDone?: (done: number) => void;
}

/** Enough to keep every thread busy, few enough to hold little in memory. */
const FILES_AT_ONCE = 16;
/** Asking holds nothing in memory, and every wait may be long on a busy thread. */
const MARKS_AT_ONCE = 256;
/** A change soon after another may leave a file's times as they are; the coarsest clock ticks so often. */
const TICK_MS = 2_000;

/**
 * Brings what is known up to these files. Afterwards it is in the order of their
 * names, and knows no others, save those that may be on their way back.
 *
 * @returns whether anything is known otherwise now
 */
export async function readFiles<Value>(
  files: readonly ArchiveFile[],
  { known, read, problems, patience, onDone }: Reading<Value>,
): Promise<boolean> {
  const found = new Map<string, KnownFile<Value>>();
  const marks = await marksOf(files);
  const readOne = async ({ file, path }: ArchiveFile, mark: string | null) => {
    const before = known.get(file);
    if (before !== undefined && mark !== null && before.mark === mark) {
      patience?.isThere(file);
      found.set(file, before);
      return;
    }
    const source = await readSource({ file, path });
    if ('code' in source) {
      if (before !== undefined && patience?.mayComeBack(file)) found.set(file, before);
      // One that went while the folder was listed is no problem.
      else if (source.code !== 'ENOENT') problems.push(unreadable(file, source.code));
      return;
    }
    patience?.isThere(file);
    const isSame = before?.hash === source.hash;
    if (isSame) found.set(file, { ...before, mark });
    else if (patience !== undefined && (await isWritten(path, patience))) {
      if (before !== undefined) found.set(file, before);
    } else {
      found.set(file, { hash: source.hash, mark, value: await read(source) });
    }
  };
  let started = 0;
  let done = 0;
  const readOn = async () => {
    for (let at = started++; at < files.length; at = started++) {
      await readOne(files[at]!, marks[at]!);
      done += 1;
      onDone?.(done);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, readOn));
  if (patience !== undefined) keepThoseThatMayComeBack(files, known, found, patience);
  const isSame =
    found.size === known.size &&
    [...found].every(([file, { value }]) => known.get(file)?.value === value);
  known.clear();
  for (const file of [...found.keys()].sort()) known.set(file, found.get(file)!);
  return !isSame;
}

async function marksOf(files: readonly ArchiveFile[]): Promise<(string | null)[]> {
  const marks: (string | null)[] = [];
  for (let at = 0; at < files.length; at += MARKS_AT_ONCE)
    marks.push(...(await Promise.all(files.slice(at, at + MARKS_AT_ONCE).map(markOf))));
  return marks;
}

/**
 * Two equal marks of a file are of the same bytes. Null where the file cannot be
 * asked for, and where it was changed so lately that another change might not show.
 */
async function markOf({ path }: ArchiveFile): Promise<string | null> {
  try {
    const { size, ino, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = await stat(path, { bigint: true });
    const changed = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
    return Date.now() - changed < TICK_MS ? null : [size, ino, mtimeNs, ctimeNs].join(' ');
  } catch {
    return null;
  }
}

async function isWritten(path: string, patience: Patience): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return patience.isWritten(mtimeMs);
}

function keepThoseThatMayComeBack<Value>(
  files: readonly ArchiveFile[],
  known: KnownFiles<Value>,
  found: Map<string, KnownFile<Value>>,
  patience: Patience,
): void {
  const listed = new Set(files.map(({ file }) => file));
  const came = new Set([...found].flatMap(([file, { hash }]) => (known.has(file) ? [] : hash)));
  for (const [file, before] of known) {
    if (listed.has(file)) continue;
    // Of a file that was renamed the new name is there already.
    if (!came.has(before.hash) && patience.mayComeBack(file)) found.set(file, before);
  }
}

async function readSource({
  file,
  path,
}: ArchiveFile): Promise<(Source & HashedFile) | { code: string }> {
  try {
    const bytes = await readFile(path);
    return { file, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? 'unknown error' };
  }
}

function unreadable(file: string, code: string): Problem {
  return {
    file,
    line: null,
    kind: 'unreadable',
    what: `The file cannot be read (${code}).`,
    how: 'Give yourself the right to read it, or take it away.',
  };
}
