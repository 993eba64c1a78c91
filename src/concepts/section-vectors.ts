// The sections as vectors of their words and of their concepts: rare ones count
// for more. Kept are only the weights and lengths; a vector is made from the
// counts whenever it is needed.

import { rarity, type ArchiveCounts } from './archive-counts.js';
import type { IssueCounts, SectionCounts } from './issue-counts.js';

/** Of one state of the archive. */
export interface SectionVectors {
  /** By a term's number: ln(N / n), for n of N sections that have it. */
  ofTerm: Float64Array;
  /** By a concept's rank: how few sections speak of it. */
  ofConcept: Float64Array;
  /** Of each issue's sections: how long the two vectors are. */
  lengths: Map<IssueCounts, { words: Float64Array; concepts: Float64Array }>;
}

export function createSectionVectors(counts: ArchiveCounts): SectionVectors {
  const vectors: SectionVectors = {
    ofTerm: Float64Array.from(counts.withTerm, (sections) =>
      Math.log(counts.sections / Math.max(1, sections)),
    ),
    ofConcept: Float64Array.from(counts.speaking, (sections) => rarity(counts, sections.length)),
    lengths: new Map(),
  };
  for (const issue of counts.issues.values()) {
    const { words, spoken } = issue;
    vectors.lengths.set(issue, {
      words: lengthsOf(words.starts, words.terms, words.times, vectors.ofTerm),
      concepts: lengthsOf(spoken.starts, spoken.ranks, spoken.times, vectors.ofConcept),
    });
  }
  return vectors;
}

/** One section's vectors, with a place for every term and concept that there is. */
export interface Query {
  words: Float64Array;
  concepts: Float64Array;
}

export function queryOf(vectors: SectionVectors, { issue, place }: SectionCounts): Query {
  const { words, spoken } = issue;
  const lengths = vectors.lengths.get(issue)!;
  const query: Query = {
    words: new Float64Array(vectors.ofTerm.length),
    concepts: new Float64Array(vectors.ofConcept.length),
  };
  for (let at = words.starts[place]!; at < words.starts[place + 1]!; at += 1) {
    const term = words.terms[at]!;
    const weight = damped(words.times[at]!) * vectors.ofTerm[term]!;
    query.words[term] = weight / lengths.words[place]!;
  }
  for (let at = spoken.starts[place]!; at < spoken.starts[place + 1]!; at += 1) {
    const rank = spoken.ranks[at]!;
    const weight = damped(spoken.times[at]!) * vectors.ofConcept[rank]!;
    query.concepts[rank] = weight / lengths.concepts[place]!;
  }
  return query;
}

/** The cosines of the query's words, and of its concepts, with those of each section of an issue. */
export function likenessesTo(
  vectors: SectionVectors,
  query: Query,
  issue: IssueCounts,
): { words: Float64Array; concepts: Float64Array } {
  const { words, spoken, counts } = issue;
  const lengths = vectors.lengths.get(issue)!;
  const like = {
    words: new Float64Array(counts.length),
    concepts: new Float64Array(counts.length),
  };
  for (let place = 0; place < counts.length; place += 1) {
    like.words[place] =
      dot(words.starts, words.terms, words.times, place, vectors.ofTerm, query.words) /
      lengths.words[place]!;
    like.concepts[place] =
      dot(spoken.starts, spoken.ranks, spoken.times, place, vectors.ofConcept, query.concepts) /
      lengths.concepts[place]!;
  }
  return like;
}

function dot(
  starts: Uint32Array,
  numbers: Uint32Array,
  times: Uint16Array,
  place: number,
  weights: Float64Array,
  query: Float64Array,
): number {
  const end = starts[place + 1]!;
  let sum = 0;
  for (let at = starts[place]!; at < end; at += 1) {
    const asked = query[numbers[at]!]!;
    if (asked !== 0) sum += asked * damped(times[at]!) * weights[numbers[at]!]!;
  }
  return sum;
}

function lengthsOf(
  starts: Uint32Array,
  numbers: Uint32Array,
  times: Uint16Array,
  weights: Float64Array,
): Float64Array {
  const lengths = new Float64Array(starts.length - 1);
  for (let place = 0; place < lengths.length; place += 1) {
    let square = 0;
    for (let at = starts[place]!; at < starts[place + 1]!; at += 1) {
      const weight = damped(times[at]!) * weights[numbers[at]!]!;
      square += weight * weight;
    }
    lengths[place] = Math.sqrt(square) || 1;
  }
  return lengths;
}

/** 1 + ln(n), looked up: most words stand in a section once or twice. */
function damped(times: number): number {
  return times < DAMPED.length ? DAMPED[times]! : 1 + Math.log(times);
}

const DAMPED = Float64Array.from({ length: 64 }, (_, times) => 1 + Math.log(Math.max(1, times)));
