// The ways on from a search: filters taken away and added, other orders, other pages.

import type { KnowledgeBase, SearchQuery, SearchResult } from '../knowledge-base/knowledge-base.js';
import { urls, type Params } from '../urls.js';

export interface Chip {
  name: FilterName;
  label: string;
  /** The same search without it. */
  url: string;
}

export interface FacetGroup {
  name: FilterName;
  values: FacetLink[];
}

export interface FacetLink {
  label: string;
  count: number;
  /** The same search with it, or without it where it is in force. */
  url: string;
  current: boolean;
}

export interface SortLink {
  sort: SearchQuery['sort'];
  url: string;
  current: boolean;
}

export type KeptParameter = [name: string, value: string];

/** A question, and when the archive is looked at, as the address says both. */
export type AskedSearch = SearchQuery & { asof?: string | undefined };

export type FilterName = 'concept' | 'year' | 'publication' | 'author' | 'language';

const FIELDS = {
  concept: 'concepts',
  year: 'years',
  publication: 'publications',
  author: 'authors',
  language: 'languages',
} as const satisfies Record<FilterName, keyof SearchQuery>;

const FILTERS = Object.keys(FIELDS) as FilterName[];
const SORTS = ['relevance', 'newest', 'oldest'] as const;

/** @param labels concepts' labels by slug. */
export function chipsOf(query: AskedSearch, labels: ReadonlyMap<string, string>): Chip[] {
  return FILTERS.flatMap((name) =>
    valuesOf(query, name).map((value) => ({
      name,
      label: (name === 'concept' ? labels.get(value) : undefined) ?? value,
      url: searchUrl(query, { [name]: valuesOf(query, name).filter((other) => other !== value) }),
    })),
  );
}

/** The labels of the concepts filtered by. */
export async function chipLabels(
  kb: KnowledgeBase,
  query: SearchQuery,
): Promise<Map<string, string>> {
  const entries = await Promise.all(query.concepts.map((slug) => kb.concept(slug)));
  return new Map(
    entries.flatMap((entry) => (entry ? [[entry.concept.slug, entry.concept.label]] : [])),
  );
}

/** Only those that would part the result: a facet of one value that holds everywhere says nothing. */
export function facetGroups(query: AskedSearch, facets: SearchResult['facets']): FacetGroup[] {
  return FILTERS.map((name) => ({ name, values: facetLinks(query, name, facets) })).filter(
    ({ name, values }) =>
      values.length > 1 ||
      (name === 'concept' && values.length > 0) ||
      values.some((v) => v.current),
  );
}

function facetLinks(
  query: AskedSearch,
  name: FilterName,
  facets: SearchResult['facets'],
): FacetLink[] {
  const inForce = valuesOf(query, name);
  return facets[name].map(({ value, label, count }) => {
    const current = inForce.includes(value);
    const values = current ? inForce.filter((one) => one !== value) : [...inForce, value];
    return { label, count, current, url: searchUrl(query, { [name]: values }) };
  });
}

export function sortsOf(query: AskedSearch): SortLink[] {
  return SORTS.map((sort) => ({
    sort,
    url: searchUrl({ ...query, sort }),
    current: sort === query.sort,
  }));
}

/** All but the words and the page. */
export function keptParameters(query: AskedSearch): KeptParameter[] {
  const filters = FILTERS.flatMap((name) =>
    valuesOf(query, name).map((value): KeptParameter => [name, value]),
  );
  if (query.asof !== undefined) filters.push(['asof', query.asof]);
  if (query.sort !== 'relevance') filters.push(['sort', query.sort]);
  return filters;
}

/** The same search: with these other values, from its first page unless `page` says else. */
export function searchUrl(query: AskedSearch, other: Params = {}): string {
  return urls.search({
    q: query.q,
    ...Object.fromEntries(FILTERS.map((name) => [name, valuesOf(query, name)])),
    asof: query.asof,
    sort: query.sort === 'relevance' ? null : query.sort,
    ...other,
  });
}

function valuesOf(query: SearchQuery, name: FilterName): string[] {
  return query[FIELDS[name]].map(String);
}
