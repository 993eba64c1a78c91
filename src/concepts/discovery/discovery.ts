// Finds the concepts that an archive is about, without being told any.

import type { Concept } from '../../model.js';
import { conceptSlug, unique, type ConceptSlug } from '../../slug.js';
import { baseLanguage } from '../../text/stems.js';
import { gatherAcronyms, type Acronym } from '../acronyms/acronym-names.js';
import { namesOf } from '../mentions/names.js';
import type { Quote } from '../relations/relation.js';
import { quoteAt } from '../sentence.js';
import { nameKey, words } from '../words.js';
import { backgroundOf } from './background.js';
import type { Candidate } from './candidate.js';
import { findCandidates } from './candidates.js';
import { choose, type Chosen } from './choose.js';
import { defineInArchive } from './definition-sentence.js';
import { grammarOf } from './grammar.js';
import type { IssueText } from './issue-text.js';
import { labelOf } from './label.js';
import { withoutPeople } from './people.js';
import { placesOf, type Place } from './places.js';
import { readStretches } from './reading.js';
import { BORDER, type Row } from './row.js';
import { termhood, unitsOf, type ArchiveCounts } from './termhood.js';

export interface Discovery {
  concept: Concept;
  /** Comparable within one archive only. */
  score: number;
  occurrences: number;
  issues: number;
  /** Sentences that speak of it, of different issues. */
  evidence: Quote[];
}

export interface DiscoveryOptions {
  /** At most so many concepts; the default grows with the archive. */
  limit?: number;
  /** Concepts that are there already: their names are not found again. */
  known?: readonly Concept[];
  /** Names that the owner has turned down. */
  rejected?: readonly string[];
  /** Those that the archive's texts define, where somebody has gathered them already. */
  acronyms?: readonly Acronym[];
}

/** A concept must be spoken of so often, in so many issues; half as much in a small archive. */
const LEAST = 5;
const LEAST_ISSUES = 3;
const SMALL_ARCHIVE = 40;
const EVIDENCE = 3;
/** What somebody made an acronym of has a name. */
const SPELT_OUT = 1.6;

/**
 * The likeliest first. The same archive gives the same concepts, in whatever
 * order its issues come.
 */
export function discoverConcepts(
  archive: readonly IssueText[],
  {
    limit = defaultLimit(archive.length),
    known = [],
    rejected = [],
    acronyms = gatherAcronyms(sectionTexts(archive)),
  }: DiscoveryOptions = {},
): Discovery[] {
  const issues = inOrder(archive);
  const row = readStretches(issues);
  const language = commonLanguage(issues);
  const grammar = grammarOf(language);
  const small = issues.length < SMALL_ARCHIVE;
  const candidates = findCandidates(
    row,
    grammar,
    small ? 3 : LEAST,
    Math.min(small ? 2 : LEAST_ISSUES, issues.length),
  );
  const taken = takenNames(issues, known, rejected);
  const wordCounts = countWords(row);
  const counts = countArchive(candidates, wordCounts, issues.length);
  const background = backgroundOf(language);
  const spelt = new Set(acronyms.flatMap(({ short, long }) => [nameKey(short), nameKey(long)]));
  const isSpelt = ({ keys }: Candidate) => spelt.has(keys.join(' '));
  const scored = withoutPeople(candidates, background, grammar, isSpelt)
    .filter(({ forms }) => ![...forms.keys()].some((form) => taken.has(nameKey(form))))
    .map((candidate) => ({
      candidate,
      score:
        termhood(candidate, counts, background, grammar) * (isSpelt(candidate) ? SPELT_OUT : 1),
    }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) => b.score - a.score || (a.candidate.keys.join() < b.candidate.keys.join() ? -1 : 1),
    );
  const chosen = choose(scored, row, { acronyms, language, limit });
  const slugs = new Set<string>(known.map(({ slug }) => slug));
  return chosen.map((one) => asDiscovery(one, placesOf(one.candidate, row), slugs, language));
}

/** By day, then by slug: which evidence is given must not hang on which file was read first. */
function inOrder(issues: readonly IssueText[]): IssueText[] {
  const keys = new Map(issues.map((issue) => [issue, `${issue.date ?? ''} ${issue.slug}`]));
  return [...issues].sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
}

function asDiscovery(
  { candidate, score, aliases }: Chosen,
  places: readonly Place[],
  slugs: Set<string>,
  language: string,
): Discovery {
  const label = labelOf(candidate);
  const concept: Concept = {
    slug: unique<ConceptSlug>(conceptSlug(label), slugs),
    status: 'discovered',
    label,
    aliases: aliases.filter((alias) => nameKey(alias) !== nameKey(label)),
    hidden: [],
    definition: defineInArchive(places, language),
    broader: [],
    narrower: [],
    related: [],
    notation: null,
    link: 'always',
    file: null,
  };
  const evidence: Quote[] = [];
  const seen = new Set<string>();
  for (const { section, start, end } of places) {
    if (evidence.length === EVIDENCE) break;
    if (seen.has(section.issue)) continue;
    seen.add(section.issue);
    evidence.push({ section: section.id, text: quoteAt(section.text, start, end) });
  }
  return { concept, score, occurrences: candidate.count, issues: candidate.issues, evidence };
}

/** Names that are no discovery: known, turned down, or those of the newsletter and its authors. */
function takenNames(
  issues: readonly IssueText[],
  known: readonly Concept[],
  rejected: readonly string[],
): Set<string> {
  const taken = new Set(rejected.map(nameKey));
  for (const concept of known)
    for (const { text } of namesOf(concept, [])) taken.add(nameKey(text));
  for (const { authors, publication } of issues)
    for (const name of [...authors, publication ?? '']) {
      taken.add(nameKey(name));
      for (const { key } of words(name)) if (authors.includes(name)) taken.add(key);
    }
  return taken;
}

/** A word in more issues than this is what the newsletter is called, not one of its concepts. */
const EVERYWHERE = 0.7;

function countArchive(
  candidates: readonly Candidate[],
  wordCounts: Map<string, number>,
  issues: number,
): ArchiveCounts {
  const ubiquitous = new Set<string>();
  for (const candidate of candidates) {
    const units = unitsOf(candidate.keys);
    if (units.length > 1) continue;
    wordCounts.set(units[0]!, candidate.count);
    if (issues > 10 && candidate.issues > EVERYWHERE * issues) ubiquitous.add(units[0]!);
  }
  const words = [...wordCounts.values()].reduce((sum, count) => sum + count, 0);
  return { words, issues, wordCounts, ubiquitous };
}

function countWords({ words, keys }: Row): Map<string, number> {
  const counts = new Int32Array(keys.length);
  for (const word of words) counts[word]! += 1;
  return new Map(
    keys.flatMap((key, word) => (word === BORDER ? [] : [[key, counts[word]!] as const])),
  );
}

export function* sectionTexts(issues: readonly IssueText[]): Iterable<string> {
  for (const { sections } of issues) for (const { text } of sections) yield text;
}

/** The language of most issues. */
function commonLanguage(issues: readonly IssueText[]): string {
  const counts = new Map<string, number>();
  for (const { language } of issues) {
    const code = baseLanguage(language) ?? 'en';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'en';
}

/** An index of a book has some entries a page; an archive of 24 issues gets 60, one of 500 gets 300. */
function defaultLimit(issues: number): number {
  return Math.round(Math.min(400, 12 * Math.sqrt(issues) + 8));
}
