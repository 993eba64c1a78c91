// Passages: with all headings hidden, those that a heading or lead-in says are
// about a concept are to come first of all that speak of it.

import { discoverConcepts } from '../../src/concepts/discovery.js';
import { createMentionFinder } from '../../src/concepts/mentions.js';
import { rankPassages } from '../../src/concepts/passages.js';
import { addIssue, emptyCounts, type ArchiveCounts } from '../../src/concepts/section-counts.js';
import type { Concept, Issue, Section } from '../../src/model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../../src/slug.js';
import type { LinkedArchive } from './linked-archive.js';

export interface PassageTest {
  counts: ArchiveCounts;
  /** Which passages are about a concept. */
  gold: Map<ConceptSlug, Set<SectionId>>;
}

export type PassageRanking = (counts: ArchiveCounts, slug: ConceptSlug) => SectionId[];

/** Of the first R passages given, the share that are right; R is how many are. The mean over concepts. */
export function rPrecision({ counts, gold }: PassageTest, rank: PassageRanking): number {
  let sum = 0;
  for (const [slug, right] of gold) {
    const given = rank(counts, slug).slice(0, right.size);
    sum += given.filter((id) => right.has(id)).length / right.size;
  }
  return sum / Math.max(1, gold.size);
}

/** The archive's concepts, discovered, and the passages whose heading names them. */
export function hiddenHeadings(issues: readonly Issue[]): PassageTest {
  const concepts = discoverConcepts(issues, { limit: 200 }).map(({ concept }) => concept);
  const finder = createMentionFinder(concepts);
  const gold = new Map<ConceptSlug, Set<SectionId>>();
  for (const { sections } of issues)
    for (const section of sections) {
      if (section.stock || section.form === 'lede') continue;
      const mentions = finder.find(section);
      const inText = new Set(mentions.filter(isInText).map(({ concept }) => concept));
      for (const { place, concept } of mentions)
        if (place === 'heading' && inText.has(concept))
          gold.set(concept, (gold.get(concept) ?? new Set()).add(section.id));
    }
  return ranked(
    issues.map(({ slug, sections }) => [slug, sections]),
    concepts,
    gold,
  );
}

/** Each page is the passage about its own title. */
export function hiddenTitles({ pages }: LinkedArchive): PassageTest {
  return ranked(
    pages.map(({ section }) => [section.issue, [section]]),
    pages.map(({ concept }) => concept),
    new Map(pages.map(({ concept, section }) => [concept.slug, new Set([section.id])])),
  );
}

export const dictionaryCounting: PassageRanking = (counts, slug) =>
  sorted(counts, slug, (id) => timesIn(counts, id, slug));

/** Okapi BM25 with the concept as its one term, k1 = 1.2, b = 0.75. */
export const bm25Passages: PassageRanking = (counts, slug) => {
  const mean = counts.length / counts.sections.size;
  return sorted(counts, slug, (id) => {
    const times = timesIn(counts, id, slug);
    const length = counts.sections.get(id)!.length;
    return (times * 2.2) / (times + 1.2 * (0.25 + (0.75 * length) / mean));
  });
};

export const backmatterPassages: PassageRanking = rankPassages;

function ranked(
  issues: readonly (readonly [IssueSlug, readonly Section[]])[],
  concepts: readonly Concept[],
  gold: Map<ConceptSlug, Set<SectionId>>,
): PassageTest {
  const finder = createMentionFinder(concepts);
  const counts = emptyCounts();
  for (const [slug, sections] of issues)
    addIssue(
      counts,
      slug,
      sections
        .map((section) => ({ ...section, heading: '', trail: [] }))
        .map((section) => ({ section, mentions: finder.find(section) })),
    );
  // Where all that speak of a concept are about it, every order is right.
  for (const [slug, right] of gold)
    if ((counts.byConcept.get(slug)?.size ?? 0) <= right.size) gold.delete(slug);
  return { counts, gold };
}

function sorted(
  counts: ArchiveCounts,
  slug: ConceptSlug,
  score: (id: SectionId) => number,
): SectionId[] {
  return [...(counts.byConcept.get(slug) ?? [])]
    .map((id) => ({ id, score: score(id) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function timesIn(counts: ArchiveCounts, id: SectionId, slug: ConceptSlug): number {
  return counts.sections.get(id)?.mentions.get(slug)?.length ?? 0;
}

function isInText({ place }: { place: string }): boolean {
  return place === 'text';
}
