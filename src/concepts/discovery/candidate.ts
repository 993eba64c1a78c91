// A run of words that could name something, and the account that is kept of it:
// how often it stands where, and beside what.

import type { Grammar } from './grammar.js';
import type { Stretch } from './reading.js';

export interface Candidate {
  keys: string[];
  /** Occurrences in text and headings. */
  count: number;
  /** Occurrences outside of longer candidates: what C-value counts (Frantzi et al. 2000). */
  free: number;
  issues: Set<number>;
  headings: number;
  /** Different words before and after it: a fragment has few. */
  before: Set<string>;
  after: Set<string>;
  /** Occurrences after a word that goes before verbs, and after one that goes before nouns. */
  asVerb: number;
  asNoun: number;
  /** Occurrences where a noun can stand: adjectives and verbs have few. */
  asHead: number;
  /** Sentences that begin with it and go on "is a…": what is so spoken of is being defined. */
  defined: number;
  /** Of these, those that begin a section. */
  introduced: number;
  /** Occurrences with capitals on every word where prose has none. */
  titled: number;
  /** Occurrences that are a line of their own or lead one in. */
  led: number;
  /** Occurrences that are set apart: linked, bold or in italics. */
  apart: number;
  /** Of these, links to a place of the archive that is called so. */
  named: number;
  /** Occurrences before what people do: "said", "laughed", "who". */
  asPerson: number;
  forms: Map<string, Form>;
}

/** A way to write the candidate. */
interface Form {
  count: number;
  /** Occurrences where a capital would say something, and those that have one. */
  judged: number;
  capital: number;
}

export function emptyCandidate(keys: string[]): Candidate {
  return {
    keys,
    count: 0,
    free: 0,
    issues: new Set(),
    headings: 0,
    before: new Set(),
    after: new Set(),
    asVerb: 0,
    asNoun: 0,
    asHead: 0,
    defined: 0,
    introduced: 0,
    titled: 0,
    led: 0,
    apart: 0,
    named: 0,
    asPerson: 0,
    forms: new Map(),
  };
}

/** In characters: the first sentence or two. */
const INTRODUCTION = 120;

/** Enters one occurrence: `length` words from `start` on. */
export function countOccurrence(
  candidate: Candidate,
  { keys, section, place, starts, ends, issue, opens, leads, apart }: Stretch,
  start: number,
  length: number,
  grammar: Grammar,
): void {
  const before = keys[start - 1];
  const after = keys[start + length];
  candidate.count += 1;
  candidate.issues.add(issue);
  if (place === 'heading') candidate.headings += 1;
  candidate.before.add(before ?? '');
  candidate.after.add(after ?? '');
  if (before !== undefined && grammar.beforeVerb(before)) candidate.asVerb += 1;
  if (before !== undefined && grammar.beforeNoun(before)) candidate.asNoun += 1;
  if (grammar.standsAsNoun(before, after)) candidate.asHead += 1;
  if (grammar.afterPerson(after ?? '')) candidate.asPerson += 1;
  const initial = start === 0 || (start === 1 && grammar.isArticle(before!));
  if (leads && initial && after === undefined) candidate.led += 1;
  const run = apart.find((one) => one.start === start && one.length === length);
  const isApart = run !== undefined;
  if (isApart) candidate.apart += 1;
  if (run?.named === true) candidate.named += 1;
  const begins = opens && initial;
  // What a section begins with, "Kubernetes, often abbreviated as K8s, is a…", it introduces.
  const named = starts[0] === 0;
  if (begins && place === 'text' && (named || grammar.isCopula(after ?? ''))) {
    candidate.defined += 1;
    if (starts[0]! < INTRODUCTION) candidate.introduced += 1;
  }
  const source = place === 'heading' ? section.heading : section.text;
  const written = source.slice(starts[start], ends[start + length - 1]).replace(/['’]s?$/u, '');
  const form = candidate.forms.get(written) ?? { count: 0, judged: 0, capital: 0 };
  candidate.forms.set(written, form);
  form.count += 1;
  if (place === 'heading') return;
  const opening = opens && start === 0;
  if ((isApart || !opening) && isTitle(written)) candidate.titled += 1;
  if (opening) return;
  form.judged += 1;
  if (/\p{Lu}/u.test(written)) form.capital += 1;
}

/** Several words with capitals where prose has none; that of a sentence's first word may be the sentence's. */
function isTitle(written: string): boolean {
  return /^\p{Lu}.*[\s-]\p{Lu}/u.test(written) && !/(?:^|\s)\p{Ll}{4}/u.test(written);
}
