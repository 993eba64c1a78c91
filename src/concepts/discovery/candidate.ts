// A run of words that could name something, and the account that is kept of it:
// how often it stands where, and beside what.

import type { Grammar } from './grammar.js';
import { keysOf, type Row } from './row.js';

export interface Candidate {
  keys: string[];
  /** Where it begins in the row of words, ascending. */
  at: Int32Array;
  /** Occurrences in text and headings. */
  count: number;
  /** Occurrences outside of longer candidates: what C-value counts (Frantzi et al. 2000). */
  free: number;
  issues: number;
  headings: number;
  /** Different words before and after it: a fragment has few. */
  before: number;
  after: number;
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
  /** Occurrences where a capital would say something. */
  judged: number;
  /** It has one. */
  capital: boolean;
  /** It has capitals on every word. */
  title: boolean;
}

/** In characters: the first sentence or two. */
const INTRODUCTION = 120;

/** Takes account of a run of `length` words at all its places in the row, of which there is at least one. */
export function accountOf(at: Int32Array, length: number, row: Row, grammar: Grammar): Candidate {
  const { keys, words, starts, ends, stretches, stretchOf } = row;
  const candidate: Candidate = {
    keys: keysOf({ start: at[0]!, length }, row),
    at,
    count: at.length,
    free: 0,
    issues: 0,
    headings: 0,
    before: 0,
    after: 0,
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
  const allBefore = new Set<number>();
  const allAfter = new Set<number>();
  const byWriting = new Map<string, Form>();
  let lastIssue = -1;
  for (const start of at) {
    const { issue, place, text, first, end, opens, leads, apart } = stretches[stretchOf[start]!]!;
    const before = start > first ? keys[words[start - 1]!] : undefined;
    const after = start + length < end ? keys[words[start + length]!] : undefined;
    if (issue !== lastIssue) candidate.issues += 1;
    lastIssue = issue;
    if (place === 'heading') candidate.headings += 1;
    allBefore.add(words[start - 1]!);
    allAfter.add(words[start + length]!);
    if (before !== undefined && grammar.beforeVerb(before)) candidate.asVerb += 1;
    if (before !== undefined && grammar.beforeNoun(before)) candidate.asNoun += 1;
    if (grammar.standsAsNoun(before, after)) candidate.asHead += 1;
    if (grammar.afterPerson(after ?? '')) candidate.asPerson += 1;
    const initial = start === first || (start === first + 1 && grammar.isArticle(before!));
    if (leads && initial && after === undefined) candidate.led += 1;
    const run = apart.find((one) => one.start === start && one.length === length);
    const isApart = run !== undefined;
    if (isApart) candidate.apart += 1;
    if (run?.named === true) candidate.named += 1;
    const begins = opens && initial;
    // What a section begins with, "Kubernetes, often abbreviated as K8s, is a…", it introduces.
    if (begins && place === 'text' && (starts[first] === 0 || grammar.isCopula(after ?? ''))) {
      candidate.defined += 1;
      if (starts[first]! < INTRODUCTION) candidate.introduced += 1;
    }
    const written = text.slice(starts[start], ends[start + length - 1]);
    let form = byWriting.get(written);
    if (form === undefined) byWriting.set(written, (form = formOf(written, candidate.forms)));
    form.count += 1;
    if (place === 'heading') continue;
    const opening = opens && start === first;
    if (form.title && (isApart || !opening)) candidate.titled += 1;
    if (!opening) form.judged += 1;
  }
  candidate.before = allBefore.size;
  candidate.after = allAfter.size;
  return candidate;
}

/** Without a possessive's ending. */
function formOf(written: string, forms: Map<string, Form>): Form {
  const bare = written.replace(/['’]s?$/u, '');
  const known = forms.get(bare);
  if (known !== undefined) return known;
  const form = { count: 0, judged: 0, capital: /\p{Lu}/u.test(bare), title: isTitle(bare) };
  forms.set(bare, form);
  return form;
}

/** Several words with capitals where prose has none; that of a sentence's first word may be the sentence's. */
function isTitle(written: string): boolean {
  return /^\p{Lu}.*[\s-]\p{Lu}/u.test(written) && !/(?:^|\s)\p{Ll}{4}/u.test(written);
}
