// The concepts of the archive: as a list, and as the index at the back of a book.

import type { ConceptEntry, KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { IssueFacts, Page } from '../model.js';
import type { IssueSlug } from '../slug.js';
import { conceptItem, type ConceptItem, type ConceptRef } from './concept-item.js';
import { pageNumber, perPage, readParameters, type Parameters } from './parameters.js';

export interface ConceptsPage {
  total: number;
  letters: { letter: string; entries: IndexEntry[] }[];
}

export type IndexEntry =
  | {
      kind: 'concept';
      concept: ConceptItem;
      locators: Locator[];
      /** How many issues there are beyond the locators. */
      more: number;
      seeAlso: ConceptRef[];
    }
  /** Another name of a concept that stands under its own name elsewhere: `moat, see Economic moats`. */
  | { kind: 'see'; label: string; to: ConceptRef };

/** An issue, as an index refers to it. */
export interface Locator {
  issue: IssueSlug;
  /** Short: its number, else its month, else its title. */
  text: string;
  /** In full. */
  title: string;
}

/** An entry of a printed index with more locators than this is split up; ours links to its page. */
const MAX_LOCATORS = 6;

export async function makeConceptList(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<Page<ConceptItem>> {
  const asked = readParameters({ page: pageNumber, perPage: perPage(50) }, given);
  const entries = await kb.concepts();
  const start = (asked.page - 1) * asked.perPage;
  return {
    total: entries.length,
    ...asked,
    items: entries.slice(start, start + asked.perPage).map(conceptItem),
  };
}

export async function makeConceptsPage(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<ConceptsPage> {
  readParameters({}, given);
  const entries = await kb.concepts();
  const letters = new Map<string, IndexEntry[]>();
  for (const entry of makeIndex(entries)) {
    const letter = letterOf(nameOf(entry));
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return {
    total: entries.length,
    letters: [...letters].map(([letter, entries]) => ({ letter, entries })),
  };
}

/** The entries of an index of these concepts, with their other names, in alphabetical order. */
export function makeIndex(concepts: readonly ConceptEntry[]): IndexEntry[] {
  const labels = new Map(concepts.map(({ concept }) => [concept.slug, concept.label]));
  const entries = concepts.flatMap((entry): IndexEntry[] => {
    const { slug, label, broader, related, aliases, status } = entry.concept;
    const seeAlso = [...new Set([...broader, ...related])].flatMap((other) =>
      labels.has(other) ? [{ slug: other, label: labels.get(other)! }] : [],
    );
    const own: IndexEntry = {
      kind: 'concept',
      concept: conceptItem(entry),
      locators: entry.issues.slice(0, MAX_LOCATORS).map(locator),
      more: Math.max(0, entry.issueCount - MAX_LOCATORS),
      seeAlso,
    };
    const others = status === 'curated' ? namesElsewhere(label, aliases) : [];
    return [
      own,
      ...others.map((alias): IndexEntry => ({ kind: 'see', label: alias, to: { slug, label } })),
    ];
  });
  return entries.sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
}

export function locator(issue: IssueFacts): Locator {
  return {
    issue: issue.slug,
    text: issue.number !== null ? String(issue.number) : (month(issue.date) ?? issue.title),
    title: issue.number !== null ? `Issue ${issue.number}, ${issue.title}` : issue.title,
  };
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const months = new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });

function month(date: string | null): string | null {
  return date === null ? null : months.format(new Date(`${date}T00:00:00Z`));
}

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
