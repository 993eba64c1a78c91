// The only file that spells an address of ours.

import type { ConceptSlug, IssueSlug, SectionId } from './slug.js';
import { isSlug, parseSectionId, partsOf, sectionId } from './slug.js';

/** Query parameters, in the order given; what is undefined, null or '' is left out. */
export type Params = Record<
  string,
  string | number | readonly (string | number)[] | null | undefined
>;

const addresses = {
  home: () => '/',
  search: (params: Params = {}) => withParams('/search', params),
  concepts: (params: Params = {}) => withParams('/concepts', params),
  concept: (slug: ConceptSlug, params: Params = {}) =>
    withParams(`/concepts/${encodeURIComponent(slug)}`, params),
  conceptFeed: (slug: ConceptSlug) => `/concepts/${encodeURIComponent(slug)}/feed.xml`,
  /** The concepts as a graph. */
  map: (params: Params = {}) => withParams('/map', params),
  issues: (params: Params = {}) => withParams('/issues', params),
  issue: (slug: IssueSlug) => `/issues/${encodeURIComponent(slug)}`,
  /** A section's permanent link: its issue's page, at the section. With `q`, these words are marked there. */
  section: (id: SectionId, params: Params = {}) => {
    const { issue, anchor } = partsOf(id);
    return `${withParams(`/issues/${encodeURIComponent(issue)}`, params)}#${encodeURIComponent(anchor)}`;
  },
  api: () => '/api',
  apiSearch: (params: Params = {}) => withParams('/api/search', params),
  apiSuggest: (params: Params = {}) => withParams('/api/suggest', params),
  apiConcepts: (params: Params = {}) => withParams('/api/concepts', params),
  apiConcept: (slug: ConceptSlug) => `/api/concepts/${encodeURIComponent(slug)}`,
  apiConceptSections: (slug: ConceptSlug, params: Params = {}) =>
    withParams(`/api/concepts/${encodeURIComponent(slug)}/sections`, params),
  apiIssues: (params: Params = {}) => withParams('/api/issues', params),
  apiIssue: (slug: IssueSlug) => `/api/issues/${encodeURIComponent(slug)}`,
  apiSection: (id: SectionId) => `/api/sections/${encodeURIComponent(id)}`,
  apiRelated: (to: ConceptSlug | SectionId) => withParams('/api/related', { to }),
  apiProblems: () => '/api/problems',
  /** Pieces of pages, for the scripts. */
  suggestions: () => '/-/suggestions',
  /** The style page. */
  patterns: () => '/-/patterns',
  preview: () => '/-/preview',
  feed: () => '/feed.xml',
  /** By which a browser learns to search here. */
  openSearch: () => '/opensearch.xml',
  sitemap: () => '/sitemap.xml',
  /** Server-sent events, for open pages. */
  changes: () => '/-/changes',
  /** `version` changes with the file, so that browsers may keep it for ever. */
  asset: (name: string, version: string) => withParams(`/assets/${name}`, { v: version }),
};

export const urls = {
  ...addresses,
  /** The same, and those of pages that can tell how the archive stood at a month's or a day's end do so. */
  asOf: (asof: string | null | undefined): typeof addresses => ({
    ...addresses,
    search: (params = {}) => addresses.search({ ...params, asof }),
    concepts: (params = {}) => addresses.concepts({ ...params, asof }),
    concept: (slug, params = {}) => addresses.concept(slug, { ...params, asof }),
    map: (params = {}) => addresses.map({ ...params, asof }),
  }),
};

/** The concept, section or issue that an address of ours leads to; undefined when it is none of theirs. */
export function leadsTo(
  address: string,
): { concept: ConceptSlug } | { section: SectionId } | { issue: IssueSlug } | undefined {
  const [, kind, slug, , anchor] =
    /^\/(concepts|issues)\/([^/?#]+)(\?[^#]*)?(?:#(.+))?$/u.exec(decoded(address)) ?? [];
  if (!isSlug(slug ?? '')) return undefined;
  if (kind === 'concepts') return { concept: slug as ConceptSlug };
  const section = parseSectionId(`${slug}#${anchor}`);
  return anchor !== undefined && section
    ? { section: sectionId(section.issue, section.anchor) }
    : { issue: slug as IssueSlug };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return '';
  }
}

function withParams(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
