// The concepts of the archive: as a list, and as the index at the back of a book.

import type { ConceptEntry, KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { IssueFacts, Page } from '../model.js';
import type { ConceptSlug } from '../slug.js';
import { fold } from '../text/fold.js';
import { takeTurns } from '../turns.js';
import { urls } from '../urls.js';
import type { Locator } from '../words/locator.js';
import { conceptItem, type ConceptItem, type ConceptRef } from './concept-item.js';
import {
  atMost,
  lastDayOf,
  pageNumber,
  perPage,
  readParameters,
  when,
  optional,
  type Parameters,
} from './parameters.js';
import { yearOf } from './years.js';

export interface ConceptsPage {
  total: number;
  /** How many more there are; see `isListed`. */
  unlisted: number;
  /** Entries refer to issues by their numbers, not by years. */
  numbered: boolean;
  letters: { letter: string; entries: IndexEntry[] }[];
  /** Only entries with this in their names are there. */
  q: string;
  /** The month or day at whose end the archive is looked at; null for now. */
  asof: string | null;
}

export type IndexEntry =
  | {
      kind: 'concept';
      concept: ConceptItem;
      locators: Locator[];
      /** How many more there are. */
      more: number;
      seeAlso: ConceptRef[];
    }
  /** Another name of a concept that stands under its own name elsewhere: `moat, see Economic moats`. */
  | { kind: 'see'; label: string; to: ConceptRef };

/** An entry of a printed index with more locators than this is split up; ours links to its page. */
const MAX_LOCATORS = 6;
/** Titles stand for issues that have neither number nor date, and make an index hard to read. */
const MAX_TITLES = 2;

export async function makeConceptList(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<Page<ConceptItem>> {
  const asked = readParameters({ page: pageNumber, perPage: perPage(50), asof: when }, given);
  const entries = await kb.concepts(lastDayOf(asked.asof));
  const start = (asked.page - 1) * asked.perPage;
  return {
    total: entries.length,
    page: asked.page,
    perPage: asked.perPage,
    items: entries.slice(start, start + asked.perPage).map(conceptItem),
  };
}

export async function makeConceptsPage(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<ConceptsPage> {
  const { asof, q } = readParameters({ asof: when, q: optional(atMost(200), '') }, given);
  const all = await kb.concepts(lastDayOf(asof));
  const entries = all.filter(isListed);
  const wanted = fold(q.trim());
  const letters = new Map<string, IndexEntry[]>();
  for (const entry of await makeIndex(entries, asof)) {
    if (wanted !== '' && !fold(nameOf(entry)).includes(wanted)) continue;
    const letter = letterOf(nameOf(entry));
    const same = letters.get(letter);
    if (same === undefined) letters.set(letter, [entry]);
    else same.push(entry);
  }
  return {
    total: entries.length,
    unlisted: all.length - entries.length,
    numbered: entries.some(({ issues }) => issues.some(({ number }) => number !== null)),
    letters: [...letters].map(([letter, entries]) => ({ letter, entries })),
    q,
    asof: asof ?? null,
  };
}

/** What no issue speaks of and nothing explains says nothing: most of a thesaurus made elsewhere. */
function isListed({ concept, issueCount }: ConceptEntry): boolean {
  return issueCount > 0 || concept.definition !== null;
}

/**
 * The concepts that say most of what the archive is about: the owner's, those
 * that most issues speak of first, then what was found, the likeliest first.
 */
export function mainConcepts(concepts: readonly ConceptEntry[], limit: number): ConceptEntry[] {
  return concepts
    .filter(({ issueCount }) => issueCount > 0)
    .sort(
      (a, b) =>
        Number(a.concept.status === 'discovered') - Number(b.concept.status === 'discovered') ||
        (a.concept.status === 'discovered'
          ? a.rank - b.rank
          : b.issueCount - a.issueCount || b.sectionCount - a.sectionCount),
    )
    .slice(0, limit);
}

/** The entries of an index of these concepts, with their other names, in alphabetical order. */
export async function makeIndex(
  concepts: readonly ConceptEntry[],
  asof?: string,
): Promise<IndexEntry[]> {
  const turn = takeTurns();
  const labels = new Map(concepts.map(({ concept }) => [concept.slug, concept.label]));
  const entries: IndexEntry[] = [];
  for (const entry of concepts) {
    const { slug, label, broader, related, aliases, status } = entry.concept;
    const seeAlso = [...new Set([...broader, ...related])].flatMap((other) =>
      labels.has(other) ? [{ slug: other, label: labels.get(other)! }] : [],
    );
    const locators = locatorsOf(entry, asof);
    entries.push({ kind: 'concept', concept: conceptItem(entry), ...locators, seeAlso });
    if (status === 'curated')
      for (const alias of namesElsewhere(label, aliases))
        entries.push({ kind: 'see', label: alias, to: { slug, label } });
    await turn();
  }
  return entries.sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
}

/**
 * The numbers of the issues. A newsletter that numbers none has dates alone,
 * and a row of them says less than the years, so its entries lead to these; issues
 * that have no date either are counted.
 */
function locatorsOf(
  { concept, issues }: ConceptEntry,
  asof: string | undefined,
): { locators: Locator[]; more: number } {
  const numbered = issues.some(({ number }) => number !== null);
  const dated = issues.some(({ date }) => date !== null);
  if (!numbered && dated) {
    const years = yearLocators(concept.slug, issues, asof);
    const undated = issues.filter(({ date }) => date === null).length;
    return {
      locators: years.slice(0, MAX_LOCATORS),
      more: Math.max(0, years.length - MAX_LOCATORS) + undated,
    };
  }
  const most = numbered ? MAX_LOCATORS : MAX_TITLES;
  return {
    locators: issues.slice(0, most).map(issueLocator),
    more: Math.max(0, issues.length - most),
  };
}

function issueLocator({ slug, number, title, date }: IssueFacts): Locator {
  return { kind: 'issue', url: urls.issue(slug), number, date, title };
}

/** Three years and more on end are one locator: `2014, 2016–2019`. */
function yearLocators(
  slug: ConceptSlug,
  issues: readonly IssueFacts[],
  asof: string | undefined,
): Locator[] {
  const years = [...new Set(issues.flatMap(({ date }) => yearOf(date) ?? []))];
  const runs: number[][] = [];
  for (const year of years.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.at(-1) === year - 1) last.push(year);
    else runs.push([year]);
  }
  return runs
    .flatMap((run) => (run.length === 2 ? run.map((year) => [year]) : [run]))
    .map((run) => ({
      kind: 'years',
      url: urls.search({ concept: slug, year: run, asof }),
      years: run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`,
    }));
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function nameOf(entry: IndexEntry): string {
  return entry.kind === 'concept' ? entry.concept.label : entry.label;
}

/**
 * The aliases that deserve an entry: those that would not stand beside the
 * label anyway, as “OKR” does beside “OKRs”, nor beside one another.
 */
function namesElsewhere(label: string, aliases: readonly string[]): string[] {
  const names: string[] = [];
  for (const alias of aliases) {
    const known = [label.slice(0, 3), ...names].map((name) => name.toLowerCase());
    const lower = alias.toLowerCase();
    if (!known.some((name) => lower.startsWith(name) || name.startsWith(lower))) names.push(alias);
  }
  return names;
}

function letterOf(name: string): string {
  const first = /\p{L}|\p{N}/u.exec(name.normalize('NFD'))?.[0] ?? '';
  if (/\p{L}/u.test(first)) return /\p{Script=Han}/u.test(first) ? '漢' : first.toUpperCase();
  return '0–9';
}
