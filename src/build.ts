// The whole pipeline on one page: list, read, settle, then link and index issue
// by issue. ARCHITECTURE.md tells it in words.

import { createHash } from 'node:crypto';
import type { AnchorMemory } from './archive/anchor-memory.js';
import type { RuleName } from './archive/clean/rules.js';
import { listArchive, type ArchiveFiles } from './archive/folder.js';
import { readRejected } from './archive/glossary-folder.js';
import type { Outline } from './archive/outline.js';
import { issueIn, type PackedReading } from './archive/packed-reading.js';
import { createReader, type Reader } from './archive/reader.js';
import { applySettled, settleArchive, type SettledIssue } from './archive/settle.js';
import { loadAhead } from './build/ahead.js';
import { readCurated } from './build/curated.js';
import { discoverHere, type Discoverer, type Found, type PackedIssue } from './build/discover.js';
import { readFiles } from './build/known-files.js';
import { nothingKnown, restoreKnown, saveKnown, type Known } from './build/known.js';
import type { Patience } from './build/patience.js';
import { languageOf, makeReport, type BuildReport } from './build/report.js';
import { evenly } from './build/sample.js';
import { withoutKnown } from './build/without-known.js';
import { withAcronyms } from './concepts/acronyms/acronym-names.js';
import type { Discovery } from './concepts/discovery/discovery.js';
import type { KnowledgeBaseWriter, SavedBetweenRuns } from './knowledge-base/knowledge-base.js';
import type { Problem } from './model.js';
import type { IssueSlug } from './slug.js';
import type { Part, Snapshot } from './state/snapshot.js';
import { inTurns, takeTurns } from './turns.js';

export type { BuildReport } from './build/report.js';

export interface BuildOptions {
  /** An archive's folder, absolute. */
  dir: string;
  /** Empty, and written to by nobody else. */
  kb: KnowledgeBaseWriter & SavedBetweenRuns;
  /** Stays open when the build is over. */
  reader: Reader;
  /** Cleaning rules that are left off; the same as the reader's. */
  rulesOff?: readonly RuleName[];
  /** Whether concepts found in the archive join the glossary; they can be proposed either way. */
  discover?: boolean;
  /** Looks for concepts; in this thread by default. */
  discoverer?: Discoverer;
  /** Remembers sections' addresses; none by default, so that a renamed heading's is lost. */
  anchors?: AnchorMemory;
  /** Where a former run's knowledge base may lie, to be taken up instead of built anew. */
  snapshot?: Snapshot;
  /** For a folder in which somebody may be writing; by default files are taken as they are. */
  patience?: Patience;
  /** Called after each file read and each issue indexed. */
  onProgress?: (step: BuildStep) => void;
}

/** `done` of `total` files or issues of a stage. */
export interface BuildStep {
  stage: 'reading' | 'looking for concepts' | 'indexing';
  done: number;
  total: number;
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
  /**
   * Looks for concepts again where the archive is another than that in which they
   * were found. The first run does so of itself; later ones keep what was found,
   * because it takes seconds, and nobody wants to see concepts come and go with
   * every save.
   */
  rediscover(): Promise<void>;
  /** Whether something is known that the next start would not know. */
  needsSaving(): boolean;
  /** Keeps what is known for the next start. @throws the file system's error */
  save(): Promise<void>;
  /** Grows with whatever pages may show otherwise now. */
  version(): number;
  /** The concepts that were found in the archive, likeliest first. */
  discoveries(): readonly Discovery[];
}

/** Each is a file; some are large. */
const LOADED_AHEAD = 8;

/**
 * What cannot be read becomes a problem in the knowledge base, and the rest goes
 * on. Others get the thread after every file and every issue.
 */
export function createBuild({
  dir,
  kb,
  reader,
  rulesOff = [],
  discover = true,
  discoverer = discoverHere,
  anchors,
  snapshot,
  patience,
  onProgress = ignore,
}: BuildOptions): Build {
  let known = nothingKnown();
  let discoveries: readonly Discovery[] = [];
  /** What the knowledge base's glossary was last made of. */
  let linkedBy: readonly unknown[] = [];
  let last: Promise<unknown> = snapshot?.load(restore) ?? Promise.resolve();
  let looking: Promise<unknown> = Promise.resolve();
  let version = 0;
  let savedVersion = -1;

  async function run(): Promise<BuildReport> {
    patience?.begin();
    const files = await listArchive(dir);
    const problems = emptyArchive(files);
    await read(files, problems);
    await settle();
    problems.push(...known.settled.problems);
    await curate();
    problems.push(...known.curated.problems);
    known.found ??= await look(await keyOfArchive());
    if (known.found !== null) {
      await link(known.found);
      if (await index()) {
        problems.sort(byPlace);
        await tell(problems);
        return makeReport(files.issues.length, known.settled.issues, problems.length);
      }
    }
    // The reader loses a file's reading once at most, so that this comes to an end.
    return run();
  }

  async function read(files: ArchiveFiles, problems: Problem[]): Promise<void> {
    const total = files.issues.length;
    const before = new Set(known.issues.keys());
    const areOtherConcepts = await readFiles(files.concepts, {
      known: known.concepts,
      read: (source) => reader.readConcept(source),
      problems,
      patience,
    });
    if (areOtherConcepts) known.isCurated = false;
    const areOtherVocabularies = await readFiles(files.vocabularies, {
      known: known.vocabularies,
      read: async ({ file, bytes }) => ({ file, text: new TextDecoder().decode(bytes) }),
      problems,
      patience,
    });
    if (areOtherVocabularies) known.isCurated = false;
    const areOtherIssues = await readFiles(files.issues, {
      known: known.issues,
      read: (source) => reader.read(source),
      problems,
      patience,
      onDone: (done) => onProgress({ stage: 'reading', done, total }),
    });
    if (areOtherIssues) known.isSettled = false;
    for (const file of before) if (!known.issues.has(file)) reader.forget(file);
  }

  /** Most looks at a folder find the issues as they were. */
  async function settle(): Promise<void> {
    if (known.isSettled) return;
    known.isSettled = true;
    // Others may find meanwhile that a reading is lost.
    const files = new Map(known.issues);
    const outlines = [...files.values()].map(({ value }) => value);
    const { issues, problems } = await settleArchive(outlines, rulesOff);
    known.settled = { issues, keys: await keysOf(issues, files), problems };
  }

  async function curate(): Promise<void> {
    const language = languageOf(known.settled.issues) ?? 'en';
    if (known.isCurated && language === known.curated.language) return;
    const files = [...known.concepts.values()].map(({ value }) => value);
    const vocabularies = [...known.vocabularies.values()].map(({ value }) => value);
    const curated = await readCurated({ files, vocabularies, language });
    known.curated = { ...curated, language, key: hashOf(curated.concepts) };
    known.isCurated = true;
  }

  async function link(found: Found): Promise<void> {
    const { concepts: curated } = known.curated;
    const rejected = await readRejected(dir);
    const by = [found, curated, rejected.join('\n')];
    if (by.every((one, at) => one === linkedBy[at])) return;
    discoveries = await inTurns(withoutKnown(found.discoveries, curated, rejected), 'writers');
    const discovered = discover ? discoveries.map(({ concept }) => concept) : [];
    const concepts = await inTurns(
      withAcronyms([...curated, ...discovered], found.acronyms),
      'writers',
    );
    const key = hashOf([concepts, found.links]);
    if (key !== known.glossary) {
      version += 1;
      await kb.replaceGlossary({ concepts }, found.links);
      known.glossary = key;
    }
    linkedBy = by;
  }

  /**
   * Issues that came or changed are taken in before those that went are taken out: a renamed one is never away.
   *
   * @returns false where readings were lost, so that their files have to be read again
   */
  async function index(): Promise<boolean> {
    const turn = takeTurns('writers');
    const { issues, keys } = known.settled;
    const others = issues.filter(({ slug }) => known.taken.get(slug) !== keys.get(slug));
    let complete = true;
    let done = issues.length - others.length;
    for await (const [issue, packed] of loadAhead(others, packedOf, LOADED_AHEAD)) {
      version += 1;
      if (packed !== undefined) await takeIn(issue, packed);
      else if (forget(issue)) complete = false;
      done += 1;
      onProgress({ stage: 'indexing', done, total: issues.length });
      await turn();
    }
    const there = new Set(issues.map(({ slug }) => slug));
    for (const slug of [...known.taken.keys()].filter((slug) => !there.has(slug))) {
      version += 1;
      await kb.removeIssue(slug);
      known.taken.delete(slug);
    }
    return complete;
  }

  async function takeIn(issue: SettledIssue, packed: PackedReading): Promise<void> {
    const whole = applySettled(issueIn(packed)!, issue);
    await kb.replaceIssue((await anchors?.keep(whole)) ?? whole);
    known.taken.set(issue.slug, known.settled.keys.get(issue.slug)!);
  }

  async function packedOf({ file }: SettledIssue): Promise<PackedReading | undefined> {
    // Concepts are looked for while files come and go.
    const hash = known.issues.get(file)?.hash;
    return hash === undefined ? undefined : reader.packed({ file, hash });
  }

  /** A file whose reading is lost is read again. @returns whether it was known */
  function forget({ file }: SettledIssue): boolean {
    known.isSettled = false;
    return known.issues.delete(file);
  }

  async function tell(problems: Problem[]): Promise<void> {
    const key = hashOf(problems);
    if (key === known.problems) return;
    version += 1;
    await kb.replaceProblems(problems);
    known.problems = key;
  }

  /** @returns null where readings were lost, so that their files have to be read again */
  async function look(key: string): Promise<(Found & { key: string }) | null> {
    const rejected = await readRejected(dir);
    let complete = true;
    const issues = evenly(known.settled.issues, (issue) =>
      lengthOf(known.issues.get(issue.file)?.value),
    );
    const packedIssues = async function* (): AsyncIterable<PackedIssue> {
      let done = 0;
      for await (const [issue, packed] of loadAhead(issues, packedOf, LOADED_AHEAD)) {
        if (packed !== undefined) yield { packed, settled: issue };
        else if (forget(issue)) complete = false;
        done += 1;
        onProgress({ stage: 'looking for concepts', done, total: issues.length });
      }
    };
    const found = await discoverer(packedIssues(), { concepts: known.curated.concepts, rejected });
    return complete ? { ...found, key } : null;
  }

  /** All that concepts are found by. */
  async function keyOfArchive(): Promise<string> {
    return hashOf([[...known.settled.keys], known.curated.key, await readRejected(dir)]);
  }

  /** One after another: each takes a thread and much memory. */
  function rediscover(): Promise<void> {
    const next = looking.then(lookAgain, lookAgain);
    looking = next.catch(ignore);
    return next;
  }

  async function lookAgain(): Promise<void> {
    const key = await inTurn(keyOfArchive);
    if (known.found === null || known.found.key === key) return;
    // Saves go on to be taken in meanwhile.
    const found = await look(key);
    if (found === null) {
      await inTurn(run);
      return lookAgain();
    }
    await inTurn(async () => {
      known.found = found;
      version += 1;
      await link(found);
    });
  }

  async function save(): Promise<void> {
    if (savedVersion === version) return;
    const saving = version;
    await anchors?.save();
    await snapshot?.save(saveKnown(known, kb));
    savedVersion = saving;
  }

  async function restore(parts: AsyncIterable<Part>): Promise<void> {
    known = await restoreKnown(parts, kb);
    savedVersion = version;
  }

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = last.then(work, work);
    last = next.catch(ignore);
    return next;
  }

  return {
    run: () => inTurn(run),
    rediscover,
    needsSaving: () => savedVersion !== version,
    save: () => inTurn(save),
    version: () => version,
    discoveries: () => discoveries,
  };
}

/** Reads an archive into a knowledge base once, keeping nothing for a next time. */
export async function buildArchive(dir: string, kb: BuildOptions['kb']): Promise<BuildReport> {
  const reader = createReader();
  try {
    return await createBuild({ dir, kb, reader }).run();
  } finally {
    await reader.close();
  }
}

function emptyArchive({ emptiness }: ArchiveFiles): Problem[] {
  if (emptiness === null) return [];
  const how = "Put the newsletter's issues there as .md files.";
  return [{ file: '.', line: null, kind: 'empty-archive', what: emptiness, how }];
}

async function keysOf(
  issues: readonly SettledIssue[],
  files: Known['issues'],
): Promise<Map<IssueSlug, string>> {
  const turn = takeTurns('writers');
  const keys = new Map<IssueSlug, string>();
  for (const issue of issues) {
    keys.set(issue.slug, hashOf([files.get(issue.file)!.hash, issue]));
    await turn();
  }
  return keys;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}

function lengthOf(outline: Outline | undefined): number {
  return outline?.issue?.sections.reduce((sum, { length }) => sum + length, 0) ?? 0;
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

function ignore(): void {
  // Nobody asked.
}
