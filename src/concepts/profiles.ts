// What is said of each concept: its definition, and the passages most about it.

import type { ArchiveCounts } from './archive-counts.js';
import type { Definitions } from './definitions.js';
import type { TermNumbers } from './issue-words.js';
import { firstPassages } from './passages.js';

/** More passages than this say nothing new about a concept, and cost time. */
const MAX_PASSAGES = 5;
/** The words of a passage count so much less than those of a definition, as it may digress. */
const PASSAGE_WEIGHT = 0.5;

/** The profiles of all concepts, by rank, as vectors of length 1. Made once for a state of the archive. */
export interface Profiles {
  vectors: readonly Vector[];
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
  definitions: Definitions,
  numbers: TermNumbers,
): Profiles {
  // Words of definitions that no section has come after those of the archive.
  const known = numbers.terms.length;
  const others = new Map<string, number>();
  const numberOf = (term: string) => {
    const number = numbers.numbers.get(term) ?? others.get(term) ?? known + others.size;
    if (number === known + others.size) others.set(term, number);
    return number;
  };
  const bags = definitions.concepts.map((_, rank) =>
    profileOf(counts, definitions, rank, numberOf),
  );
  const size = known + others.size;
  const frequency = new Uint32Array(size);
  for (const bag of bags) for (const number of bag.keys()) frequency[number]! += 1;
  const extra = [...others.keys()];
  return {
    vectors: bags.map((bag) => unit(bag, (number) => Math.log(bags.length / frequency[number]!))),
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
export function textOf(counts: ArchiveCounts, definitions: Definitions, rank: number): string {
  const { label, definition } = definitions.concepts[rank]!;
  const passages = firstPassages(counts, rank, MAX_PASSAGES).map(
    ({ section: { heading, text } }) => `${heading}\n${text}`,
  );
  return [label, definition?.text ?? '', ...passages].join('\n');
}

/** The content words of a concept's definition and of the passages most about it. */
function profileOf(
  counts: ArchiveCounts,
  definitions: Definitions,
  rank: number,
  numberOf: (term: string) => number,
): Map<number, number> {
  const profile = new Map<number, number>();
  for (const [term, count] of definitions.read[rank]!.terms) profile.set(numberOf(term), count);
  for (const { issue, place } of firstPassages(counts, rank, MAX_PASSAGES)) {
    const { starts, terms, times } = issue.words;
    for (let at = starts[place]!; at < starts[place + 1]!; at += 1)
      profile.set(terms[at]!, (profile.get(terms[at]!) ?? 0) + PASSAGE_WEIGHT * times[at]!);
  }
  return profile;
}

/** TF-IDF: (1 + ln tf) · idf, divided by the length of it all. */
function unit(bag: ReadonlyMap<number, number>, idf: (number: number) => number): Vector {
  const weights = Float64Array.from(
    bag,
    ([number, count]) => (count < 1 ? count : 1 + Math.log(count)) * idf(number),
  );
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { terms: Uint32Array.from(bag.keys()), weights: weights.map((one) => one / length) };
}
