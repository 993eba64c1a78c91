// How often two concepts stand together, against how often chance would have it.

import type { ConceptSlug, SectionId } from '../slug.js';
import type { Quote, RelationReason } from './relation.js';
import type { ArchiveCounts } from './section-counts.js';
import { quoteAt } from './sentence.js';

/** The sections that speak of this concept and of another, by the other. */
export function sharedSections(
  counts: ArchiveCounts,
  slug: ConceptSlug,
): Map<ConceptSlug, SectionId[]> {
  const shared = new Map<ConceptSlug, SectionId[]>();
  for (const id of counts.byConcept.get(slug) ?? []) {
    for (const other of counts.sections.get(id)!.mentions.keys()) {
      if (other === slug) continue;
      const sections = shared.get(other);
      if (sections === undefined) shared.set(other, [id]);
      else sections.push(id);
    }
  }
  return shared;
}

export function together(
  counts: ArchiveCounts,
  one: ConceptSlug,
  other: ConceptSlug,
  sections: readonly SectionId[],
): RelationReason {
  return {
    kind: 'together',
    sections: sections.length,
    issues: issueCount(counts, sections),
    expected: expectedTogether(counts, one, other),
    quote: closest(counts, one, other, sections),
  };
}

/** `sections` are headed by `from`, and their text speaks of `of`. */
export function speaking(
  counts: ArchiveCounts,
  from: ConceptSlug,
  of: ConceptSlug,
  sections: readonly SectionId[],
): RelationReason {
  const section = sections[0]!;
  const entry = counts.sections.get(section)!;
  const { start, end } = entry.mentions.get(of)!.find(({ place }) => place === 'text')!;
  return {
    kind: 'speaks of',
    from,
    of,
    sections: sections.length,
    issues: issueCount(counts, sections),
    quote: { section, text: quoteAt(entry.section.text, start, end) },
  };
}

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

function issueCount(counts: ArchiveCounts, sections: readonly SectionId[]): number {
  return new Set(sections.map((id) => counts.sections.get(id)!.section.issue)).size;
}

/** The sentence where mentions of the two stand nearest to each other. */
function closest(
  counts: ArchiveCounts,
  one: ConceptSlug,
  other: ConceptSlug,
  sections: readonly SectionId[],
): Quote {
  let best = { section: sections[0]!, distance: Infinity, start: 0, end: 0 };
  for (const section of sections) {
    const { mentions } = counts.sections.get(section)!;
    const theirs = (mentions.get(other) ?? []).filter(({ place }) => place === 'text');
    for (const { place, start, end } of mentions.get(one) ?? []) {
      for (const their of place === 'text' ? theirs : []) {
        const distance = Math.abs(their.start - start);
        if (distance >= best.distance) continue;
        const range = { start: Math.min(start, their.start), end: Math.max(end, their.end) };
        best = { section, distance, ...range };
      }
    }
  }
  const { text, heading } = counts.sections.get(best.section)!.section;
  // Where one of the two stands in headings only, the beginning of the text speaks for both.
  const quoted = quoteAt(text, best.start, Math.max(best.end, best.start + 1));
  return { section: best.section, text: quoted === '' ? heading : quoted };
}
