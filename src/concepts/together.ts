// How often two concepts stand together, against how often chance would have it.

import type { ConceptSlug } from '../slug.js';
import type { ArchiveCounts } from './section-counts.js';

/** The sections in which both would stand, were each spread over the archive by chance. */
export function expectedTogether(
  counts: ArchiveCounts,
  one: ConceptSlug,
  other: ConceptSlug,
): number {
  const ofOne = counts.byConcept.get(one)?.size ?? 0;
  const ofOther = counts.byConcept.get(other)?.size ?? 0;
  return (ofOne * ofOther) / Math.max(1, counts.sections.size);
}

/**
 * Log-likelihood ratio of standing together (Dunning, Computational Linguistics
 * 19(1), 1993), distributed as chi-square with one degree of freedom; 0 when
 * they stand together less often than chance would have it.
 */
export function surprise(
  counts: ArchiveCounts,
  one: ConceptSlug,
  other: ConceptSlug,
  both: number,
): number {
  const n = counts.sections.size;
  const ofOne = counts.byConcept.get(one)?.size ?? 0;
  const ofOther = counts.byConcept.get(other)?.size ?? 0;
  if (both <= expectedTogether(counts, one, other)) return 0;
  const cells = [both, ofOne - both, ofOther - both, n - ofOne - ofOther + both];
  const sums = [ofOne, n - ofOne, ofOther, n - ofOther];
  return 2 * (total(cells) - total(sums) + xLogX(n));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + xLogX(value), 0);
}

function xLogX(x: number): number {
  return x <= 0 ? 0 : x * Math.log(x);
}
