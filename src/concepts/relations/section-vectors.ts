// The sections as vectors of their words and of their concepts: rare ones count
// for more. Kept is, for each word and concept, which sections have it, so that
// a section is compared with those alone that share one with it.

import { rarity, type ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';

/** Of one state of the archive. */
export interface SectionVectors {
  /** All sections; others speak of them by their places here. */
  sections: SectionCounts[];
  words: Columns;
  concepts: Columns;
}

/** What all sections have of one kind of thing, words by a term's number or concepts by rank. */
interface Columns {
  /** How much each thing says: the fewer sections have it, the more. */
  weights: Float64Array;
  /** Where the sections of each thing begin; one more than there are things. */
  starts: Uint32Array;
  /** The sections that have it, and how often each does. */
  places: Uint32Array;
  times: Uint16Array;
  /** How long each section's vector is. */
  lengths: Float64Array;
}

/** What one section has: two columns from `from` to before `to`. */
interface Row {
  numbers: Uint32Array;
  times: Uint16Array;
  from: number;
  to: number;
}

/** Words weigh ln(N / n), for n of N sections that have them. */
export function createSectionVectors(counts: ArchiveCounts): SectionVectors {
  const sections = [...counts.issues.values()].flatMap((issue) => issue.counts);
  const rarities = counts.withTerm.map((n) => Math.log(counts.sections / Math.max(1, n)));
  const spoken = counts.speaking.map(({ length }) => rarity(counts, length));
  return {
    sections,
    words: columnsOf(sections.map(wordsOf), counts.withTerm, Float64Array.from(rarities)),
    concepts: columnsOf(
      sections.map(conceptsOf),
      counts.speaking.map(({ length }) => length),
      Float64Array.from(spoken),
    ),
  };
}

/** The cosines of a section's words, and of its concepts, with those of every section. */
export function likenesses(
  { words, concepts }: SectionVectors,
  own: SectionCounts,
): { words: Float64Array; concepts: Float64Array } {
  return {
    words: cosines(words, wordsOf(own)),
    concepts: cosines(concepts, conceptsOf(own)),
  };
}

/** The cosine of two sections' words. */
export function likeness(
  vectors: SectionVectors,
  one: SectionCounts,
  other: SectionCounts,
): number {
  const { words } = vectors;
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const weighed = weighedWords(vectors, one);
  let sum = 0;
  for (let at = b.from; at < b.to; at += 1)
    sum += (weighed.get(b.numbers[at]!) ?? 0) * weigh(words, b, at);
  return sum / (lengthOf(words.weights, a) * lengthOf(words.weights, b));
}

/** The numbers of the words that a section has, and what each weighs there. */
export function weighedWords({ words }: SectionVectors, own: SectionCounts): Map<number, number> {
  const row = wordsOf(own);
  const weighed = new Map<number, number>();
  for (let at = row.from; at < row.to; at += 1)
    weighed.set(row.numbers[at]!, weigh(words, row, at));
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

/** @param having how many rows have each thing */
function columnsOf(
  rows: readonly Row[],
  having: readonly number[],
  weights: Float64Array,
): Columns {
  const starts = new Uint32Array(having.length + 1);
  having.forEach((sections, number) => (starts[number + 1] = starts[number]! + sections));
  const all = starts[having.length]!;
  const columns: Columns = {
    weights,
    starts,
    places: new Uint32Array(all),
    times: new Uint16Array(all),
    lengths: Float64Array.from(rows, (row) => lengthOf(weights, row)),
  };
  const next = starts.slice();
  rows.forEach((row, place) => {
    for (let at = row.from; at < row.to; at += 1) {
      const entry = next[row.numbers[at]!]!++;
      columns.places[entry] = place;
      columns.times[entry] = row.times[at]!;
    }
  });
  return columns;
}

function cosines(columns: Columns, row: Row): Float64Array {
  const { weights, starts, places, times, lengths } = columns;
  const sums = new Float64Array(lengths.length);
  const length = lengthOf(weights, row);
  for (let at = row.from; at < row.to; at += 1) {
    const number = row.numbers[at]!;
    const asked = (weigh(columns, row, at) / length) * weights[number]!;
    const end = starts[number + 1]!;
    for (let entry = starts[number]!; entry < end; entry += 1)
      sums[places[entry]!]! += asked * damped(times[entry]!);
  }
  for (let place = 0; place < sums.length; place += 1) sums[place]! /= lengths[place]!;
  return sums;
}

function weigh({ weights }: Columns, { numbers, times }: Row, at: number): number {
  return damped(times[at]!) * weights[numbers[at]!]!;
}

function lengthOf(weights: Float64Array, { numbers, times, from, to }: Row): number {
  let square = 0;
  for (let at = from; at < to; at += 1) {
    const weight = damped(times[at]!) * weights[numbers[at]!]!;
    square += weight * weight;
  }
  return Math.sqrt(square) || 1;
}

/** 1 + ln(n), looked up: most words stand in a section once or twice. */
function damped(times: number): number {
  return times < DAMPED.length ? DAMPED[times]! : 1 + Math.log(times);
}

const DAMPED = Float64Array.from({ length: 64 }, (_, times) => 1 + Math.log(Math.max(1, times)));
