// What is said of each concept: its definition, and the passages most about it.

import type { Steps } from '../../turns.js';
import type { Definitions } from '../definitions.js';
import type { ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';
import { numberOf, type TermNumbers } from './issue-words.js';
import {
  AT_ONCE,
  columnsOf,
  cosines,
  lengthsOf,
  weigh,
  type Columns,
  type Row,
} from './columns.js';
import { leadingPassages } from './passages.js';

/** More passages than this say nothing new about a concept, and cost time. */
const MAX_PASSAGES = 5;
/** A word of a definition counts as often as so many of a passage, which may digress. */
const OF_DEFINITION = 2;

/** The profiles of all concepts, by rank, as vectors of their words, in one state of the archive. */
export interface Profiles {
  profiles: readonly Profile[];
  /** How much each term says: ln(N / n), for n of N profiles that have it. */
  weights: Float64Array;
  /** How long each profile's vector is. */
  lengths: Float64Array;
  columns: Columns;
  /** The terms that the numbers stand for. */
  numbers: TermNumbers;
}

interface Profile {
  /** The passages that were counted in. */
  passages: readonly SectionCounts[];
  row: Row;
}

interface Counted extends Profile {
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
  let made: { version: number; profiles: Profiles } | undefined;

  function count(rank: number): void {
    const passages = leadingPassages(counts, rank, MAX_PASSAGES);
    const before = counted[rank];
    const isSame =
      before?.passages.length === passages.length &&
      passages.every((one, at) => one === before.passages[at]);
    const row = isSame ? before.row : countProfile(definitions[rank]!, passages);
    counted[rank] = { passages, row, version: counts.version, mean: counts.mean };
  }

  function isStale(rank: number): boolean {
    const one = counted[rank];
    return one === undefined || one.version < counts.touched[rank]! || one.mean !== counts.mean;
  }

  return function* () {
    if (made?.version === counts.version) return made.profiles;
    // A writer who never rests is not waited for: the next call counts what came since.
    const { version } = counts;
    for (let rank = 0; rank < counted.length; rank += 1) {
      if (!isStale(rank)) continue;
      count(rank);
      yield;
    }
    const profiles = yield* weighAll((counted as Counted[]).slice(), numbers);
    if (version >= (made?.version ?? 0)) made = { version, profiles };
    return profiles;
  };
}

/** How like each concept's profile is to that of one, by rank: the cosine. */
export function likenesses(of: Profiles, rank: number): Float64Array {
  const found = cosines(of, of.profiles[rank]!.row, []);
  found[rank] = 0;
  return found;
}

/** The terms that both profiles have, the weightiest of the first one first. */
export function sharedTerms(
  { profiles, weights, numbers }: Profiles,
  one: number,
  other: number,
): string[] {
  const theirs = new Set(profiles[other]!.row.numbers);
  const { row } = profiles[one]!;
  return Array.from(row.numbers, (term, at) => ({ term, weight: weigh(weights, row, at) }))
    .filter(({ term, weight }) => weight > 0 && theirs.has(term))
    .sort((a, b) => b.weight - a.weight)
    .map(({ term }) => numbers.terms[term]!);
}

/** The text that a concept's profile was counted from. */
export function textOf({ profiles }: Profiles, { concepts }: Definitions, rank: number): string {
  const { label, definition } = concepts[rank]!;
  const texts = profiles[rank]!.passages.map(
    ({ section: { heading, text } }) => `${heading}\n${text}`,
  );
  return [label, definition?.text ?? '', ...texts].join('\n');
}

/** The content words of a concept's definition and of the passages most about it. */
function countProfile(
  definition: readonly (readonly [number: number, times: number])[],
  passages: readonly SectionCounts[],
): Row {
  const counted = new Map(definition.map(([term, times]) => [term, OF_DEFINITION * times]));
  for (const { issue, place } of passages) {
    const { starts, terms, times } = issue.words;
    for (let at = starts[place]!; at < starts[place + 1]!; at += 1)
      counted.set(terms[at]!, (counted.get(terms[at]!) ?? 0) + times[at]!);
  }
  return {
    numbers: Uint32Array.from(counted.keys()),
    times: Uint16Array.from(counted.values(), (times) => Math.min(times, 0xffff)),
    from: 0,
    to: counted.size,
  };
}

/** Makes counts into vectors by TF-IDF: (1 + ln tf) · ln(N / n), for n of N profiles. */
function* weighAll(profiles: readonly Profile[], numbers: TermNumbers): Steps<Profiles> {
  const having = new Uint32Array(numbers.terms.length);
  for (const [rank, { row }] of profiles.entries()) {
    for (let at = row.from; at < row.to; at += 1) having[row.numbers[at]!]! += 1;
    if (rank % AT_ONCE === 0) yield;
  }
  const weights = Float64Array.from(having, (n) => Math.log(profiles.length / Math.max(1, n)));
  const columns = yield* columnsOf(profiles.length, (rank) => profiles[rank]!.row, having);
  const lengths = yield* lengthsOf(weights, profiles.length, (rank) => profiles[rank]!.row);
  return { profiles, weights, lengths, columns, numbers };
}
