// A concept: what it is, what it belongs with, and every section that speaks of it.

import type { ConceptEntry, KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { IsoDay, Page } from '../model.js';
import type { Root } from 'mdast';
import type { ConceptSlug, SectionId } from '../slug.js';
import { urls } from '../urls.js';
import { conceptItem, conceptRefs, type ConceptItem, type ConceptRef } from './concept-item.js';
import { makePaging, type Paging } from './paging.js';
import { oneOf, pageNumber, perPage, readParameters, type Parameters } from './parameters.js';
import { makePassage, type Passage } from './passage.js';
import { quote } from './quote.js';
import { relationItem, type RelationItem } from './relation-item.js';

/** The answer as JSON gives it. */
export interface ConceptAnswer extends ConceptItem {
  definition: {
    text: string;
    /** For HTML; JSON leaves it out. */
    tree: Root;
    /** The section that it is quoted from. */
    source: { id: SectionId; url: string } | null;
  } | null;
  notation: string | null;
  broader: ConceptRef[];
  narrower: ConceptRef[];
  related: RelationItem[];
  /** The days of the first and the latest issue that speaks of it. */
  first: IsoDay | null;
  latest: IsoDay | null;
  /** How many issues speak of it, for every year from the first to the latest. */
  timeline: { year: number; issues: number }[];
}

export interface ConceptPage {
  concept: ConceptAnswer;
  /** The related ones that are neither broader nor narrower, which stand by themselves. */
  seeAlso: RelationItem[];
  sections: Page<QuotedPassage>;
  sorts: { sort: string; url: string; current: boolean }[];
  searchUrl: string;
  paging: Paging;
}

export interface QuotedPassage extends Passage {
  /** `tree` holds a part of the section only. */
  cut: boolean;
}

const SORTS = ['relevance', 'newest', 'oldest'] as const;

/** Undefined when there is no such concept. */
export async function makeConceptAnswer(
  kb: KnowledgeBase,
  slug: ConceptSlug,
): Promise<ConceptAnswer | undefined> {
  const entry = await kb.concept(slug);
  if (!entry) return undefined;
  const { concept } = entry;
  const ref = { slug, label: concept.label };
  const relations = (await kb.related(slug, 12)) ?? [];
  return {
    ...conceptItem(entry),
    definition: concept.definition && {
      ...concept.definition,
      source: concept.definition.source && {
        id: concept.definition.source,
        url: urls.section(concept.definition.source),
      },
    },
    notation: concept.notation,
    broader: await conceptRefs(kb, concept.broader),
    narrower: await conceptRefs(kb, concept.narrower),
    related: relations.map((relation) => relationItem(relation, ref)),
    first: entry.first,
    latest: entry.latest,
    timeline: timeline(entry),
  };
}

/** Undefined when there is no such concept. */
export async function makeConceptSections(
  kb: KnowledgeBase,
  slug: ConceptSlug,
  given: Parameters,
): Promise<Page<Passage> | undefined> {
  const request = readParameters(
    { sort: oneOf(SORTS), page: pageNumber, perPage: perPage(20) },
    given,
  );
  const sections = await kb.sectionsOf(slug, request);
  if (!sections) return undefined;
  const items = await Promise.all(sections.items.map((entry) => makePassage(kb, entry, slug)));
  return { ...sections, items };
}

/** Undefined when there is no such concept. */
export async function makeConceptPage(
  kb: KnowledgeBase,
  slug: ConceptSlug,
  given: Parameters,
): Promise<ConceptPage | undefined> {
  const asked = readParameters({ sort: oneOf(SORTS), page: pageNumber }, given);
  const concept = await makeConceptAnswer(kb, slug);
  const sections = await makeConceptSections(kb, slug, given);
  if (!concept || !sections) return undefined;
  const above = new Set([...concept.broader, ...concept.narrower].map((ref) => ref.slug));
  const sort = asked.sort === 'relevance' ? null : asked.sort;
  return {
    concept,
    seeAlso: concept.related.filter(({ to }) => to.kind === 'concept' && !above.has(to.slug)),
    sections: {
      ...sections,
      items: sections.items.map((passage) => ({ ...passage, ...quote(passage.tree) })),
    },
    sorts: SORTS.map((other) => ({
      sort: other,
      url: urls.concept(slug, { sort: other === 'relevance' ? null : other }),
      current: other === asked.sort,
    })),
    searchUrl: urls.search({ concept: slug }),
    paging: makePaging(sections, (page) =>
      urls.concept(slug, { sort, page: page === 1 ? null : page }),
    ),
  };
}

function timeline({ issues }: ConceptEntry): ConceptAnswer['timeline'] {
  const years = issues.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))]));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => ({
    year: first + i,
    issues: years.filter((year) => year === first + i).length,
  }));
}
