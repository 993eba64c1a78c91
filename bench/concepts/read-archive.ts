// An archive's folder as issues, read as the program reads it.

import { readFile } from 'node:fs/promises';
import { listArchive } from '../../src/archive/folder.js';
import { outlineOf } from '../../src/archive/outline.js';
import { readFrontMatter } from '../../src/archive/front-matter.js';
import { readIssue } from '../../src/archive/read-issue.js';
import { applySettled, settleArchive } from '../../src/archive/settle.js';
import type { Issue, Problem } from '../../src/model.js';
import type { IssueSlug } from '../../src/slug.js';
import { withDetector } from '../../src/text/language.js';

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
    const bytes = await readFile(path);
    const reading = await withDetector(() => readIssue({ file, bytes }));
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

/** By tag, the issues whose front matter has it. */
export async function readTags(
  folder: string,
  issues: readonly Issue[],
): Promise<Map<string, Set<IssueSlug>>> {
  const paths = new Map((await listArchive(folder)).issues.map(({ file, path }) => [file, path]));
  const tags = new Map<string, Set<IssueSlug>>();
  for (const { file, slug } of issues) {
    const { data } = readFrontMatter(file, await readFile(paths.get(file)!, 'utf8'));
    for (const tag of Array.isArray(data.tags) ? data.tags.map(String) : [])
      tags.set(tag, (tags.get(tag) ?? new Set()).add(slug));
  }
  return tags;
}
