// How often two concepts stand together, against how often chance would have it.

import { rangesInText } from '../mentions/packed-mentions.js';
import { quoteAt } from '../sentence.js';
import { rowOf, type ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';
import type { Quote, RelationReason } from './relation.js';

/** How many sections speak of this concept and of each other one, by rank. */
export function countShared(counts: ArchiveCounts, rank: number): Uint32Array {
  const shared = new Uint32Array(counts.speaking.length);
  for (const { issue, place } of counts.speaking[rank]!) {
    const { starts, ranks } = issue.spoken;
    for (let row = starts[place]!; row < starts[place + 1]!; row += 1) shared[ranks[row]!]! += 1;
  }
  shared[rank] = 0;
  return shared;
}

export function together(counts: ArchiveCounts, one: number, other: number): RelationReason {
  const sections = speakingOfBoth(counts, one, other);
  return {
    kind: 'together',
    sections: sections.length,
    issues: issueCount(sections),
    expected: expectedTogether(counts, one, other),
    quote: closest(one, other, sections),
  };
}

/** In the order of their ids. */
export function speakingOfBoth(
  { speaking }: ArchiveCounts,
  one: number,
  other: number,
): SectionCounts[] {
  const [rare, common] =
    speaking[one]!.length <= speaking[other]!.length ? [one, other] : [other, one];
  return speaking[rare]!.filter((entry) => rowOf(entry, common) !== -1);
}

/** The sections in which both would stand, were each spread over the archive by chance. */
export function expectedTogether(counts: ArchiveCounts, one: number, other: number): number {
  const [ofOne, ofOther] = [one, other].map((rank) => counts.speaking[rank]!.length);
  return (ofOne! * ofOther!) / Math.max(1, counts.sections);
}

/**
 * Log-likelihood ratio of standing together (Dunning, Computational Linguistics
 * 19(1), 1993), distributed as chi-square with one degree of freedom; 0 when
 * they stand together less often than chance would have it.
 */
export function surprise(counts: ArchiveCounts, one: number, other: number, both: number): number {
  const n = counts.sections;
  const ofOne = counts.speaking[one]!.length;
  const ofOther = counts.speaking[other]!.length;
  if (both <= expectedTogether(counts, one, other)) return 0;
  const cells = [both, ofOne - both, ofOther - both, n - ofOne - ofOther + both];
  const sums = [ofOne, n - ofOne, ofOther, n - ofOther];
  return 2 * (total(cells) - total(sums) + xLogX(n));
}

export function issueCount(sections: readonly SectionCounts[]): number {
  return new Set(sections.map(({ issue }) => issue)).size;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + xLogX(value), 0);
}

function xLogX(x: number): number {
  return x <= 0 ? 0 : x * Math.log(x);
}

/** The sentence where mentions of the two stand nearest to each other. */
function closest(one: number, other: number, sections: readonly SectionCounts[]): Quote {
  let best = { entry: sections[0]!, distance: Infinity, start: 0, end: 0 };
  for (const entry of sections) {
    const ours = rangesInText(entry.issue.mentions, entry.place, one);
    const theirs = rangesInText(entry.issue.mentions, entry.place, other);
    for (let our = 0; our < ours.length; our += 2) {
      for (let their = 0; their < theirs.length; their += 2) {
        const distance = Math.abs(theirs[their]! - ours[our]!);
        if (distance >= best.distance) continue;
        const start = Math.min(ours[our]!, theirs[their]!);
        const end = Math.max(ours[our + 1]!, theirs[their + 1]!);
        best = { entry, distance, start, end };
      }
    }
  }
  const { id, text, heading } = best.entry.section;
  // Where one of the two stands in headings only, the beginning of the text speaks for both.
  const quoted = quoteAt(text, best.start, Math.max(best.end, best.start + 1));
  return { section: id, text: quoted === '' ? heading : quoted };
}
