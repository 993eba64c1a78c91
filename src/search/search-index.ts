// What a search engine of Backmatter takes and gives. The engine in
// `minisearch-index.ts` is the only one that runs inside the process.

import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import type { IsoDay, IssueFacts, Section } from '../model.js';
import type { Note } from './query/note.js';

/** What the engine is given of an issue: it replaces all that it held of that issue. */
export interface SearchableIssue {
  issue: IssueFacts;
  sections: SearchableSection[];
}

export interface SearchableSection {
  section: Section;
  /** The concepts that the section speaks of, most spoken of first. */
  concepts: ConceptLabel[];
}

export interface ConceptLabel {
  slug: ConceptSlug;
  label: string;
}

export type SearchSort = 'relevance' | 'newest' | 'oldest';

/** A reader's question. Values of one filter are alternatives; filters are all to hold. */
export interface SearchQuery {
  /** In the query language; see docs/SEARCH.md. Empty finds every section the filters allow. */
  q: string;
  concepts: ConceptSlug[];
  years: number[];
  publications: string[];
  authors: string[];
  languages: string[];
  /** Only what was published by this day; an issue without a date was not. */
  asOf?: IsoDay | undefined;
  sort: SearchSort;
  /** From 1. */
  page: number;
  /** 1 to 100. */
  perPage: number;
}

export interface SearchResult {
  /** How the words were read. */
  query: QueryEcho;
  /** All sections found, on every page of the result. */
  total: number;
  page: number;
  perPage: number;
  hits: Hit[];
  facets: Facets;
  /** A question that would find more ("did you mean"), or null. */
  suggestion: { q: string; total: number } | null;
}

export interface Hit {
  id: SectionId;
  issue: IssueSlug;
  excerpt: Excerpt;
  /** Comparable within one result only. 0 when there was nothing to rank by. */
  score: number;
  why: Reason[];
  /** How many sections of its issue were found, this one among them. */
  inIssue?: number;
  /** What the score is made of. */
  signals?: Signals;
}

export interface Signals {
  /** The words themselves, by BM25F, lowered where the heading is a stock one. */
  words: number;
  /** How near they stand to one another. */
  nearness: number;
  /** What the section shares with the best ones. */
  likeness: number;
}

/**
 * Words of the section's own text, its paragraphs, items and cells each on a
 * line of their own. `marks` are [start, end) offsets in `text`, in UTF-16 units.
 */
export interface Excerpt {
  text: string;
  marks: [number, number][];
}

/** Why a section was found: a word of the question, where it stands, and how it matched. */
export interface Reason {
  term: string;
  field: SearchField;
  match: MatchKind;
}

export type SearchField = 'heading' | 'trail' | 'concepts' | 'text';
/** From the surest to the least sure. */
export type MatchKind = 'exact' | 'stem' | 'prefix' | 'synonym' | 'fuzzy' | 'phrase';

export interface QueryEcho {
  q: string;
  /** The words that were searched, as written. */
  terms: string[];
  /** Words too common to search by, or more than are used at once. */
  ignored: string[];
  /** Words that the archive lacks, and what was searched in their place. */
  corrected: { from: string; to: string }[];
  /** Words and filters that nothing in the archive matches. */
  unmatched: string[];
  /** `all`: sections with every word; `some`: too few had every word, so any counts. */
  mode: 'all' | 'some';
  /** The whole question as it was read: `planning AND NOT "road map"`. */
  reading?: string;
  /** Words of the question, and what was searched beside them: other names by the glossary, other spellings of a rare word. */
  expanded?: { from: string; to: string }[];
  /** The same question with every word to be found as it is written. */
  literally?: string;
  /** For the reader: an operator not known, a limit met. */
  notes: Note[];
}

export interface Facets {
  concept: FacetValue[];
  year: FacetValue[];
  publication: FacetValue[];
  author: FacetValue[];
  language: FacetValue[];
}

/** How many sections of the whole result have this value. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** Something to offer while the reader types. */
export type Suggestion =
  | { kind: 'concept'; text: string; slug: ConceptSlug }
  | { kind: 'heading'; text: string; id: SectionId }
  | { kind: 'word'; text: string };

export interface SearchIndex {
  /** Takes an issue in, in the place of what it held of that issue. */
  replaceIssue(issue: SearchableIssue): void;
  /** Forgets an issue; nothing happens when it has none of that slug. */
  removeIssue(slug: IssueSlug): void;
  /** All there are. */
  replaceSynonyms(groups: readonly SynonymGroup[]): void;
  /** Never throws on account of the question. */
  search(query: SearchQuery): SearchResult;
  /** Headings and words that go on from what is typed; concepts are the knowledge base's to offer. */
  suggest(prefix: string, limit: number): Suggestion[];
  /**
   * The index in parts to keep for `restore`: each of about 1 MB, of objects, strings and typed
   * arrays. It is the index as it stands when the first part is taken, so that others may take
   * turns between two parts, and write. Texts, facts, concepts and synonyms are not in it.
   */
  save(): Iterable<[name: string, value: unknown]>;
  /**
   * Makes this index the one that was saved, in the place of what it held; synonyms are to be
   * given anew. `find` gives the issues, with the sections and concepts that they had. Others
   * have their turns meanwhile; nobody may write to the index until it is done. The arrays in the
   * parts are the index's own from then on. Throws when the parts are not whole or do not fit the
   * issues, and then nothing is changed.
   */
  restore(
    parts: ReadonlyMap<string, unknown>,
    find: (slug: IssueSlug) => SearchableIssue | undefined,
  ): Promise<void>;
}

/** Words and names that mean the same, such as a concept's label and aliases. */
export interface SynonymGroup {
  names: readonly string[];
  /** Found by and searched like the names, and never shown: misspellings, mostly. */
  hidden: readonly string[];
}

/** For the newest-first order and the year facet. */
export function yearOf(day: IsoDay | null): number | null {
  return day === null ? null : Number(day.slice(0, 4));
}
