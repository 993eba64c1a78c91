// What is said of each concept: its definition, and the passages most about it.

import type { Steps } from '../../turns.js';
import type { Definitions } from '../definitions.js';
import type { ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';
import { numberOf, type TermNumbers } from './issue-words.js';
import { leadingPassages } from './passages.js';

/** More passages than this say nothing new about a concept, and cost time. */
const MAX_PASSAGES = 5;
/** The words of a passage count so much less than those of a definition, as it may digress. */
const PASSAGE_WEIGHT = 0.5;

/** The profiles of all concepts, by rank, as vectors of length 1, in one state of the archive. */
export interface Profiles {
  vectors: readonly Vector[];
  /** By rank, the passages that were counted in. */
  passages: readonly (readonly SectionCounts[])[];
  /** The terms that the vectors' numbers stand for. */
  numbers: TermNumbers;
}

interface Vector {
  terms: Uint32Array;
  weights: Float64Array;
}

/** What a profile is made of: terms and how often each is there, not yet weighed. */
interface Counted {
  passages: readonly SectionCounts[];
  vector: Vector;
  /** The version of the archive, and the mean length in it, by which the passages were chosen. */
  version: number;
  mean: number;
}

/**
 * Profiles that follow the archive: at each call, those alone are counted again whose
 * passages have come or gone. What changes meanwhile may be counted too.
 */
export function createProfiles(
  counts: ArchiveCounts,
  { read }: Definitions,
  numbers: TermNumbers,
): () => Steps<Profiles> {
  const definitions = read.map(({ terms }) =>
    [...terms].map(([term, times]) => [numberOf(numbers, term), times] as const),
  );
  const counted: (Counted | undefined)[] = definitions.map(() => undefined);
  let weighed: { version: number; profiles: Profiles } | undefined;

  function count(rank: number): void {
    const passages = leadingPassages(counts, rank, MAX_PASSAGES);
    const before = counted[rank];
    const isSame =
      before?.passages.length === passages.length &&
      passages.every((one, at) => one === before.passages[at]);
    const vector = isSame ? before.vector : countProfile(definitions[rank]!, passages);
    counted[rank] = { passages, vector, version: counts.version, mean: counts.mean };
  }

  function isStale(rank: number): boolean {
    const one = counted[rank];
    return one === undefined || one.version < counts.touched[rank]! || one.mean !== counts.mean;
  }

  return function* () {
    if (weighed?.version === counts.version) return weighed.profiles;
    // A writer who never rests is not waited for: the next call counts what came since.
    const { version } = counts;
    for (let rank = 0; rank < counted.length; rank += 1) {
      if (!isStale(rank)) continue;
      count(rank);
      yield;
    }
    const all = (counted as Counted[]).slice();
    const vectors = yield* weigh(
      all.map(({ vector }) => vector),
      numbers.terms.length,
    );
    const profiles = { vectors, passages: all.map(({ passages }) => passages), numbers };
    if (version >= (weighed?.version ?? 0)) weighed = { version, profiles };
    return profiles;
  };
}

/** How like each concept's profile is to that of one, by rank: the cosine. */
export function likenesses({ vectors, numbers }: Profiles, rank: number): Float64Array {
  const own = new Float64Array(numbers.terms.length);
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
    .map((at) => profiles.numbers.terms[terms[at]!]!);
}

/** The text that a concept's profile was counted from. */
export function textOf({ passages }: Profiles, { concepts }: Definitions, rank: number): string {
  const { label, definition } = concepts[rank]!;
  const texts = passages[rank]!.map(({ section: { heading, text } }) => `${heading}\n${text}`);
  return [label, definition?.text ?? '', ...texts].join('\n');
}

/** The content words of a concept's definition and of the passages most about it. */
function countProfile(
  definition: readonly (readonly [number: number, times: number])[],
  passages: readonly SectionCounts[],
): Vector {
  const counted = new Map(definition);
  for (const { issue, place } of passages) {
    const { starts, terms, times } = issue.words;
    for (let at = starts[place]!; at < starts[place + 1]!; at += 1) {
      const term = terms[at]!;
      counted.set(term, (counted.get(term) ?? 0) + PASSAGE_WEIGHT * times[at]!);
    }
  }
  return { terms: Uint32Array.from(counted.keys()), weights: Float64Array.from(counted.values()) };
}

/** Makes counts into vectors of length 1 by TF-IDF: (1 + ln tf) · ln(N / n), for n of N profiles. */
function* weigh(counted: readonly Vector[], size: number): Steps<Vector[]> {
  const frequency = new Uint32Array(size);
  for (const { terms } of counted) for (const number of terms) frequency[number]! += 1;
  const idf = Float64Array.from(frequency, (n) => (n === 0 ? 0 : Math.log(counted.length / n)));
  const vectors: Vector[] = [];
  for (const { terms, weights: times } of counted) {
    const weights = new Float64Array(terms.length);
    let square = 0;
    for (let at = 0; at < terms.length; at += 1) {
      const often = times[at]!;
      const weight = (often < 1 ? often : 1 + Math.log(often)) * idf[terms[at]!]!;
      weights[at] = weight;
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let at = 0; at < terms.length; at += 1) weights[at]! /= length;
    vectors.push({ terms, weights });
    yield;
  }
  return vectors;
}
