// What a build knows of its archive, beside what the knowledge base does, and the
// parts in which it is kept for the next start.

import type { Outline } from '../archive/outline.js';
import type { ConceptReading } from '../archive/read-concept.js';
import type { SettledIssue } from '../archive/settle.js';
import type { VocabularyFile } from '../concepts/vocabulary/vocabulary-file.js';
import type { SavedBetweenRuns } from '../knowledge-base/knowledge-base.js';
import type { Problem } from '../model.js';
import type { IssueSlug } from '../slug.js';
import type { Part } from '../state/snapshot.js';
import type { Curated } from './curated.js';
import type { Found } from './discover.js';
import type { KnownFile, KnownFiles } from './known-files.js';

/** Can be cloned and stored. */
export interface Known {
  issues: KnownFiles<Outline>;
  concepts: KnownFiles<ConceptReading>;
  vocabularies: KnownFiles<VocabularyFile>;
  /** What the outlines say together. */
  settled: Settled;
  /** Whether that is of the outlines as they are now. */
  isSettled: boolean;
  /** What the files of the glossary's folder say together, in a language. Equal keys are of equal concepts. */
  curated: Curated & { language: string; key: string };
  /** Whether that is of these files as they are now. */
  isCurated: boolean;
  /** What each issue was taken in from: its file's bytes, and what was settled. */
  taken: Map<IssueSlug, string>;
  found: (Found & { key: string }) | null;
  /** Of the glossary that sections were linked with, and of what links teach. */
  glossary: string;
  /** Of those that the knowledge base tells. */
  problems: string;
}

export interface Settled {
  issues: readonly SettledIssue[];
  /** What each of them is taken in from. */
  keys: ReadonlyMap<IssueSlug, string>;
  problems: readonly Problem[];
}

export function nothingKnown(): Known {
  return {
    issues: new Map(),
    concepts: new Map(),
    vocabularies: new Map(),
    settled: { issues: [], keys: new Map(), problems: [] },
    isSettled: false,
    curated: { concepts: [], problems: [], language: '', key: '' },
    isCurated: false,
    taken: new Map(),
    found: null,
    glossary: '',
    problems: '',
  };
}

/** Written and read in a few ms. */
const ISSUES_A_PART = 200;

/** What is known, and then what the knowledge base holds. */
export function* saveKnown(
  { issues, settled, ...rest }: Known,
  kb: SavedBetweenRuns,
): Iterable<Part> {
  const outlines = [...issues];
  const { issues: all, keys, problems } = settled;
  yield ['known', { ...rest, settled: { issues: [], keys, problems } }];
  for (let at = 0; at < outlines.length; at += ISSUES_A_PART)
    yield ['outlines', outlines.slice(at, at + ISSUES_A_PART)];
  for (let at = 0; at < all.length; at += ISSUES_A_PART)
    yield ['settled', all.slice(at, at + ISSUES_A_PART)];
  yield* kb.save();
}

/** @throws where a part is damaged; then nothing is changed */
export async function restoreKnown(
  parts: AsyncIterable<Part>,
  kb: SavedBetweenRuns,
): Promise<Known> {
  const known = nothingKnown();
  const settled: SettledIssue[] = [];
  const others = async function* (): AsyncIterable<Part> {
    for await (const part of parts) {
      const [name, value] = part;
      if (name === 'known') Object.assign(known, value as Omit<Known, 'issues'>);
      else if (name === 'settled') settled.push(...(value as SettledIssue[]));
      else if (name === 'outlines')
        for (const [file, outline] of value as [string, KnownFile<Outline>][])
          known.issues.set(file, outline);
      else yield part;
    }
  };
  await kb.restore(others());
  known.settled = { ...known.settled, issues: settled };
  return known;
}
