// An archive's folder as issues, read as the program reads it.

import { readFile } from 'node:fs/promises';
import { listArchive } from '../../src/archive/folder.js';
import { outlineOf } from '../../src/archive/outline.js';
import { readIssue } from '../../src/archive/read-issue.js';
import { applySettled, settleArchive } from '../../src/archive/settle.js';
import type { Issue, Problem } from '../../src/model.js';

export async function readArchive(folder: string): Promise<Issue[]> {
  return (await readAll(folder)).issues;
}

/** With what is to be told of it. */
export async function readAll(
  folder: string,
): Promise<{ files: number; issues: Issue[]; problems: Problem[] }> {
  const { issues: files } = await listArchive(folder);
  const read = new Map<string, Issue>();
  const outlines = [];
  for (const { file, path } of files) {
    const reading = readIssue({ file, bytes: await readFile(path) });
    if (reading.issue !== null) read.set(file, reading.issue);
    outlines.push(outlineOf(reading));
  }
  const { issues, problems } = await settleArchive(outlines);
  return {
    files: files.length,
    issues: issues.map((issue) => applySettled(read.get(issue.file)!, issue)),
    problems,
  };
}
