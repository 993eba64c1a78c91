// The whole pipeline on one page: list, read, settle, then link and index issue
// by issue. ARCHITECTURE.md tells it in words.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { AnchorMemory } from './archive/anchor-memory.js';
import type { RuleName } from './archive/clean/rules.js';
import { listArchive, type ArchiveFile, type ArchiveFiles } from './archive/folder.js';
import { readConceptFile } from './archive/read-concept.js';
import type { Reading, Source } from './archive/read-issue.js';
import { createReader, type Reader } from './archive/reader.js';
import { settleArchive } from './archive/settle.js';
import { readRejected } from './archive/glossary-folder.js';
import { withAcronyms } from './concepts/acronym-names.js';
import { discoverConcepts, type Discovery } from './concepts/discovery.js';
import { readGlossary } from './concepts/glossary.js';
import { readVocabularyFile } from './concepts/vocabulary-file.js';
import type { KnowledgeBaseWriter } from './knowledge-base/knowledge-base.js';
import type { ConceptFile, FactName, FactSource, Glossary, Issue, Problem } from './model.js';
import type { IssueSlug } from './slug.js';

export interface BuildOptions {
  /** An archive's folder, absolute. */
  dir: string;
  kb: KnowledgeBaseWriter;
  /** Stays open when the build is over. */
  reader: Reader;
  /** Cleaning rules that are left off; the same as the reader's. */
  rulesOff?: readonly RuleName[];
  /** Whether concepts found in the archive join the glossary; they can be proposed either way. */
  discover?: boolean;
  /** Remembers sections' addresses; none by default, so that a renamed heading's is lost. */
  anchors?: AnchorMemory;
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
  /** The language of most issues, such as `en`; null where none is known. */
  language: string | null;
  /** How many issues have each fact, by where it was found. */
  facts: Partial<Record<FactName, Partial<Record<FactSource, number>>>>;
  problems: number;
}

/** Keeps a knowledge base in step with a folder. */
export interface Build {
  /**
   * Brings the knowledge base up to the folder as it stands now: the first time
   * that is the whole archive, later what has changed. Runs follow one another.
   *
   * @throws ArchiveError where the folder cannot be read; the knowledge base stays as it was
   */
  run(): Promise<BuildReport>;
  /** The concepts that were found in the archive, likeliest first. */
  discoveries(): readonly Discovery[];
}

interface GlossaryFiles {
  concepts: { concepts: ConceptFile[]; problems: Problem[] }[];
  vocabularies: { file: string; text: string }[];
}

/** What is known of a file, as long as its bytes stay the same. */
type Known<Value> = Map<string, { hash: string; value: Value }>;

/** Enough to keep every thread busy, few enough to hold little in memory. */
const FILES_AT_ONCE = 16;

/**
 * What cannot be read becomes a problem in the knowledge base, and the rest goes
 * on. The event loop gets a turn after every file and every issue.
 */
export function createBuild({
  dir,
  kb,
  reader,
  rulesOff = [],
  discover = true,
  anchors,
  onProgress = ignore,
}: BuildOptions): Build {
  const readings: Known<Reading> = new Map();
  const conceptFiles: Known<ReturnType<typeof readConcept>> = new Map();
  const vocabularies: Known<{ file: string; text: string }> = new Map();
  let glossary: Glossary | undefined;
  let discoveries: readonly Discovery[] = [];
  const indexed = new Map<IssueSlug, Issue>();
  let last: Promise<unknown> = Promise.resolve();

  async function run(): Promise<BuildReport> {
    const files = await listArchive(dir);
    const problems = emptyArchive(files);
    const read = {
      concepts: await readFiles(files.concepts, conceptFiles, problems, readConcept, ignore),
      vocabularies: await readFiles(files.vocabularies, vocabularies, problems, asText, ignore),
      issues: await readFiles(
        files.issues,
        readings,
        problems,
        (source) => reader.read(source),
        (done) => onProgress({ stage: 'reading', done, total: files.issues.length }),
      ),
    };
    const settled = settleArchive(read.issues, rulesOff);
    problems.push(...settled.problems);
    const issues = (await anchors?.keep(settled.issues)) ?? settled.issues;
    await link(read, issues, problems);
    await index(issues);
    await kb.replaceProblems(problems.sort(byPlace));
    return {
      files: files.issues.length,
      publication: mostCommon(settled.issues.flatMap(({ publication }) => publication ?? [])),
      language: mostCommon(settled.issues.flatMap(({ language }) => language?.split('-')[0] ?? [])),
      facts: countFacts(settled.issues),
      problems: problems.length,
    };
  }

  /** Concepts are looked for once: a letter more does not change what an archive is about. */
  async function link(
    read: GlossaryFiles,
    issues: readonly Issue[],
    problems: Problem[],
  ): Promise<void> {
    const language = mostCommon(issues.flatMap((issue) => issue.language ?? [])) ?? 'en';
    const files = [
      ...read.concepts,
      ...read.vocabularies.map((file) => readVocabularyFile(file, language.split('-')[0]!)),
    ];
    const found = readGlossary(files.flatMap((file) => file.concepts));
    problems.push(...files.flatMap((file) => file.problems), ...found.problems);
    if (isDeepStrictEqual(found.glossary, glossary)) return;
    glossary = found.glossary;
    const known = glossary.concepts;
    discoveries = discoverConcepts(issues, { known, rejected: await readRejected(dir) });
    const discovered = discover ? discoveries.map(({ concept }) => concept) : [];
    const texts = issues.flatMap(({ sections }) => sections.map(({ text }) => text));
    await kb.replaceGlossary({ concepts: withAcronyms([...known, ...discovered], texts) });
  }

  /** Issues that came or changed are taken in before those that went are taken out: a renamed one is never away. */
  async function index(issues: readonly Issue[]): Promise<void> {
    let done = 0;
    for (const issue of issues) {
      if (!isDeepStrictEqual(indexed.get(issue.slug), issue)) {
        await kb.replaceIssue(issue);
        indexed.set(issue.slug, issue);
      }
      done += 1;
      onProgress({ stage: 'indexing', done, total: issues.length });
      await nextTurn();
    }
    const there = new Set(issues.map(({ slug }) => slug));
    for (const slug of [...indexed.keys()].filter((slug) => !there.has(slug))) {
      await kb.removeIssue(slug);
      indexed.delete(slug);
    }
  }

  return {
    run() {
      const next = last.then(run, run);
      last = next.catch(ignore);
      return next;
    },
    discoveries: () => discoveries,
  };
}

/** Reads an archive into a knowledge base once, keeping nothing for a next time. */
export async function buildArchive(dir: string, kb: KnowledgeBaseWriter): Promise<BuildReport> {
  const reader = createReader();
  try {
    return await createBuild({ dir, kb, reader }).run();
  } finally {
    await reader.close();
  }
}

/** In the order of the files. A file whose bytes are known is not read again. */
async function readFiles<Value>(
  files: readonly ArchiveFile[],
  known: Known<Value>,
  problems: Problem[],
  read: (source: Source) => Value | Promise<Value>,
  onDone: (done: number) => void,
): Promise<Value[]> {
  let started = 0;
  let done = 0;
  const readOn = async () => {
    for (let at = started++; at < files.length; at = started++) {
      const { file } = files[at]!;
      const source = await readSource(files[at]!, problems);
      if (source === null) {
        known.delete(file);
      } else {
        const hash = createHash('sha256').update(source.bytes).digest('hex');
        if (known.get(file)?.hash !== hash) known.set(file, { hash, value: await read(source) });
      }
      done += 1;
      onDone(done);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, readOn));
  const there = new Set(files.map(({ file }) => file));
  for (const file of [...known.keys()]) if (!there.has(file)) known.delete(file);
  return files.flatMap(({ file }) => known.get(file)?.value ?? []);
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

function readConcept(source: Source): { concepts: ConceptFile[]; problems: Problem[] } {
  const { concept, problems } = readConceptFile(source);
  return { concepts: concept === null ? [] : [concept], problems };
}

function asText({ file, bytes }: Source): { file: string; text: string } {
  return { file, text: new TextDecoder().decode(bytes) };
}

function emptyArchive({ emptiness }: ArchiveFiles): Problem[] {
  if (emptiness === null) return [];
  const how = "Put the newsletter's issues there as .md files.";
  return [{ file: '.', line: null, kind: 'empty-archive', what: emptiness, how }];
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

function ignore(): void {
  // Nobody asked.
}
