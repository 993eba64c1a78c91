import type {
  KnowledgeBase,
  SearchQuery,
  SearchResult,
  SectionEntry,
} from '../knowledge-base/knowledge-base.js';
import type { ConceptSlug, SectionId } from '../slug.js';
import { urls } from '../urls.js';
import { en } from '../words/en.js';
import { noteInWords } from '../words/question.js';
import type { ConceptRef } from './concept-item.js';
import { issueRef, type IssueRef } from './issue-item.js';
import { makePaging, type Paging } from './paging.js';
import {
  atMost,
  conceptName,
  lastDayOf,
  oneOf,
  pageNumber,
  perPage,
  question,
  readParameters,
  repeated,
  when,
  optional,
  year,
  type Parameters,
} from './parameters.js';
import { conceptsLike } from './lost.js';
import { groupHits, type HitGroup } from './search-hits.js';
import {
  chipLabels,
  chipsOf,
  facetGroups,
  keptParameters,
  searchUrl,
  sortsOf,
  type AskedSearch,
  type Chip,
  type FacetGroup,
  type KeptParameter,
  type SortLink,
} from './search-links.js';

type Hit = SearchResult['hits'][number];

/** The answer as JSON gives it. */
export interface SearchAnswer {
  /** How the words were read; notes in English. */
  query: Omit<SearchResult['query'], 'notes'> & {
    notes: string[];
    /** The month or day at whose end the archive was looked at; absent for now. */
    asof?: string;
  };
  total: number;
  page: number;
  perPage: number;
  hits: HitItem[];
  facets: SearchResult['facets'];
  suggestion: SearchResult['suggestion'];
  tookMs: number;
}

/** The answer as pages draw it: what is to be said is said by their language. */
export interface FoundSections extends Omit<SearchAnswer, 'query'> {
  query: SearchResult['query'];
}

export interface HitItem {
  id: SectionId;
  url: string;
  heading: string;
  trail: string[];
  /** Of the section, as BCP 47 has it; null where it cannot be told. */
  language: string | null;
  issue: IssueRef;
  concepts: ConceptRef[];
  /** Words of the section. `marks` are [start, end) offsets in `text`, in UTF-16 units. */
  excerpt: Hit['excerpt'];
  score: number;
  why: Hit['why'];
  /** What each part added to the score. */
  signals: Hit['signals'];
}

/** The answer, and the ways on from it. */
export interface SearchPage {
  answer: FoundSections;
  /** The answer's hits, those of one issue together. */
  groups: HitGroup[];
  q: string;
  /** Something was asked: words or a filter. */
  asked: boolean;
  chips: Chip[];
  /** Takes every filter away; null when there is none. */
  unfilteredUrl: string | null;
  /** The month or day at whose end the archive is looked at; null for now. */
  asof: string | null;
  /** The same search without `asof`. */
  nowUrl: string;
  facets: FacetGroup[];
  sorts: SortLink[];
  /** Filters and order that the search form carries along. */
  kept: KeptParameter[];
  /** The same words as they are written, where others were searched too, or fewer; else null. */
  literalUrl: string | null;
  /** Concepts of nearly such a name, where nothing was found. */
  nearby: ConceptRef[];
  /** Only where it would find more: words that were corrected are searched already. */
  suggestion: { q: string; total: number; url: string } | null;
  paging: Paging;
}

/** The order in which they stand in addresses. */
const parameters = {
  q: optional(question, ''),
  concept: repeated(conceptName),
  year: repeated(year),
  publication: repeated(atMost(200)),
  author: repeated(atMost(200)),
  language: repeated(atMost(40)),
  asof: when,
  sort: oneOf(['relevance', 'newest', 'oldest']),
  page: pageNumber,
};

/** Throws a RequestError when a parameter is unknown or malformed. */
export async function makeSearchAnswer(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<SearchAnswer> {
  const asked = readParameters({ ...parameters, perPage: perPage(20) }, given);
  const { query, ...found } = await answer(kb, queryOf(asked, asked.perPage));
  const notes = query.notes.map((note) => noteInWords(en, note));
  const asof = asked.asof === undefined ? {} : { asof: asked.asof };
  return { query: { ...query, notes, ...asof }, ...found };
}

/** Throws a RequestError when a parameter is unknown or malformed. */
export async function makeSearchPage(kb: KnowledgeBase, given: Parameters): Promise<SearchPage> {
  const query = queryOf(readParameters(parameters, given), 20);
  const result = await answer(kb, query);
  const labels = await chipLabels(kb, query);
  const chips = chipsOf(query, labels);
  return {
    answer: result,
    groups: groupHits(result.hits, query.q),
    q: query.q,
    asked: query.q.trim() !== '' || chips.length > 0,
    chips,
    unfilteredUrl: chips.length > 0 ? urls.search({ q: query.q, asof: query.asof }) : null,
    asof: query.asof ?? null,
    nowUrl: searchUrl({ ...query, asof: undefined }),
    facets: facetGroups(query, result.facets),
    sorts: sortsOf(query),
    kept: keptParameters(query),
    literalUrl: literalUrl(query, result.query),
    nearby: result.total === 0 && query.q !== '' ? await conceptsLike(kb, query.q) : [],
    suggestion:
      result.suggestion && result.suggestion.total > result.total
        ? { ...result.suggestion, url: searchUrl(query, { q: result.suggestion.q }) }
        : null,
    paging: makePaging(result, (page) => searchUrl(query, { page: page === 1 ? null : page })),
  };
}

function literalUrl(
  query: AskedSearch,
  { literally, corrected, expanded, ignored }: SearchResult['query'],
): string | null {
  const otherwise = [...corrected, ...(expanded ?? []), ...ignored].length > 0;
  return otherwise && literally !== undefined ? searchUrl(query, { q: literally }) : null;
}

async function answer(kb: KnowledgeBase, query: AskedSearch): Promise<FoundSections> {
  const started = performance.now();
  const result = await kb.search(query);
  const entries = await kb.sections(result.hits.map((hit) => hit.id));
  const byId = new Map(entries.map((entry) => [entry.section.id, entry]));
  return {
    query: result.query,
    total: result.total,
    page: result.page,
    perPage: result.perPage,
    // A section can be replaced between the two questions; its hit is then left out.
    hits: result.hits.flatMap((hit) => {
      const entry = byId.get(hit.id);
      return entry ? [hitItem(hit, entry)] : [];
    }),
    facets: result.facets,
    suggestion: result.suggestion,
    tookMs: Math.round((performance.now() - started) * 10) / 10,
  };
}

function queryOf(
  asked: {
    q: string;
    concept: ConceptSlug[];
    year: number[];
    publication: string[];
    author: string[];
    language: string[];
    asof?: string | undefined;
    sort: SearchQuery['sort'];
    page: number;
  },
  perPage: number,
): AskedSearch {
  return {
    q: asked.q,
    concepts: asked.concept,
    years: asked.year,
    publications: asked.publication,
    authors: asked.author,
    languages: asked.language,
    asof: asked.asof,
    asOf: lastDayOf(asked.asof),
    sort: asked.sort,
    page: asked.page,
    perPage,
  };
}

function hitItem(hit: Hit, { section, issue, concepts }: SectionEntry): HitItem {
  return {
    id: hit.id,
    url: urls.section(hit.id),
    heading: section.heading,
    trail: section.trail,
    language: section.language,
    issue: issueRef(issue),
    concepts,
    excerpt: hit.excerpt,
    score: hit.score,
    why: hit.why,
    signals: hit.signals,
  };
}
