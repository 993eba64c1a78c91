// The concepts nearest to a concept: by the glossary, by their definitions, and
// by the company that they keep in the archive.

import type { ConceptSlug, SectionId } from '../slug.js';
import { cosines } from './cosine.js';
import type { Definitions } from './definitions.js';
import { fuse } from './fusion.js';
import type { Relation, RelationReason } from './relation.js';
import type { ArchiveCounts } from './section-counts.js';
import { quoteAt } from './sentence.js';
import { expectedTogether, surprise } from './together.js';

/** The chance of seeing this much by accident is below 1 % (chi-square, one degree). */
const SURE = 6.63;

export function relateConcepts(
  counts: ArchiveCounts,
  definitions: Definitions,
  slug: ConceptSlug,
  limit: number,
): Relation[] {
  const concept = definitions.concepts.get(slug);
  if (concept === undefined) return [];
  const shared = sharedSections(counts, slug);
  const reasons = new Map<ConceptSlug, RelationReason[]>();
  const give = (to: ConceptSlug, reason: RelationReason) =>
    reasons.set(to, [...(reasons.get(to) ?? []), reason]);

  for (const relation of ['broader', 'narrower', 'related'] as const)
    for (const to of concept[relation]) give(to, { kind: 'glossary', relation });
  for (const to of definitions.mentions.get(slug)?.keys() ?? [])
    give(to, { kind: 'definition', from: slug, of: to });
  for (const [from, mentioned] of definitions.mentions)
    if (mentioned.has(slug)) give(from, { kind: 'definition', from, of: slug });
  const surprises = new Map<ConceptSlug, number>();
  for (const [to, sections] of shared) {
    const surprising = surprise(counts, slug, to, sections.length);
    if (sections.length < 2 || surprising < SURE) continue;
    surprises.set(to, surprising);
    give(to, together(counts, slug, to, sections));
  }

  const glossary = new Map<ConceptSlug, number>();
  for (const to of [...concept.broader, ...concept.narrower, ...concept.related])
    glossary.set(to, 1);
  const scores = fuse([
    glossary,
    definitionWeights(definitions, slug),
    onlyKeys(cosines(definitions.terms, slug), reasons),
    surprises,
  ]);
  return [...reasons]
    .filter(([to]) => definitions.concepts.has(to))
    .map(([to, why]) => ({ to, why, score: scores.get(to) ?? 0 }))
    .sort((a, b) => b.score - a.score || (a.to < b.to ? -1 : 1))
    .slice(0, limit)
    .map(({ to, why, score }) => ({
      to: { kind: 'concept', slug: to, label: definitions.concepts.get(to)!.label },
      score: Math.min(1, score),
      reasons: why,
    }));
}

function sharedSections(counts: ArchiveCounts, slug: ConceptSlug): Map<ConceptSlug, SectionId[]> {
  const shared = new Map<ConceptSlug, SectionId[]>();
  for (const id of counts.byConcept.get(slug) ?? [])
    for (const other of counts.sections.get(id)!.mentions.keys())
      if (other !== slug) shared.set(other, [...(shared.get(other) ?? []), id]);
  return shared;
}

function together(
  counts: ArchiveCounts,
  one: ConceptSlug,
  other: ConceptSlug,
  sections: SectionId[],
): RelationReason {
  const issues = new Set(sections.map((id) => counts.sections.get(id)!.section.issue));
  return {
    kind: 'together',
    sections: sections.length,
    issues: issues.size,
    expected: expectedTogether(counts, one, other),
    quote: closest(counts, one, other, sections),
  };
}

/** The sentence of the mention that stands nearest to a mention of the other concept. */
function closest(
  counts: ArchiveCounts,
  one: ConceptSlug,
  other: ConceptSlug,
  sections: SectionId[],
): { section: SectionId; text: string } {
  let best = { section: sections[0]!, distance: Infinity, start: 0, end: 0 };
  for (const section of sections) {
    const { mentions } = counts.sections.get(section)!;
    const theirs = (mentions.get(other) ?? []).filter((mention) => mention.place === 'text');
    for (const { place, start, end } of mentions.get(one) ?? []) {
      if (place !== 'text') continue;
      for (const their of theirs) {
        const distance = Math.abs(their.start - start);
        if (distance < best.distance)
          best = {
            section,
            distance,
            start: Math.min(start, their.start),
            end: Math.max(end, their.end),
          };
      }
    }
  }
  const { text } = counts.sections.get(best.section)!.section;
  return { section: best.section, text: quoteAt(text, best.start, best.end) };
}

/** Definitions that speak of each other, either way; a concept that all speak of says little. */
function definitionWeights(definitions: Definitions, slug: ConceptSlug): Map<ConceptSlug, number> {
  const weights = new Map<ConceptSlug, number>();
  const add = (to: ConceptSlug, of: ConceptSlug) => {
    const n = definitions.concepts.size;
    const weight = Math.log(1 + n / (definitions.mentionedIn.get(of) ?? 1));
    weights.set(to, (weights.get(to) ?? 0) + weight);
  };
  for (const to of definitions.mentions.get(slug)?.keys() ?? []) add(to, to);
  for (const [from, mentioned] of definitions.mentions) if (mentioned.has(slug)) add(from, slug);
  return weights;
}

function onlyKeys<Key>(scores: Map<Key, number>, keys: Map<Key, unknown>): Map<Key, number> {
  return new Map([...scores].filter(([key]) => keys.has(key)));
}
