// What is near to what in an archive, and why.

import type { Concept, Mention, Section } from '../model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import { rankPassages } from './passages.js';
import type { Relation } from './relation.js';
import { createDefinitions, definitionsAsOf, type Definitions } from './definitions.js';
import { createProfiles, type Profiles } from './profiles.js';
import { relateConcepts } from './relate-concepts.js';
import { relateSections, type SectionVectors } from './relate-sections.js';
import {
  addIssue,
  countsAsOf,
  emptyCounts,
  removeIssue,
  type ArchiveCounts,
} from './section-counts.js';

export interface Relatedness extends Nearness {
  /** Takes an issue's sections in, in the place of what it held of that issue. */
  replaceIssue(slug: IssueSlug, sections: { section: Section; mentions: Mention[] }[]): void;
  removeIssue(slug: IssueSlug): void;
  /** Mentions are the caller's to find anew. */
  replaceConcepts(concepts: Concept[]): void;
  /** As it was when these issues alone were out, all counted anew; later changes do not reach it. */
  asOf(wasOut: (issue: IssueSlug) => boolean): Nearness;
}

export interface Nearness {
  /** Nearest first, each with its reasons; empty rather than far-fetched. */
  relatedConcepts(slug: ConceptSlug, limit: number): Relation[];
  /** Nearest first, at most one of each issue and none of the section's own. */
  relatedSections(id: SectionId, limit: number): Relation[];
  /** All sections that speak of the concept, those most about it first. */
  passagesOf(slug: ConceptSlug): SectionId[];
}

export function createRelatedness(): Relatedness {
  const counts = emptyCounts();
  let definitions: Definitions = createDefinitions([]);
  let now = nearnessIn(counts, definitions);
  return {
    replaceIssue(slug, sections) {
      addIssue(counts, slug, sections);
      now = nearnessIn(counts, definitions);
    },
    removeIssue(slug) {
      removeIssue(counts, slug);
      now = nearnessIn(counts, definitions);
    },
    replaceConcepts(concepts) {
      definitions = createDefinitions(concepts);
      now = nearnessIn(counts, definitions);
    },
    asOf: (wasOut) => nearnessIn(countsAsOf(counts, wasOut), definitionsAsOf(definitions, wasOut)),
    relatedConcepts: (slug, limit) => now.relatedConcepts(slug, limit),
    relatedSections: (id, limit) => now.relatedSections(id, limit),
    passagesOf: (slug) => now.passagesOf(slug),
  };
}

/** In one state of the archive; profiles and vectors are made when asked for. */
function nearnessIn(counts: ArchiveCounts, definitions: Definitions): Nearness {
  let profiles: Profiles | undefined;
  const vectors: SectionVectors = new Map();
  return {
    relatedConcepts(slug, limit) {
      profiles ??= createProfiles(counts, definitions);
      return relateConcepts(counts, definitions, profiles, slug, limit);
    },
    relatedSections: (id, limit) => relateSections(counts, definitions, vectors, id, limit),
    passagesOf: (slug) => rankPassages(counts, slug),
  };
}
