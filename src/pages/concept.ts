// A concept: what it is, what it belongs with, and every section that speaks of it.

import type { ConceptAccount, KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Concept, IsoDay, Page } from '../model.js';
import type { Root } from 'mdast';
import type { ConceptSlug, SectionId } from '../slug.js';
import { urls } from '../urls.js';
import { conceptItem, conceptRefs, type ConceptItem, type ConceptRef } from './concept-item.js';
import { makeConceptTime, type ConceptTime } from './concept-time.js';
import { makePaging, type Paging } from './paging.js';
import {
  lastDayOf,
  oneOf,
  pageNumber,
  perPage,
  readParameters,
  when,
  type Parameters,
} from './parameters.js';
import { linkMentions, makePassage, type Passage } from './passage.js';
import { quote } from './quote.js';
import { quoteItems, type QuoteItem } from './quote-item.js';
import { relationItem, type RelationItem } from './relation-item.js';
import { unlinkedMentions, type UnlinkedMention } from './unlinked.js';
import { chartOf, yearsOf, type Chart } from './shares.js';

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
  /** Sentences that speak of it, for a concept that was found and not described. */
  evidence: QuoteItem[];
  /** The days of the first and the latest issue that speaks of it. */
  first: IsoDay | null;
  latest: IsoDay | null;
  /** How many issues speak of it, of how many sent, for every year of the archive. */
  timeline: { year: number; issues: number; of: number }[];
  time: ConceptTime;
  /** The month or day at whose end the archive is looked at, as `2024-06`; null for now. */
  asof: string | null;
}

export interface ConceptPage {
  concept: ConceptAnswer;
  /** Null where nothing is dated. */
  chart: Chart | null;
  /** The same page without `asof`. */
  nowUrl: string;
  /** The page begins with what is told of the concept; later ones go on with its sections. */
  isFirst: boolean;
  /** The related ones that are neither broader nor narrower, which stand by themselves. */
  seeAlso: RelationItem[];
  sections: Page<QuotedPassage>;
  sorts: { sort: string; url: string; current: boolean }[];
  /** Sections that name it where nothing is linked; on the first page, and as things stand now. */
  unlinked: UnlinkedMention[];
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
  given: Parameters,
): Promise<ConceptAnswer | undefined> {
  const { asof } = readParameters({ asof: when }, given);
  const asOf = lastDayOf(asof);
  const entry = await kb.concept(slug, asOf);
  const account = await kb.account(slug, asOf);
  if (!entry || !account) return undefined;
  const { concept } = entry;
  const ref = { slug, label: concept.label };
  const relations = (await kb.related(slug, 12, asOf)) ?? [];
  return {
    ...conceptItem(entry),
    definition: await definitionOf(kb, concept, account, asof),
    notation: concept.notation,
    broader: await conceptRefs(kb, concept.broader),
    narrower: await conceptRefs(kb, concept.narrower),
    related: relations.map((relation) => relationItem(relation, ref, asof)),
    evidence: await quoteItems(kb, account.evidence),
    first: entry.first,
    latest: entry.latest,
    timeline: yearsOf(account.timeline.quarters).map(({ period, issues, of }) => ({
      year: Number(period),
      issues,
      of,
    })),
    time: await makeConceptTime(kb, account),
    asof: asof ?? null,
  };
}

/** One that is quoted from an issue was not there before that issue. */
async function definitionOf(
  kb: KnowledgeBase,
  { definition }: Concept,
  { definitionMentions }: ConceptAccount,
  asof: string | undefined,
): Promise<ConceptAnswer['definition']> {
  if (definition === null) return null;
  const asOf = lastDayOf(asof);
  const { text, tree, source } = definition;
  const date = source === null ? null : ((await kb.section(source))?.issue.date ?? null);
  if (source !== null && asOf !== undefined && (date === null || date > asOf)) return null;
  return {
    text,
    tree: linkMentions(tree, definitionMentions, asof),
    source: source && { id: source, url: urls.section(source) },
  };
}

/** Undefined when there is no such concept. */
export async function makeConceptSections(
  kb: KnowledgeBase,
  slug: ConceptSlug,
  given: Parameters,
): Promise<Page<Passage> | undefined> {
  const request = readParameters(
    { sort: oneOf(SORTS), page: pageNumber, perPage: perPage(20), asof: when },
    given,
  );
  const sections = await kb.sectionsOf(slug, { ...request, asOf: lastDayOf(request.asof) });
  if (!sections) return undefined;
  const items = await Promise.all(
    sections.items.map((entry) => makePassage(kb, entry, slug, [], request.asof)),
  );
  return { ...sections, items };
}

/** Undefined when there is no such concept. */
export async function makeConceptPage(
  kb: KnowledgeBase,
  slug: ConceptSlug,
  given: Parameters,
): Promise<ConceptPage | undefined> {
  const asked = readParameters({ sort: oneOf(SORTS), page: pageNumber, asof: when }, given);
  const { asof } = asked;
  const concept = await makeConceptAnswer(kb, slug, asof === undefined ? {} : { asof });
  const sections = await makeConceptSections(kb, slug, given);
  if (!concept || !sections) return undefined;
  const above = new Set([...concept.broader, ...concept.narrower].map((ref) => ref.slug));
  const sort = asked.sort === 'relevance' ? null : asked.sort;
  return {
    concept,
    chart: concept.time.shares.length > 0 ? chartOf(concept.time.shares) : null,
    nowUrl: urls.concept(slug, { sort }),
    isFirst: asked.page === 1,
    seeAlso: concept.related.filter(({ to }) => to.kind === 'concept' && !above.has(to.slug)),
    sections: {
      ...sections,
      items: sections.items.map((passage) => ({ ...passage, ...quote(passage.tree) })),
    },
    sorts: SORTS.map((other) => ({
      sort: other,
      url: urls.concept(slug, { sort: other === 'relevance' ? null : other, asof }),
      current: other === asked.sort,
    })),
    unlinked: asked.page === 1 && asof === undefined ? await unlinkedMentions(kb, slug) : [],
    searchUrl: urls.search({ concept: slug, asof }),
    paging: makePaging(sections, (page) =>
      urls.concept(slug, { sort, asof, page: page === 1 ? null : page }),
    ),
  };
}
