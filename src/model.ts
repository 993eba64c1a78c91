// The nouns, as types. ARCHITECTURE.md says in words what each one is.

import type { Root } from 'mdast';
import type { Anchor, ConceptSlug, IssueSlug, SectionId } from './slug.js';

/** A day as `YYYY-MM-DD`. Kept as text: a day has no time zone, and a Date has one. */
export type IsoDay = string;

/** One sent newsletter. A fact that cannot be found is null, never guessed. */
export interface Issue extends IssueFacts {
  /** What the front matter says the issue is about, as written there. */
  concepts: string[];
  /** Issues that this one takes back or replaces, as written in its front matter. */
  supersedes: string[];
  /** In reading order. At least one. */
  sections: Section[];
}

/** All that is known of an issue but its text. */
export interface IssueFacts {
  slug: IssueSlug;
  /** The file it was read from, relative to the archive's folder, with `/`. */
  file: string;
  title: string;
  number: number | null;
  date: IsoDay | null;
  authors: string[];
  publication: string | null;
  /** Where the issue was first published. http or https. */
  url: string | null;
  /** BCP 47, such as `en` or `pt-BR`. */
  language: string | null;
  /** Where each fact was found. A fact that is unknown has no entry. */
  sources: Partial<Record<FactName, FactSource>>;
}

export type FactName = 'title' | 'number' | 'date' | 'authors' | 'publication' | 'url' | 'language';

export type FactSource =
  | 'front matter'
  | 'header lines'
  | 'heading'
  | 'HTML title'
  | 'title'
  | 'file name'
  | 'path'
  | 'link'
  | 'neighbours'
  | 'text'
  | 'setting'
  | 'number';

/** A passage of an issue: what stands between one heading, of whatever form, and the next. */
export interface Section {
  id: SectionId;
  issue: IssueSlug;
  anchor: Anchor;
  /** Anchors that this section had before; addresses that use them still lead here. */
  formerAnchors: Anchor[];
  /** Plain text. The lede, which has no heading, bears its issue's title. */
  heading: string;
  /** What begins the section. */
  form: SectionForm;
  /** 1 for the outermost headings of the issue, 0 for the lede. */
  depth: number;
  /** The headings above this one, outermost first, the issue's title before them all. */
  trail: string[];
  /** The blocks below the heading, to the next one. Clean: no raw HTML, no tracking. */
  tree: Root;
  /** `tree` as plain text, as `text/plain-text.ts` makes it: offsets in it stand for ever. */
  text: string;
  /** The heading is one that many issues carry ("News", "Jobs") and so says little. */
  stock: boolean;
  language: string | null;
  /** The line of the file on which the section begins, from 1. */
  line: number;
}

export type SectionForm = 'lede' | 'heading' | 'bold line' | 'list item' | 'step' | 'topic';

/** A subject of the archive. The words are SKOS's. */
export interface Concept {
  slug: ConceptSlug;
  /** `curated`: somebody wrote its file. `discovered`: found in the archive by Backmatter. */
  status: 'curated' | 'discovered';
  /** skos:prefLabel */
  label: string;
  /** skos:altLabel */
  aliases: string[];
  /** skos:hiddenLabel: searched and recognised, never shown. */
  hidden: string[];
  /** skos:definition */
  definition: Definition | null;
  /** skos:broader */
  broader: ConceptSlug[];
  /** skos:narrower, the other side of `broader`. */
  narrower: ConceptSlug[];
  /** skos:related; goes both ways. */
  related: ConceptSlug[];
  /** skos:notation */
  notation: string | null;
  /** Which of its mentions become links. `exact`: those in the label's own letter case. */
  link: 'always' | 'exact' | 'never';
  /** The file it was read from, relative to the archive's folder; null for a discovered one. */
  file: string | null;
}

export interface Definition {
  tree: Root;
  text: string;
  /** The section that it is quoted from, for a discovered concept. */
  source: SectionId | null;
}

/** A file of the glossary as it was read: front matter and Markdown, not yet a concept. */
export interface ConceptFile {
  /** Relative to the archive's folder, with `/`. */
  file: string;
  /** From the file's name. */
  slug: ConceptSlug;
  /** The front matter, as written; empty where there is none. */
  data: Record<string, unknown>;
  /** The line of the file on which each key of the front matter stands, from 1. */
  lines: Record<string, number>;
  /** The body. Clean: no raw HTML. */
  tree: Root;
  /** `tree` as plain text. */
  text: string;
}

/** The curated concepts, valid together: every slug that one refers to is there. */
export interface Glossary {
  concepts: Concept[];
}

/** A place where a section speaks of a concept. */
export interface Mention {
  concept: ConceptSlug;
  section: SectionId;
  place: 'heading' | 'text' | 'front matter';
  /** The words used, as written. */
  words: string;
  /** In the heading or the section's text, by `place`, in UTF-16 units; 0 and 0 for front matter. */
  start: number;
  end: number;
  /** Whether it may be drawn as a link: not in a heading, a link, code or a quoted title. */
  linkable: boolean;
}

/** Something that the archive's owner should mend. A build with problems still goes on. */
export interface Problem {
  /** Relative to the archive's folder. */
  file: string;
  line: number | null;
  /** Names the kind of problem, to group by: `front-matter`, `duplicate-slug`… */
  kind: string;
  /** What is wrong: one sentence. */
  what: string;
  /** How to mend it: one sentence. */
  how: string;
}

/** The one way to write a problem down: `issues/12.md:3: "date" is missing. Add date: YYYY-MM-DD.` */
export function problemLine(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.what} ${problem.how}`;
}

/** A part of a list. `page` counts from 1. */
export interface Page<Item> {
  total: number;
  page: number;
  perPage: number;
  items: Item[];
}

export interface PageRequest {
  page: number;
  perPage: number;
}
