// What is near to what in an archive, and why.

import type { Section } from '../../model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../../slug.js';
import { definitionsAsOf, type Definitions } from '../definitions.js';
import {
  addIssue,
  countsAsOf,
  emptyCounts,
  removeIssue,
  type ArchiveCounts,
} from './archive-counts.js';
import { countIssue, type LinkedIssue } from './issue-counts.js';
import type { TermNumbers } from './issue-words.js';
import { rankPassages } from './passages.js';
import { createProfiles, type Profiles } from './profiles.js';
import { relateConcepts } from './relate-concepts.js';
import { relateSections } from './relate-sections.js';
import type { Relation } from './relation.js';
import { createSectionVectors, type SectionVectors } from './section-vectors.js';
import { countSpoken, type Spoken } from './speaking.js';

/** By one glossary: another one needs another of these. */
export interface Relatedness extends Nearness {
  /** Takes an issue in, in the place of what it held of that issue. */
  replaceIssue(slug: IssueSlug, issue: LinkedIssue): void;
  removeIssue(slug: IssueSlug): void;
  /** The sections that speak of the concept, in the order of their ids. */
  placesOf(slug: ConceptSlug): readonly PlaceOfConcept[];
  /** As it was when these issues alone were out, all counted anew; later changes do not reach it. */
  asOf(wasOut: (issue: IssueSlug) => boolean): Nearness;
}

/** `place` counts the issue's sections from 0. */
export type PlaceOfConcept = Readonly<{
  section: Section;
  issue: { slug: IssueSlug };
  place: number;
}>;

export interface Nearness {
  /**
   * Nearest first, each with its reasons; empty rather than far-fetched. Only
   * those that are wanted, without a change to their scores.
   */
  relatedConcepts(
    slug: ConceptSlug,
    limit: number,
    isWanted?: (slug: ConceptSlug) => boolean,
  ): Relation[];
  /** Nearest first, at most one of each issue and none of the section's own. */
  relatedSections(id: SectionId, limit: number): Relation[];
  /** All sections that speak of the concept, those most about it first. */
  passagesOf(slug: ConceptSlug): readonly PlaceOfConcept[];
}

/** @param numbers of the terms in the issues' words */
export function createRelatedness(definitions: Definitions, numbers: TermNumbers): Relatedness {
  const counts = emptyCounts(definitions.concepts.length);
  let now = nearnessIn(counts, definitions, numbers);
  return {
    replaceIssue(slug, issue) {
      addIssue(counts, countIssue(slug, issue));
      now = nearnessIn(counts, definitions, numbers);
    },
    removeIssue(slug) {
      removeIssue(counts, slug);
      now = nearnessIn(counts, definitions, numbers);
    },
    placesOf: (slug) => counts.speaking[definitions.ranks.get(slug) ?? -1] ?? [],
    asOf: (wasOut) =>
      nearnessIn(countsAsOf(counts, wasOut), definitionsAsOf(definitions, wasOut), numbers),
    relatedConcepts: (slug, limit, isWanted) => now.relatedConcepts(slug, limit, isWanted),
    relatedSections: (id, limit) => now.relatedSections(id, limit),
    passagesOf: (slug) => now.passagesOf(slug),
  };
}

/** In one state of the archive; profiles and vectors are made when asked for. */
function nearnessIn(
  counts: ArchiveCounts,
  definitions: Definitions,
  numbers: TermNumbers,
): Nearness {
  let profiles: Profiles | undefined;
  let vectors: SectionVectors | undefined;
  let spoken: Spoken | undefined;
  return {
    relatedConcepts(slug, limit, isWanted) {
      profiles ??= createProfiles(counts, definitions, numbers);
      spoken ??= countSpoken(counts, definitions);
      return relateConcepts(counts, definitions, profiles, spoken, slug, limit, isWanted);
    },
    relatedSections(id, limit) {
      vectors ??= createSectionVectors(counts);
      return relateSections(counts, definitions, numbers, vectors, id, limit);
    },
    passagesOf(slug) {
      const rank = definitions.ranks.get(slug);
      return rank === undefined ? [] : rankPassages(counts, rank);
    },
  };
}
