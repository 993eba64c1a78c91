// Which passages are most about a concept.

import type { Mention } from '../model.js';
import type { ConceptSlug, SectionId } from '../slug.js';
import type { ArchiveCounts, SectionCounts } from './section-counts.js';

/** All sections that speak of the concept, those most about it first. */
export function rankPassages(counts: ArchiveCounts, slug: ConceptSlug): SectionId[] {
  const mean = counts.length / Math.max(1, counts.sections.size);
  return [...(counts.byConcept.get(slug) ?? [])]
    .map((id) => ({ id, score: aboutness(counts.sections.get(id)!, slug, mean) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * A passage is about a concept when its heading names it; when it names it
 * often for its length (BM25's saturation and length normalisation, Robertson
 * 1994, k1 = 1.2, b = 0.75); when it names it early; and when it speaks of
 * little else.
 */
function aboutness(entry: SectionCounts, slug: ConceptSlug, meanLength: number): number {
  const mentions = entry.mentions.get(slug) ?? [];
  const inText = mentions.filter((mention) => mention.place === 'text');
  const inHeading = mentions.some((mention) => mention.place === 'heading');
  const named = mentions.some((mention) => mention.place === 'front matter');
  const norm = 0.25 + (0.75 * entry.length) / Math.max(1, meanLength);
  const often = (inText.length * 2.2) / (inText.length + 1.2 * norm);
  return (
    often +
    early(inText, entry.section.text.length) +
    share(entry, mentions.length) +
    (inHeading ? 3 : 0) +
    (named ? 1 : 0)
  );
}

function early(inText: readonly Mention[], length: number): number {
  const first = inText[0];
  return first === undefined ? 0 : 1 - first.start / Math.max(1, length);
}

function share(entry: SectionCounts, own: number): number {
  let all = 0;
  for (const mentions of entry.mentions.values()) all += mentions.length;
  return own / Math.max(1, all);
}
