// Passages: with all headings hidden, those that a heading or lead-in says are
// about a concept are to come first of all that speak of it.

import { discoverConcepts } from '../../src/concepts/discovery.js';
import { createMentionFinder } from '../../src/concepts/mentions.js';
import { rankPassages } from '../../src/concepts/passages.js';
import {
  addIssue,
  emptyCounts,
  rowOf,
  type ArchiveCounts,
} from '../../src/concepts/archive-counts.js';
import { countIssue, type SectionCounts } from '../../src/concepts/issue-counts.js';
import type { Concept, Issue, Section } from '../../src/model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../../src/slug.js';
import { linkerOf } from '../../test/concepts/archive-of.js';
import type { LinkedArchive } from './linked-archive.js';

export interface PassageTest {
  counts: ArchiveCounts;
  ranks: ReadonlyMap<ConceptSlug, number>;
  /** Which passages are about a concept. */
  gold: Map<ConceptSlug, Set<SectionId>>;
}

/** `rank` is the concept's in the glossary. */
export type PassageRanking = (counts: ArchiveCounts, rank: number) => SectionCounts[];

/** Of the first R passages given, the share that are right; R is how many are. The mean over concepts. */
export function rPrecision({ counts, ranks, gold }: PassageTest, rank: PassageRanking): number {
  let sum = 0;
  for (const [slug, right] of gold) {
    const given = rank(counts, ranks.get(slug)!).slice(0, right.size);
    sum += given.filter(({ section }) => right.has(section.id)).length / right.size;
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

export const dictionaryCounting: PassageRanking = (counts, rank) =>
  sorted(counts, rank, (entry) => timesIn(entry, rank));

/** Okapi BM25 with the concept as its one term, k1 = 1.2, b = 0.75. */
export const bm25Passages: PassageRanking = (counts, rank) => {
  const mean = counts.length / counts.sections;
  return sorted(counts, rank, (entry) => {
    const times = timesIn(entry, rank);
    const length = entry.issue.words.lengths[entry.place]!;
    return (times * 2.2) / (times + 1.2 * (0.25 + (0.75 * length) / mean));
  });
};

export const backmatterPassages: PassageRanking = rankPassages;

function ranked(
  issues: readonly (readonly [IssueSlug, readonly Section[]])[],
  concepts: readonly Concept[],
  gold: Map<ConceptSlug, Set<SectionId>>,
): PassageTest {
  const { definitions, link } = linkerOf(concepts);
  const { ranks } = definitions;
  const counts = emptyCounts(concepts.length);
  for (const [slug, sections] of issues) {
    const hidden = sections.map((section) => ({ ...section, heading: '', trail: [] }));
    addIssue(counts, countIssue(slug, link(hidden)));
  }
  // Where all that speak of a concept are about it, every order is right.
  for (const [slug, right] of gold)
    if (counts.speaking[ranks.get(slug)!]!.length <= right.size) gold.delete(slug);
  return { counts, ranks, gold };
}

function sorted(
  counts: ArchiveCounts,
  rank: number,
  score: (entry: SectionCounts) => number,
): SectionCounts[] {
  return counts.speaking[rank]!.map((entry) => ({ entry, score: score(entry) }))
    .sort((a, b) => b.score - a.score || (a.entry.section.id < b.entry.section.id ? -1 : 1))
    .map(({ entry }) => entry);
}

function timesIn(entry: SectionCounts, rank: number): number {
  return entry.issue.spoken.times[rowOf(entry, rank)] ?? 0;
}

function isInText({ place }: { place: string }): boolean {
  return place === 'text';
}
