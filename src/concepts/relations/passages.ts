// Which passages are most about a concept.

import { rowOf, type ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';

/**
 * All sections that speak of the concept, those most about it first.
 *
 * @param rank the concept's in the glossary
 */
export function rankPassages(counts: ArchiveCounts, rank: number): SectionCounts[] {
  return (counts.speaking[rank] ?? [])
    .map((entry) => ({ entry, score: score(entry, rowOf(entry, rank), counts.mean) }))
    .sort(byScore)
    .map(({ entry }) => entry);
}

/** The first few of them. */
export function leadingPassages(
  counts: ArchiveCounts,
  rank: number,
  limit: number,
): SectionCounts[] {
  const first: Scored[] = [];
  for (const entry of counts.speaking[rank]!) {
    const one = { entry, score: score(entry, rowOf(entry, rank), counts.mean) };
    if (first.length === limit && byScore(one, first[limit - 1]!) > 0) continue;
    let place = first.length;
    while (place > 0 && byScore(one, first[place - 1]!) < 0) place -= 1;
    first.splice(place, 0, one);
    if (first.length > limit) first.pop();
  }
  return first.map(({ entry }) => entry);
}

interface Scored {
  entry: SectionCounts;
  score: number;
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (a.entry.section.id < b.entry.section.id ? -1 : 1);
}

/**
 * BM25's saturation and length normalisation (Robertson 1994), milder than
 * usual: a long passage that comes back to a concept again and again is about
 * it, however long. These, and the weights of what else tells, were set on
 * headings: with them hidden, the passages that bear the concept in their
 * heading are to come first.
 */
const SATURATION = 5;
const LENGTH_NORM = 0.3;

function score({ issue: { spoken, words }, place }: SectionCounts, row: number, mean: number) {
  const norm = 1 - LENGTH_NORM + (LENGTH_NORM * words.lengths[place]!) / mean;
  const often = spoken.inText[row]!;
  return (often * (SATURATION + 1)) / (often + SATURATION * norm) + spoken.about[row]!;
}
