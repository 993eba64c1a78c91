// Archives that may be written to: copies in temporary folders.

import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { listArchive } from '../../src/archive/folder.js';
import type { Outline } from '../../src/archive/outline.js';
import { createReader } from '../../src/archive/reader.js';
import { settleArchive } from '../../src/archive/settle.js';

export async function copyArchive(folder: string): Promise<string> {
  const dir = await newFolder();
  await cp(folder, dir, { recursive: true });
  return dir;
}

/**
 * One archive of all the folders' issues, and of copies of them under names of their own: as many
 * as give so many sections, without those that go because other issues have them too.
 */
export async function multiplyArchive(folders: readonly string[], wanted: number): Promise<string> {
  const issues = await outlinedIssues(folders);
  const copies: OutlinedFile[] = [];
  for (let copy = 1; (await countSections(copies)) < wanted; copy += 1)
    copies.push(...issues.map((issue) => copyOf(issue, copy)));
  let few = copies.length - issues.length;
  let enough = copies.length;
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    if ((await countSections(copies.slice(0, middle))) < wanted) few = middle;
    else enough = middle;
  }
  const dir = await newFolder();
  for (const { path, outline } of copies.slice(0, enough)) {
    const to = join(dir, 'issues', outline.file);
    await mkdir(dirname(to), { recursive: true });
    await cp(path, to);
  }
  return dir;
}

/** What is known of a file, and where its bytes are. */
interface OutlinedFile {
  path: string;
  outline: Outline;
}

async function outlinedIssues(folders: readonly string[]): Promise<OutlinedFile[]> {
  const reader = createReader();
  const outlined = async (folder: string) => {
    const { issues } = await listArchive(folder);
    return issues.map(async ({ file, path }) => {
      const bytes = await readFile(path);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const source = { file: join(basename(folder), file), bytes, hash };
      return { path, outline: await reader.read(source) };
    });
  };
  try {
    return await Promise.all((await Promise.all(folders.map(outlined))).flat());
  } finally {
    await reader.close();
  }
}

function copyOf({ path, outline }: OutlinedFile, copy: number): OutlinedFile {
  const end = extname(outline.file);
  const file = `${outline.file.slice(0, -end.length)}-copy-${copy}${end}`;
  const issue = outline.issue && { ...outline.issue, file };
  return { path, outline: { ...outline, file, issue } };
}

async function countSections(files: readonly OutlinedFile[]): Promise<number> {
  const { issues } = await settleArchive(files.map(({ outline }) => outline));
  return issues.reduce((sum, { sections }) => sum + sections.length, 0);
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'backmatter-start-'));
}
