// An archive's folder as issues, read as the program reads it.

import { readFile } from 'node:fs/promises';
import { listArchive } from '../../src/archive/folder.js';
import { readIssue, type Reading } from '../../src/archive/read-issue.js';
import { settleArchive } from '../../src/archive/settle.js';
import type { Issue } from '../../src/model.js';

export async function readArchive(folder: string): Promise<Issue[]> {
  const { issues } = await listArchive(folder);
  const readings: Reading[] = [];
  for (const { file, path } of issues)
    readings.push(readIssue({ file, bytes: await readFile(path) }));
  return settleArchive(readings).issues;
}
