// What is said of each concept: its definition, and the passages most about it.

import type { Definitions } from '../definitions.js';
import type { ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';
import type { TermNumbers } from './issue-words.js';
import { leadingPassages } from './passages.js';

/** More passages than this say nothing new about a concept, and cost time. */
const MAX_PASSAGES = 5;
/** The words of a passage count so much less than those of a definition, as it may digress. */
const PASSAGE_WEIGHT = 0.5;

/** The profiles of all concepts, by rank, as vectors of length 1. Made once for a state of the archive. */
export interface Profiles {
  vectors: readonly Vector[];
  /** By rank, the passages that were counted in. */
  passages: readonly (readonly SectionCounts[])[];
  /** The terms that the vectors' numbers stand for. */
  termOf: (number: number) => string;
  /** All numbers are below it. */
  size: number;
}

interface Vector {
  terms: Uint32Array;
  weights: Float64Array;
}

export function createProfiles(
  counts: ArchiveCounts,
  { read }: Definitions,
  numbers: TermNumbers,
): Profiles {
  // Words of definitions that no section has come after those of the archive.
  const known = numbers.terms.length;
  const others = new Map<string, number>();
  const definitions = read.map(({ terms }) =>
    [...terms].map(([term, times]) => {
      const number = numbers.numbers.get(term) ?? others.get(term) ?? known + others.size;
      if (number === known + others.size) others.set(term, number);
      return [number, times] as const;
    }),
  );
  const passages = leadingPassages(counts, MAX_PASSAGES);
  const size = known + others.size;
  const counted = new Float64Array(size);
  const vectors = definitions.map((definition, rank) =>
    countProfile(definition, passages[rank]!, counted),
  );
  weigh(vectors, size);
  const extra = [...others.keys()];
  return {
    vectors,
    passages,
    termOf: (number) => (number < known ? numbers.terms[number]! : extra[number - known]!),
    size,
  };
}

/** How like each concept's profile is to that of one, by rank: the cosine. */
export function likenesses({ vectors, size }: Profiles, rank: number): Float64Array {
  const own = new Float64Array(size);
  const { terms, weights } = vectors[rank]!;
  terms.forEach((term, at) => (own[term] = weights[at]!));
  return Float64Array.from(vectors, ({ terms, weights }, other) => {
    let sum = 0;
    if (other !== rank)
      for (let at = 0; at < terms.length; at += 1) sum += own[terms[at]!]! * weights[at]!;
    return sum;
  });
}

/** The terms that both profiles have, the weightiest of the first one first. */
export function sharedTerms(profiles: Profiles, one: number, other: number): string[] {
  const theirs = new Set(profiles.vectors[other]!.terms);
  const { terms, weights } = profiles.vectors[one]!;
  return [...terms.keys()]
    .filter((at) => weights[at]! > 0 && theirs.has(terms[at]!))
    .sort((a, b) => weights[b]! - weights[a]!)
    .map((at) => profiles.termOf(terms[at]!));
}

/** The text that a concept's profile was counted from. */
export function textOf({ passages }: Profiles, { concepts }: Definitions, rank: number): string {
  const { label, definition } = concepts[rank]!;
  const texts = passages[rank]!.map(({ section: { heading, text } }) => `${heading}\n${text}`);
  return [label, definition?.text ?? '', ...texts].join('\n');
}

/**
 * The content words of a concept's definition and of the passages most about it.
 *
 * @param counted as many zeros as there are numbers, and so again afterwards
 */
function countProfile(
  definition: readonly (readonly [number: number, times: number])[],
  passages: readonly SectionCounts[],
  counted: Float64Array,
): Vector {
  const numbers: number[] = [];
  const count = (number: number, times: number) => {
    if (counted[number] === 0) numbers.push(number);
    counted[number]! += times;
  };
  for (const [number, times] of definition) count(number, times);
  for (const { issue, place } of passages) {
    const { starts, terms, times } = issue.words;
    for (let at = starts[place]!; at < starts[place + 1]!; at += 1)
      count(terms[at]!, PASSAGE_WEIGHT * times[at]!);
  }
  const terms = Uint32Array.from(numbers);
  const weights = Float64Array.from(numbers, (number) => counted[number]!);
  for (const number of numbers) counted[number] = 0;
  return { terms, weights };
}

/** Makes counts into vectors of length 1 by TF-IDF: (1 + ln tf) · ln(N / n), for n of N profiles. */
function weigh(vectors: readonly Vector[], size: number): void {
  const frequency = new Uint32Array(size);
  for (const { terms } of vectors) for (const number of terms) frequency[number]! += 1;
  const idf = Float64Array.from(frequency, (n) => (n === 0 ? 0 : Math.log(vectors.length / n)));
  for (const { terms, weights } of vectors) {
    let square = 0;
    for (let at = 0; at < terms.length; at += 1) {
      const times = weights[at]!;
      const weight = (times < 1 ? times : 1 + Math.log(times)) * idf[terms[at]!]!;
      weights[at] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let at = 0; at < terms.length; at += 1) weights[at]! /= length;
  }
}
