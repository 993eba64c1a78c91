// Feeds (Atom, RFC 4287): the issues, and what the issues say of one concept.

import type { KnowledgeBase, SectionEntry } from '../knowledge-base/knowledge-base.js';
import type { IsoDay, IssueFacts } from '../model.js';
import type { ConceptSlug } from '../slug.js';
import { urls } from '../urls.js';
import { readParameters, type Parameters } from './parameters.js';

export interface Feed {
  /** Of the concept; null for the feed of all issues. */
  concept: string | null;
  /** The addresses of the feed and of the page that it follows. */
  path: string;
  page: string;
  updated: IsoDay | null;
  entries: FeedEntry[];
}

export interface FeedEntry {
  path: string;
  title: string;
  /** The issue's title, where the entry is one of its sections. */
  issue: string | null;
  date: IsoDay;
  authors: string[];
  language: string | null;
  /** The beginning of the text. */
  summary: string;
}

const ENTRIES = 30;
const SUMMARY = 400;

/** The latest issues. One without a date has no place in the order of a feed. */
export async function makeFeed(kb: KnowledgeBase, given: Parameters): Promise<Feed> {
  readParameters({}, given);
  const { items } = await kb.issues({ page: 1, perPage: ENTRIES });
  const entries = await Promise.all(
    items.map(async ({ slug }) => {
      const entry = await kb.issue(slug);
      if (!entry) return [];
      const text = entry.issue.sections.map((section) => section.text).join(' ');
      return entryOf(entry.issue, { path: urls.issue(slug), heading: null, text });
    }),
  );
  return feedOf(null, urls.feed(), urls.issues(), entries.flat());
}

/** The latest sections that speak of a concept. Undefined when there is no such concept. */
export async function makeConceptFeed(
  kb: KnowledgeBase,
  slug: ConceptSlug,
  given: Parameters,
): Promise<Feed | undefined> {
  readParameters({}, given);
  const entry = await kb.concept(slug);
  const sections = await kb.sectionsOf(slug, { page: 1, perPage: ENTRIES, sort: 'newest' });
  if (!entry || !sections) return undefined;
  return feedOf(
    entry.concept.label,
    urls.conceptFeed(slug),
    urls.concept(slug),
    sections.items.flatMap(sectionEntry),
  );
}

function sectionEntry({ section, issue }: SectionEntry): FeedEntry[] {
  const { heading, text } = section;
  return entryOf(issue, { path: urls.section(section.id), heading, text });
}

/** None where the issue has no date. */
function entryOf(
  { title, date, authors, language }: IssueFacts,
  { path, heading, text }: { path: string; heading: string | null; text: string },
): FeedEntry[] {
  if (date === null) return [];
  const issue = heading === null || heading === title ? null : title;
  return [
    { path, title: heading ?? title, issue, date, authors, language, summary: shortened(text) },
  ];
}

function feedOf(concept: string | null, path: string, page: string, entries: FeedEntry[]): Feed {
  return { concept, path, page, updated: entries[0]?.date ?? null, entries };
}

/** Between words, on one line. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= SUMMARY) return line;
  const cut = line.slice(0, SUMMARY);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUMMARY / 2)).trimEnd()}…`;
}
