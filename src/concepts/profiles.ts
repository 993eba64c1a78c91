// What is said of each concept: its definition, and the sections that it heads.

import type { ConceptSlug, SectionId } from '../slug.js';
import type { Definitions } from './definitions.js';
import { rankPassages } from './passages.js';
import type { ArchiveCounts } from './section-counts.js';

/** More passages than this say nothing new about a concept, and cost time. */
const MAX_PASSAGES = 5;
/** The words of a passage count so much less than those of a definition, as it may digress. */
const PASSAGE_WEIGHT = 0.5;

/** The sections whose heading speaks of the concept; a stock heading says nothing. */
export function headedBy(counts: ArchiveCounts, slug: ConceptSlug): SectionId[] {
  return [...(counts.byConcept.get(slug) ?? [])].filter((id) => {
    const { section, mentions } = counts.sections.get(id)!;
    return !section.stock && mentions.get(slug)!.some(({ place }) => place === 'heading');
  });
}

/** The content words of a concept's definition and of the passages most about it. */
export function profileOf(
  counts: ArchiveCounts,
  definitions: Definitions,
  slug: ConceptSlug,
): Map<string, number> {
  const profile = new Map(definitions.terms.get(slug));
  for (const id of rankPassages(counts, slug).slice(0, MAX_PASSAGES))
    for (const [term, count] of counts.sections.get(id)!.terms)
      profile.set(term, (profile.get(term) ?? 0) + PASSAGE_WEIGHT * count);
  return profile;
}

/** The text that a concept's profile was counted from. */
export function textOf(counts: ArchiveCounts, definitions: Definitions, slug: ConceptSlug): string {
  const concept = definitions.concepts.get(slug);
  const passages = rankPassages(counts, slug)
    .slice(0, MAX_PASSAGES)
    .map((id) => counts.sections.get(id)!.section)
    .map(({ heading, text }) => `${heading}\n${text}`);
  return [concept?.label ?? '', concept?.definition?.text ?? '', ...passages].join('\n');
}
