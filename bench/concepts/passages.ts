// Passages: of all that speak of a concept, those are to come first that people
// say are about it: by a heading (hidden), by a link to it (hidden), by a tag.

import { discoverConcepts } from '../../src/concepts/discovery/discovery.js';
import { issueText } from '../../src/concepts/discovery/issue-text.js';
import { mentionFinder } from '../../src/concepts/mentions/mentions.js';
import { rankPassages } from '../../src/concepts/relations/passages.js';
import {
  addIssue,
  emptyCounts,
  rowOf,
  type ArchiveCounts,
} from '../../src/concepts/relations/archive-counts.js';
import { countIssue, type SectionCounts } from '../../src/concepts/relations/issue-counts.js';
import type { Concept, Issue, Section } from '../../src/model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../../src/slug.js';
import { atOnce } from '../../src/turns.js';
import { conceptOf, linkerOf } from '../../test/concepts/archive-of.js';
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
  const concepts = discoverConcepts(issues.map(issueText), { limit: 200 }).map(
    ({ concept }) => concept,
  );
  const finder = atOnce(mentionFinder(concepts));
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

/**
 * The pages from which people link to a concept by hand, the links hidden, and
 * the concept's own: who links to a concept speaks of it, who only names it does not.
 */
export function hiddenLinks({ pages }: LinkedArchive): PassageTest {
  const gold = new Map(pages.map(({ concept, section }) => [concept.slug, new Set([section.id])]));
  for (const { section, links } of pages)
    for (const { target } of links) gold.get(target)?.add(section.id);
  return ranked(
    pages.map(({ section }) => [section.issue, [section]]),
    pages.map(({ concept }) => concept),
    gold,
    false,
  );
}

/**
 * The issues that their authors tagged with a concept, which is nearest to an index made by
 * hand. Headings are left where they are; an issue is ranked by the first of its sections.
 */
export function taggedIssues(
  issues: readonly Issue[],
  tags: ReadonlyMap<string, ReadonlySet<IssueSlug>>,
): (rank: PassageRanking) => Record<string, string> {
  const concepts = [...tags.keys()].map((tag) => conceptOf(tag));
  const { link } = linkerOf(concepts);
  const counts = emptyCounts(concepts.length);
  for (const { slug, sections } of issues) addIssue(counts, countIssue(slug, link(sections)));
  return (ranking) => {
    const shares = [...tags.values()].flatMap((tagged, rank) => {
      const given = [...new Set(ranking(counts, rank).map(({ issue }) => issue.slug))];
      const right = given.filter((slug) => tagged.has(slug)).length;
      if (right === 0 || right === given.length) return [];
      return [given.slice(0, right).filter((slug) => tagged.has(slug)).length / right];
    });
    const sum = shares.reduce((all, share) => all + share, 0);
    return {
      concepts: String(shares.length),
      'R-precision': (sum / Math.max(1, shares.length)).toFixed(3),
    };
  };
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
  hide = true,
): PassageTest {
  const { definitions, link } = linkerOf(concepts);
  const { ranks } = definitions;
  const counts = emptyCounts(concepts.length);
  for (const [slug, sections] of issues) {
    const hidden = hide
      ? sections.map((section) => ({ ...section, heading: '', trail: [] }))
      : sections;
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
