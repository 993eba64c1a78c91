// What every page, route, command and tool reads, and what the build writes to.
// Nothing else reaches the archive.

import type {
  Concept,
  Glossary,
  IsoDay,
  Issue,
  IssueFacts,
  Mention,
  Page,
  PageRequest,
  Problem,
  Section,
} from '../model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import type {
  ConceptLabel,
  SearchQuery,
  SearchResult,
  Suggestion,
} from '../search/search-index.js';
import type { Relation } from '../concepts/relation.js';

export type { ConceptLabel, SearchQuery, SearchResult, Suggestion, Relation };

export interface KnowledgeBase {
  search(query: SearchQuery): Promise<SearchResult>;
  suggest(prefix: string, limit: number): Promise<Suggestion[]>;

  issue(slug: IssueSlug): Promise<IssueEntry | undefined>;
  /** Newest first; issues without a date last, by title. */
  issues(page: PageRequest & { year?: number | undefined }): Promise<Page<IssueSummary>>;
  /** The issues sent before and after, of the same publication. */
  neighbours(slug: IssueSlug): Promise<{ previous?: IssueSummary; next?: IssueSummary }>;

  /** By its id or a former one. */
  section(id: SectionId): Promise<SectionEntry | undefined>;
  sections(ids: readonly SectionId[]): Promise<SectionEntry[]>;

  concept(slug: ConceptSlug): Promise<ConceptEntry | undefined>;
  /** By label. Concepts that nothing speaks of are there too, with counts of 0. */
  concepts(): Promise<ConceptEntry[]>;
  /** The sections that speak of a concept. `relevance`: those most about it first. */
  sectionsOf(
    slug: ConceptSlug,
    request: PageRequest & { sort: SectionSort },
  ): Promise<Page<SectionEntry> | undefined>;
  mentionsOf(slug: ConceptSlug, page: PageRequest): Promise<Page<Mention> | undefined>;

  /** The nearest concepts of a concept, the nearest sections of a section, each with its reasons. */
  related(to: ConceptSlug | SectionId, limit: number): Promise<Relation[] | undefined>;

  problems(): Promise<Problem[]>;
  counts(): Promise<Counts>;
}

export type SectionSort = 'relevance' | 'newest' | 'oldest';

/** What the build and the watcher write to. By issue, so that no stale section survives. */
export interface KnowledgeBaseWriter {
  replaceIssue(issue: Issue): Promise<void>;
  removeIssue(slug: IssueSlug): Promise<void>;
  /** Links every section anew; nothing is parsed again. */
  replaceGlossary(glossary: Glossary): Promise<void>;
  /** Replaces the problems of the whole archive. */
  replaceProblems(problems: Problem[]): Promise<void>;
}

export interface IssueEntry {
  issue: Issue;
  sections: SectionEntry[];
}

export interface IssueSummary extends IssueFacts {
  sectionCount: number;
}

export interface SectionEntry {
  section: Section;
  issue: IssueFacts;
  /** In reading order: front matter, heading, text. */
  mentions: Mention[];
  /** The concepts mentioned, most mentioned first. */
  concepts: ConceptLabel[];
}

export interface ConceptEntry {
  concept: Concept;
  /** How many speak of it. */
  issueCount: number;
  sectionCount: number;
  /** Issues that speak of it, oldest first, undated last. */
  issues: IssueFacts[];
  first: IsoDay | null;
  latest: IsoDay | null;
}

export interface Counts {
  issues: number;
  sections: number;
  concepts: number;
  mentions: number;
}
