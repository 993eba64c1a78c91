// What is said of each concept: its definition, and the sections that it heads.

import type { ConceptSlug, SectionId } from '../slug.js';
import { dot, sharedTerms, unit, type Likeness } from './cosine.js';
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

/** How like each other concepts are, by their profiles. Made once for a state of the archive. */
export type Profiles = (slug: ConceptSlug) => Map<ConceptSlug, Likeness>;

export function createProfiles(counts: ArchiveCounts, definitions: Definitions): Profiles {
  const bags = [...definitions.concepts.keys()].map(
    (slug) => [slug, profileOf(counts, definitions, slug)] as const,
  );
  const frequency = new Map<string, number>();
  for (const [, bag] of bags)
    for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const vectors = new Map(
    bags.map(([slug, bag]) => [
      slug,
      unit(bag, (term) => Math.log(bags.length / (frequency.get(term) ?? 1))),
    ]),
  );
  return (slug) => {
    const own = vectors.get(slug) ?? new Map<string, number>();
    const likenesses = new Map<ConceptSlug, Likeness>();
    for (const [other, vector] of vectors) {
      if (other === slug) continue;
      const score = dot(own, vector);
      if (score > 0)
        likenesses.set(other, {
          score,
          get shared() {
            return sharedTerms(own, vector);
          },
        });
    }
    return likenesses;
  };
}

/** The content words of a concept's definition and of the passages most about it. */
function profileOf(
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
