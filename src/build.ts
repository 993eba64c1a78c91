// The whole pipeline on one page: list, read, settle, then link and index issue
// by issue. ARCHITECTURE.md tells it in words.

import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RuleName } from './archive/clean/rules.js';
import { listArchive, type ArchiveFile } from './archive/folder.js';
import { readConceptFile } from './archive/read-concept.js';
import type { Reading, Source } from './archive/read-issue.js';
import { createReader } from './archive/reader.js';
import { settleArchive } from './archive/settle.js';
import { readGlossary } from './concepts/glossary.js';
import type { KnowledgeBaseWriter } from './knowledge-base/knowledge-base.js';
import type { ConceptFile, FactName, FactSource, Glossary, Issue, Problem } from './model.js';

export interface BuildOptions {
  /** Cleaning rules to leave off, by name. */
  keep?: readonly RuleName[];
  /** Where readings are kept for the next build; null, the default, keeps none. */
  cacheDir?: string | null;
  /** Called with one line that the user should see. */
  onNotice?: (line: string) => void;
  /** Called after each file read and each issue indexed. */
  onProgress?: (step: BuildStep) => void;
}

/** `done` of `total` files or issues of a stage. */
export interface BuildStep {
  stage: 'reading' | 'indexing';
  done: number;
  total: number;
}

export interface BuildReport {
  /** Files that hold issues; those of the glossary are not counted. */
  files: number;
  /** The publication of most issues; null where none is known. */
  publication: string | null;
  /** How many issues have each fact, by where it was found. */
  facts: Partial<Record<FactName, Partial<Record<FactSource, number>>>>;
  problems: number;
}

/** Enough to keep every thread busy, few enough to hold little in memory. */
const FILES_AT_ONCE = 16;

/**
 * Reads an archive into a knowledge base. What cannot be read becomes a problem
 * there, and the rest goes on. The event loop gets a turn after every file.
 *
 * @param dir absolute
 * @throws ArchiveError where `dir` is no folder that can be read
 */
export async function buildArchive(
  dir: string,
  kb: KnowledgeBaseWriter,
  options: BuildOptions = {},
): Promise<BuildReport> {
  const { onProgress = () => undefined } = options;
  const files = await listArchive(dir);
  const problems: Problem[] = [];
  if (files.emptiness !== null) {
    const how = 'Put Markdown files (.md) in it.';
    problems.push({ file: '.', line: null, kind: 'empty-archive', what: files.emptiness, how });
  }

  const glossary = await buildGlossary(files.concepts, problems);
  const readings = await readIssues(files.issues, options, problems);
  const settled = settleArchive(readings);
  problems.push(...settled.problems);

  await kb.replaceGlossary(glossary);
  let done = 0;
  for (const issue of settled.issues) {
    await kb.replaceIssue(issue);
    done += 1;
    onProgress({ stage: 'indexing', done, total: settled.issues.length });
    await nextTurn();
  }
  await kb.replaceProblems(problems.sort(byPlace));
  return {
    files: files.issues.length,
    publication: mostCommon(settled.issues.flatMap(({ publication }) => publication ?? [])),
    facts: countFacts(settled.issues),
    problems: problems.length,
  };
}

/** In the order of the files. */
async function readIssues(
  files: readonly ArchiveFile[],
  { keep = [], cacheDir = null, onNotice, onProgress }: BuildOptions,
  problems: Problem[],
): Promise<Reading[]> {
  const reader = createReader({
    rulesOff: keep,
    cacheDir,
    onCacheFailure: onNotice ?? (() => undefined),
  });
  const readings: (Reading | null)[] = files.map(() => null);
  let started = 0;
  let done = 0;
  const readOn = async () => {
    for (let at = started++; at < files.length; at = started++) {
      const source = await readSource(files[at]!, problems);
      if (source !== null) readings[at] = await reader.read(source);
      done += 1;
      onProgress?.({ stage: 'reading', done, total: files.length });
    }
  };
  try {
    await Promise.all(Array.from({ length: FILES_AT_ONCE }, readOn));
  } finally {
    await reader.close();
  }
  return readings.filter((reading) => reading !== null);
}

async function buildGlossary(files: ArchiveFile[], problems: Problem[]): Promise<Glossary> {
  const concepts: ConceptFile[] = [];
  for (const file of files) {
    const source = await readSource(file, problems);
    if (source === null) continue;
    const read = readConceptFile(source);
    problems.push(...read.problems);
    if (read.concept !== null) concepts.push(read.concept);
  }
  const { glossary, problems: found } = readGlossary(concepts);
  problems.push(...found);
  return glossary;
}

async function readSource(
  { file, path }: ArchiveFile,
  problems: Problem[],
): Promise<Source | null> {
  try {
    return { file, bytes: await readFile(path) };
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

function countFacts(issues: readonly Issue[]): BuildReport['facts'] {
  const facts: BuildReport['facts'] = {};
  for (const { sources } of issues) {
    for (const [name, source] of Object.entries(sources) as [FactName, FactSource][]) {
      const counts = (facts[name] ??= {});
      counts[source] = (counts[source] ?? 0) + 1;
    }
  }
  return facts;
}

function mostCommon(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
