// What is near to what in an archive, and why.

import type { Section } from '../../model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../../slug.js';
import { atOnce, inTurns, type Steps } from '../../turns.js';
import { definitionsAsOf, type Definitions } from '../definitions.js';
import {
  addIssue,
  countsAsOf,
  emptyCounts,
  removeIssue,
  sectionCounts,
  type ArchiveCounts,
} from './archive-counts.js';
import { countIssue, type LinkedIssue, type SectionCounts } from './issue-counts.js';
import type { TermNumbers } from './issue-words.js';
import { rankPassages } from './passages.js';
import { createProfiles } from './profiles.js';
import { relateConcepts } from './relate-concepts.js';
import { relateSections } from './relate-sections.js';
import type { Relation } from './relation.js';
import { createSectionVectors } from './section-vectors.js';

/** By one glossary: another one needs another of these. */
export interface Relatedness extends Nearness {
  /** Takes an issue in, in the place of what it held of that issue. */
  replaceIssue(slug: IssueSlug, issue: LinkedIssue): void;
  removeIssue(slug: IssueSlug): void;
  /** The sections that speak of the concept, in the order of their ids. */
  placesOf(slug: ConceptSlug): readonly PlaceOfConcept[];
  /** Is another whenever the concept's passages are others, or stand in another order. */
  versionOf(slug: ConceptSlug): string;
  /** As it was when these issues alone were out, all counted anew; later changes do not reach it. */
  asOf(wasOut: (issue: IssueSlug) => boolean): Promise<Nearness>;
}

/** `place` counts the issue's sections from 0. */
export type PlaceOfConcept = Readonly<{
  section: Section;
  issue: { slug: IssueSlug };
  place: number;
}>;

/** Made in turns with others; it tells of a moment between the question and the answer. */
export interface Nearness {
  /**
   * Nearest first, each with its reasons; empty rather than far-fetched. Only
   * those that are wanted, without a change to their scores.
   */
  relatedConcepts(
    slug: ConceptSlug,
    limit: number,
    isWanted?: (slug: ConceptSlug) => boolean,
  ): Promise<Relation[]>;
  /** Nearest first, at most one of each issue and none of the section's own. */
  relatedSections(id: SectionId, limit: number): Promise<Relation[]>;
  /** All sections that speak of the concept, those most about it first. */
  passagesOf(slug: ConceptSlug): readonly PlaceOfConcept[];
}

/** @param numbers of the terms in the issues' words */
export function createRelatedness(definitions: Definitions, numbers: TermNumbers): Relatedness {
  const { ranks } = definitions;
  const counts = emptyCounts(definitions.concepts.length);
  return {
    replaceIssue: (slug, issue) => addIssue(counts, countIssue(slug, issue)),
    removeIssue: (slug) => removeIssue(counts, slug),
    placesOf: (slug) => counts.speaking[ranks.get(slug) ?? -1] ?? [],
    versionOf: (slug) => `${counts.touched[ranks.get(slug) ?? -1]} ${counts.mean}`,
    async asOf(wasOut) {
      const defined = definitionsAsOf(definitions, wasOut);
      return nearnessIn(await inTurns(countsAsOf(counts, wasOut)), defined, numbers);
    },
    ...nearnessIn(counts, definitions, numbers),
  };
}

/** So many concepts' passages are kept in their order. */
const MAX_RANKED = 100;
/** So often reasons are looked for in turns with others, among whom may be who changes what they are. */
const TRIES = 3;

/** Undefined when it is so no longer. */
function* whileSo<Value>(steps: Steps<Value>, isSo: () => boolean): Steps<Value | undefined> {
  while (isSo()) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield;
  }
  return undefined;
}

/** Of the archive that is counted, as it changes. */
function nearnessIn(
  counts: ArchiveCounts,
  definitions: Definitions,
  numbers: TermNumbers,
): Nearness {
  const profiles = createProfiles(counts, definitions, numbers);
  const vectors = createSectionVectors(counts);
  /** A page asks for those of its concept again and again. */
  let ranked = { version: counts.version, passages: new Map<ConceptSlug, SectionCounts[]>() };
  return {
    async relatedConcepts(slug, limit, isWanted) {
      for (let tries = 1; ; tries += 1) {
        const now = await inTurns(profiles());
        const { version } = counts;
        const steps = relateConcepts(counts, definitions, now, slug, limit, isWanted);
        // A writer who never rests is not waited for.
        if (tries === TRIES) return atOnce(steps);
        const relations = await inTurns(whileSo(steps, () => counts.version === version));
        if (relations !== undefined) return relations;
      }
    },
    async relatedSections(id, limit) {
      for (;;) {
        const now = await vectors();
        const own = sectionCounts(counts, id);
        if (own === undefined) return [];
        // It may have been replaced meanwhile.
        if (now.issues.has(own.issue))
          return relateSections(counts, definitions, numbers, now, own, limit);
      }
    },
    passagesOf(slug) {
      if (ranked.version !== counts.version)
        ranked = { version: counts.version, passages: new Map() };
      const rank = definitions.ranks.get(slug);
      const known = ranked.passages.get(slug);
      if (rank === undefined || known !== undefined) return known ?? [];
      const passages = rankPassages(counts, rank);
      if (ranked.passages.size >= MAX_RANKED) ranked.passages.clear();
      ranked.passages.set(slug, passages);
      return passages;
    },
  };
}
