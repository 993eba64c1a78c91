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
import type { LearnedLinks } from '../concepts/links/linked-passages.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import type {
  ConceptLabel,
  SearchQuery,
  SearchResult,
  Suggestion,
} from '../search/search-index.js';
import type { PathStep } from '../concepts/account/reading-path.js';
import type { Quote, Relation } from '../concepts/relations/relation.js';
import type { Timeline } from '../concepts/account/timeline.js';
import type { WordsChanged } from '../concepts/account/treatments.js';

export type {
  ConceptLabel,
  PathStep,
  Quote,
  Relation,
  SearchQuery,
  SearchResult,
  Suggestion,
  Timeline,
};

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

  /**
   * With `asOf`, a day, only what was published by then counts; an issue without
   * a date was not.
   */
  concept(slug: ConceptSlug, asOf?: IsoDay): Promise<ConceptEntry | undefined>;
  /**
   * By label. Curated concepts that nothing speaks of are there too, with counts
   * of 0; a discovered one that nothing speaks of is no concept. Without `asOf`, one and the same
   * list until the archive changes.
   */
  concepts(asOf?: IsoDay): Promise<ConceptEntry[]>;
  /** What is told of one concept and of no list, since it takes reading its passages. */
  account(slug: ConceptSlug, asOf?: IsoDay): Promise<ConceptAccount | undefined>;
  /** The sections that speak of a concept. `relevance`: those most about it first. */
  sectionsOf(
    slug: ConceptSlug,
    request: PageRequest & { sort: SectionSort; asOf?: IsoDay | undefined },
  ): Promise<Page<SectionEntry> | undefined>;
  mentionsOf(slug: ConceptSlug, page: PageRequest): Promise<Page<Mention> | undefined>;

  /**
   * The nearest concepts of a concept, the nearest sections of a section, each with its reasons;
   * `asOf` a day, those that could be counted then. A section that was not out is none.
   */
  related(
    to: ConceptSlug | SectionId,
    limit: number,
    asOf?: IsoDay,
  ): Promise<Relation[] | undefined>;

  /** Of each of these concepts, its nearest among the others, at most `limit`, with the reasons. */
  relatedAmong(
    slugs: readonly ConceptSlug[],
    limit: number,
    asOf?: IsoDay,
  ): Promise<Map<ConceptSlug, Relation[]>>;

  /** The list that was written. */
  problems(): Promise<Problem[]>;
  counts(): Promise<Counts>;
}

export type SectionSort = 'relevance' | 'newest' | 'oldest';

/** What the build and the watcher write to. By issue, so that no stale section survives. */
export interface KnowledgeBaseWriter {
  replaceIssue(issue: Issue): Promise<void>;
  removeIssue(slug: IssueSlug): Promise<void>;
  /**
   * Links every section anew; nothing is parsed again. Discovered concepts come likeliest first.
   *
   * @param learned from the archive's own links; nothing by default
   */
  replaceGlossary(glossary: Glossary, learned?: LearnedLinks): Promise<void>;
  /** Replaces the problems of the whole archive. */
  replaceProblems(problems: Problem[]): Promise<void>;
}

/** What lets a start take up what an earlier run had made. */
export interface SavedBetweenRuns {
  /**
   * All that it holds, in parts of a few MB that can be cloned: by `v8.serialize`,
   * or to another thread. Nothing is to be written to it until the last is taken.
   */
  save(): Iterable<SavedPart>;
  /**
   * Into an empty one, parts in the order in which they were saved; it keeps them.
   *
   * @throws where they are not what `save` gave; it is empty then, as before
   */
  restore(parts: Iterable<SavedPart> | AsyncIterable<SavedPart>): Promise<void>;
}

export type SavedPart = readonly [name: string, value: unknown];

export interface IssueEntry {
  issue: Issue;
  sections: SectionEntry[];
  /** The issues of this archive that it takes back or replaces, and those that did so to it. */
  supersedes: IssueFacts[];
  supersededBy: IssueFacts[];
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
  /** Its place in the glossary as it was written to the knowledge base, from 0. */
  rank: number;
}

export interface ConceptAccount {
  /** Where its definition speaks of other concepts; `section` names no section here. */
  definitionMentions: Mention[];
  /** Of a discovered concept: sentences that speak of it, of different issues. */
  evidence: Quote[];
  timeline: Timeline;
  /** The earliest sentence that defines it. */
  firstDefinition: Quote | null;
  /** The earliest and the latest of the passages most about it, and what changed between them. */
  treatments: ({ early: Quote; late: Quote } & WordsChanged) | null;
  /** Sentences near a mention of it in which somebody seems to take something back. */
  changesOfMind: Quote[];
  /** Of the issues that speak of it, those that take back another, oldest first. */
  supersessions: Supersession[];
  /** A few sections, in the order in which to read them. */
  path: PathStep[];
  /** One mention each of the first sections that name it only where no link may stand, oldest first. */
  unlinked: Mention[];
}

export interface Supersession {
  /** The issue that takes `of` back, or replaces it. */
  by: IssueFacts;
  of: IssueFacts;
}

export interface Counts {
  issues: number;
  sections: number;
  concepts: number;
  mentions: number;
}
