// The sections as vectors of their words and of their concepts: rare ones count
// for more. Kept is, for each word and concept, which sections have it, so that
// a section is compared with those alone that share one with it.

import { inTurns, type Steps } from '../../turns.js';
import { rarity, type ArchiveCounts } from './archive-counts.js';
import type { IssueCounts, SectionCounts } from './issue-counts.js';
import {
  columnsOf,
  cosines,
  lengthOf,
  lengthsOf,
  weigh,
  type Columns,
  type Row,
} from './columns.js';

/** Of one state of the archive. */
export interface SectionVectors {
  issues: ReadonlySet<IssueCounts>;
  /** All sections; others speak of them by their places here. Null where one was that is gone. */
  sections: readonly (SectionCounts | null)[];
  words: Vectors;
  concepts: Vectors;
}

/** What all sections have of one kind of thing, words by a term's number or concepts by rank. */
interface Vectors {
  /** How much each thing says: the fewer sections have it, the more. */
  weights: Float64Array;
  /** How long each section's vector is, by its place. */
  lengths: Float64Array;
  /** Of the sections that were there when they were made; the others come after these. */
  columns: Columns;
}

/** An archive's sections as they were at some time. */
interface Store {
  issues: ReadonlySet<IssueCounts>;
  sections: readonly SectionCounts[];
  words: Columns;
  concepts: Columns;
}

/** Columns are made anew when so many sections came or went: those that came are compared one by one. */
const MOVED = 1_000;

/**
 * Vectors that follow the archive, and are made in turns with others: each call gives those of
 * a moment between it and its answer.
 */
export function createSectionVectors(counts: ArchiveCounts): () => Promise<SectionVectors> {
  let stored: Promise<Store> | undefined;
  let made: { version: number; vectors: Promise<SectionVectors> } | undefined;

  async function nearStore(): Promise<Store> {
    for (;;) {
      const asked = (stored ??= inTurns(store(counts)));
      asked.catch(() => (stored = undefined));
      const given = await asked;
      // Another who waited for the same may have had it made anew.
      if (asked !== stored) continue;
      if (moved(given, counts) <= MOVED) return given;
      stored = undefined;
    }
  }

  return async () => {
    if (made?.version === counts.version) return made.vectors;
    const store = await nearStore();
    const { version } = counts;
    if (made?.version !== version)
      made = { version, vectors: inTurns(vectorsSince(store, counts)) };
    return made.vectors;
  };
}

/** The cosines of a section's words, and of its concepts, with those of every section, by place. */
export function likenesses(
  { sections, words, concepts }: SectionVectors,
  own: SectionCounts,
): { words: Float64Array; concepts: Float64Array } {
  return {
    words: cosines(words, wordsOf(own), laterRows(sections, words, wordsOf)),
    concepts: cosines(concepts, conceptsOf(own), laterRows(sections, concepts, conceptsOf)),
  };
}

/** The cosine of two sections' words. */
export function likeness(
  { words: { weights } }: SectionVectors,
  one: SectionCounts,
  other: SectionCounts,
): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const weighed = weighedRow(weights, a);
  let sum = 0;
  for (let at = b.from; at < b.to; at += 1)
    sum += (weighed.get(b.numbers[at]!) ?? 0) * weigh(weights, b, at);
  return sum / (lengthOf(weights, a) * lengthOf(weights, b));
}

/** The numbers of the words that a section has, and what each weighs there. */
export function weighedWords(
  { words: { weights } }: SectionVectors,
  own: SectionCounts,
): Map<number, number> {
  return weighedRow(weights, wordsOf(own));
}

function weighedRow(weights: Float64Array, row: Row): Map<number, number> {
  const weighed = new Map<number, number>();
  for (let at = row.from; at < row.to; at += 1)
    weighed.set(row.numbers[at]!, weigh(weights, row, at));
  return weighed;
}

function wordsOf({ issue: { words }, place }: SectionCounts): Row {
  const { starts, terms, times } = words;
  return { numbers: terms, times, from: starts[place]!, to: starts[place + 1]! };
}

function conceptsOf({ issue: { spoken }, place }: SectionCounts): Row {
  const { starts, ranks, times } = spoken;
  return { numbers: ranks, times, from: starts[place]!, to: starts[place + 1]! };
}

/** All that can change is taken before the first turn of others. */
function* store(counts: ArchiveCounts): Steps<Store> {
  const issues = new Set(counts.issues.values());
  const sections = [...issues].flatMap((issue) => issue.counts);
  const having = {
    words: Uint32Array.from(counts.withTerm),
    concepts: Uint32Array.from(counts.speaking, ({ length }) => length),
  };
  return {
    issues,
    sections,
    words: yield* columnsOf(sections.length, (place) => wordsOf(sections[place]!), having.words),
    concepts: yield* columnsOf(
      sections.length,
      (place) => conceptsOf(sections[place]!),
      having.concepts,
    ),
  };
}

/** How many sections have come or gone since. */
function moved({ issues, sections }: Store, counts: ArchiveCounts): number {
  let come = 0;
  for (const issue of counts.issues.values()) if (!issues.has(issue)) come += issue.counts.length;
  const stayed = counts.sections - come;
  return come + sections.length - stayed;
}

/** Words weigh ln(N / n), for n of N sections that have them. */
function* vectorsSince(store: Store, counts: ArchiveCounts): Steps<SectionVectors> {
  const issues = new Set(counts.issues.values());
  const sections = store.sections.map((entry) => (issues.has(entry.issue) ? entry : null));
  for (const issue of issues) if (!store.issues.has(issue)) sections.push(...issue.counts);
  const rarities = {
    words: Float64Array.from(counts.withTerm, (n) => Math.log(counts.sections / Math.max(1, n))),
    concepts: Float64Array.from(counts.speaking, ({ length }) => rarity(counts, length)),
  };
  const vectors = function* (
    columns: Columns,
    weights: Float64Array,
    rowOf: (section: SectionCounts) => Row,
  ): Steps<Vectors> {
    const lengths = yield* lengthsOf(weights, sections.length, (place) => {
      const entry = sections[place]!;
      return entry && rowOf(entry);
    });
    return { weights, lengths, columns };
  };
  return {
    issues,
    sections,
    words: yield* vectors(store.words, rarities.words, wordsOf),
    concepts: yield* vectors(store.concepts, rarities.concepts, conceptsOf),
  };
}

/** The rows of those that came after the columns were made. */
function laterRows(
  sections: SectionVectors['sections'],
  { columns }: Vectors,
  rowOf: (section: SectionCounts) => Row,
): Row[] {
  return sections.slice(columns.rows).map((entry) => rowOf(entry!));
}
