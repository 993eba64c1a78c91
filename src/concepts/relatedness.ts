// What is near to what in an archive, and why.

import type { Concept, Mention, Section } from '../model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import { rankPassages } from './passages.js';
import type { Relation } from './relation.js';
import { createDefinitions } from './definitions.js';
import type { Definitions } from './definitions.js';
import { createProfiles, type Profiles } from './profiles.js';
import { relateConcepts } from './relate-concepts.js';
import { relateSections, type SectionVectors } from './relate-sections.js';
import { addIssue, emptyCounts, removeIssue } from './section-counts.js';

export interface Relatedness {
  /** Takes an issue's sections in, in the place of what it held of that issue. */
  replaceIssue(slug: IssueSlug, sections: { section: Section; mentions: Mention[] }[]): void;
  removeIssue(slug: IssueSlug): void;
  /** Mentions are the caller's to find anew. */
  replaceConcepts(concepts: Concept[]): void;
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
  /** Made when asked for, forgotten when the archive changes. */
  let profiles: Profiles | undefined;
  let vectors: SectionVectors = new Map();
  return {
    replaceIssue(slug, sections) {
      addIssue(counts, slug, sections);
      profiles = undefined;
      vectors = new Map();
    },
    removeIssue(slug) {
      removeIssue(counts, slug);
      profiles = undefined;
      vectors = new Map();
    },
    replaceConcepts(concepts) {
      profiles = undefined;
      vectors = new Map();
      definitions = createDefinitions(concepts);
    },
    relatedConcepts(slug, limit) {
      profiles ??= createProfiles(counts, definitions);
      return relateConcepts(counts, definitions, profiles, slug, limit);
    },
    relatedSections: (id, limit) => relateSections(counts, definitions, vectors, id, limit),
    passagesOf: (slug) => rankPassages(counts, slug),
  };
}
