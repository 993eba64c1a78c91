// Archives that may be written to: copies in temporary folders.

import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { listArchive, type ArchiveFile } from '../../src/archive/folder.js';
import { createReader } from '../../src/archive/reader.js';

export async function copyArchive(folder: string): Promise<string> {
  const dir = await newFolder();
  await cp(folder, dir, { recursive: true });
  return dir;
}

/**
 * One archive of all the folders' issues, and of copies of them under names of their own, up to
 * the issue with which there are so many sections.
 */
export async function multiplyArchive(folders: readonly string[], wanted: number): Promise<string> {
  const issues = await countedIssues(folders);
  const dir = await newFolder();
  for (let copy = 1, sections = 0; sections < wanted; copy += 1) {
    for (const { folder, file, path, count } of issues) {
      const name = `${basename(file, extname(file))}-copy-${copy}${extname(file)}`;
      const to = join(dir, 'issues', basename(folder), dirname(file), name);
      await mkdir(dirname(to), { recursive: true });
      await cp(path, to);
      sections += count;
      if (sections >= wanted) break;
    }
  }
  return dir;
}

/** The folders' issues, and how many sections each has. */
async function countedIssues(
  folders: readonly string[],
): Promise<(ArchiveFile & { folder: string; count: number })[]> {
  const reader = createReader();
  const listed = await Promise.all(
    folders.map(async (folder) =>
      (await listArchive(folder)).issues.map((issue) => ({ ...issue, folder })),
    ),
  );
  const counted = listed.flat().map(async (issue) => {
    const bytes = await readFile(issue.path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const outline = await reader.read({ file: issue.file, bytes, hash });
    return { ...issue, count: outline.issue?.sections.length ?? 0 };
  });
  try {
    return await Promise.all(counted);
  } finally {
    await reader.close();
  }
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'backmatter-start-'));
}
