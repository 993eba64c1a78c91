// From a question's tree to what is looked up: leaves, each with a bit of its
// own, and a test that says from a section's bits whether it is found.

import { slugify } from '../slug.js';
import { detectLanguage } from '../text/language.js';
import { fold } from '../text/fold.js';
import { isStopWord } from '../text/stop-words.js';
import { baseLanguage } from '../text/stems.js';
import { tokens } from '../text/tokens.js';
import { expandWord, sameWord, wordsStartingWith, type WordMatches } from './expand.js';
import type { Place } from './positions.js';
import type { Postings } from './postings.js';
import type { Clause, ParsedQuery } from './query/clause.js';
import { printClause } from './query/print.js';
import type { QueryEcho, SearchField } from './search-index.js';
import type { ShelvedSection } from './shelf.js';
import type { Synonyms } from './synonyms.js';
import type { Vocabulary } from './vocabulary.js';

/** As many bits as a number has; also the most words that are used of a question. */
export const MAX_LEAVES = 32;
/** Looking for other spellings takes a few ms a word in a large archive. */
const MAX_SPELT = 6;

export type Leaf = {
  bit: number;
  /** As the reader wrote it. */
  written: string;
  /** The only field that counts; null for all. */
  field: SearchField | null;
  /** Stands in an exclusion only, and so adds nothing to a score. */
  excluded: boolean;
} & (
  | { kind: 'word'; words: WordMatches }
  | {
      kind: 'phrase';
      places: Place[];
      /** Bits of the leaves that this one stands for in other words. */
      covers?: number;
    }
  | { kind: 'near'; places: Place[]; distance: number }
);

export type Test = (section: ShelvedSection, bits: number) => boolean;

export interface Plan {
  leaves: Leaf[];
  /** All that must hold whatever the mode: phrases, exclusions, filters, alternatives. */
  required: Test[];
  /** The bits of the plain words; in mode `some`, one of them is enough. */
  words: number;
  echo: QueryEcho;
}

export function makePlan(
  q: string,
  parsed: ParsedQuery,
  vocabulary: Vocabulary,
  postings: Postings,
  synonyms: Synonyms,
): Plan {
  const archiveLanguages = vocabulary.languages();
  const detected = detectLanguage(q);
  const language =
    detected !== null && archiveLanguages.includes(detected)
      ? detected
      : (archiveLanguages.find((code) => code !== '') ?? null);
  const echo: QueryEcho = {
    q,
    terms: [],
    ignored: [],
    corrected: [],
    unmatched: [],
    mode: 'all',
    notes: [...parsed.notes],
  };
  const planner: Planner = {
    vocabulary,
    postings,
    languages: archiveLanguages.slice(0, 8),
    leaves: [],
    byKey: new Map(),
    skipped: new Set(),
    unfinished: parsed.openEnd ? lastWord(parsed.clause) : null,
    spelt: 0,
    echo,
  };
  skipWords(parsed.clause, language, planner);
  const top = parsed.clause.kind === 'all' ? parsed.clause.clauses : [parsed.clause];
  const scope = scopeOf(top, null);
  const required: Test[] = [];
  let words = 0;
  for (const clause of top) {
    if (clause.kind === 'word' || clause.kind === 'prefix')
      words |= leafOf(clause, scope, false, planner)?.bit ?? 0;
    else {
      const test = compile(clause, scope, false, planner);
      if (test !== undefined) required.push(test);
    }
  }
  addSynonyms(top, scope, synonyms, language, planner);
  echo.reading = printClause(parsed.clause);
  const literally = printLiterally(top);
  if (literally !== q) echo.literally = literally;
  return { leaves: planner.leaves, required, words, echo };
}

/** The same question for those who want its words as they are written; only plain words change. */
function printLiterally(top: readonly Clause[]): string {
  return top
    .map((clause) => (clause.kind === 'word' ? `"${clause.word}"` : printClause(clause)))
    .join(' ');
}

/** A label of the glossary in the question finds the concept's other labels too. */
function addSynonyms(
  top: readonly Clause[],
  field: SearchField | null,
  synonyms: Synonyms,
  language: string | null,
  planner: Planner,
): void {
  const words = top.filter((clause) => clause.kind === 'word');
  const found = synonyms.of(
    words.map(({ word }) => word),
    language,
  );
  for (const { at, count, words: other } of found) {
    if (planner.leaves.length >= MAX_LEAVES) return;
    const from = words.slice(at, at + count).map(({ word }) => word);
    let covers = 0;
    for (const word of from)
      covers |= planner.byKey.get(leafKey({ kind: 'word', word }, field))?.bit ?? 0;
    if (covers === 0) continue;
    const places = tokens(other)
      .filter((token) => token.role === 'word')
      .map(
        (token): Place =>
          new Set(sameWord(token.word, planner.vocabulary, planner.languages).keys()),
      );
    planner.echo.expanded ??= [];
    planner.echo.expanded.push({ from: from.join(' '), to: other });
    planner.leaves.push({
      kind: 'phrase',
      bit: 1 << planner.leaves.length,
      written: from.join(' '),
      field,
      excluded: false,
      places,
      covers,
    });
  }
}

interface Planner {
  vocabulary: Vocabulary;
  postings: Postings;
  languages: readonly string[];
  leaves: Leaf[];
  byKey: Map<string, Leaf>;
  /** Folded words that are not used. */
  skipped: Set<string>;
  unfinished: Clause | null;
  spelt: number;
  echo: QueryEcho;
}

/** Undefined for what says nothing: an empty group, a word that is not used. */
function compile(
  clause: Clause,
  field: SearchField | null,
  excluded: boolean,
  planner: Planner,
): Test | undefined {
  switch (clause.kind) {
    case 'word':
    case 'prefix':
    case 'phrase':
    case 'near': {
      const leaf = leafOf(clause, field, excluded, planner);
      if (leaf === undefined) return undefined;
      const { bit } = leaf;
      return (_section, bits) => (bits & bit) !== 0;
    }
    case 'in':
      return undefined;
    case 'facet':
      return facetTest(clause.facet, clause.value);
    case 'issue': {
      const slug = slugify(clause.value);
      return ({ issue: { facts } }) =>
        facts.slug === slug ||
        (facts.number !== null && String(facts.number) === clause.value.replace(/^#/u, ''));
    }
    case 'period': {
      const { from, to } = clause;
      return ({ issue: { facts } }) =>
        facts.date !== null &&
        (from === null || facts.date >= from) &&
        (to === null || facts.date < to);
    }
    case 'not': {
      const test = compile(clause.clause, field, !excluded, planner);
      return test && ((section, bits) => !test(section, bits));
    }
    case 'all': {
      const tests = compileAll(clause.clauses, field, excluded, planner);
      return tests.length === 0
        ? undefined
        : (section, bits) => tests.every((test) => test(section, bits));
    }
    case 'any': {
      const tests = compileAll(clause.clauses, field, excluded, planner);
      return tests.length === 0
        ? undefined
        : (section, bits) => tests.some((test) => test(section, bits));
    }
  }
}

function compileAll(
  clauses: readonly Clause[],
  field: SearchField | null,
  excluded: boolean,
  planner: Planner,
): Test[] {
  const scope = scopeOf(clauses, field);
  return clauses
    .map((clause) => compile(clause, scope, excluded, planner))
    .filter((test) => test !== undefined);
}

/** `in:heading` holds for the group it stands in. */
function scopeOf(clauses: readonly Clause[], outer: SearchField | null): SearchField | null {
  return clauses.find((clause) => clause.kind === 'in')?.field ?? outer;
}

function facetTest(facet: (Clause & { kind: 'facet' })['facet'], value: string): Test {
  const slug = slugify(value);
  const folded = fold(value).trim();
  const code = baseLanguage(value);
  switch (facet) {
    case 'concept':
      return ({ concepts }) =>
        concepts.some((concept) => concept.slug === slug || slugify(concept.label) === slug);
    case 'author':
      return ({ issue }) => issue.facts.authors.some((author) => fold(author).includes(folded));
    case 'publication':
      return ({ issue }) => fold(issue.facts.publication ?? '').includes(folded);
    case 'language':
      return ({ language }) => language === code;
  }
}

type LeafClause = Extract<Clause, { kind: 'word' | 'prefix' | 'phrase' | 'near' }>;

function leafOf(
  clause: LeafClause,
  field: SearchField | null,
  excluded: boolean,
  planner: Planner,
): Leaf | undefined {
  const written = 'word' in clause ? clause.word : clause.words;
  if (clause.kind === 'word' && !excluded && planner.skipped.has(fold(written))) return undefined;
  const key = leafKey(clause, field);
  const known = planner.byKey.get(key);
  if (known !== undefined) {
    known.excluded &&= excluded;
    return known;
  }
  if (planner.leaves.length >= MAX_LEAVES) {
    planner.echo.ignored.push(written);
    return undefined;
  }
  const shared = { bit: 1 << planner.leaves.length, written, field, excluded };
  const leaf = makeLeaf(clause, shared, planner);
  planner.leaves.push(leaf);
  planner.byKey.set(key, leaf);
  return leaf;
}

function leafKey(clause: LeafClause, field: SearchField | null): string {
  const written = 'word' in clause ? clause.word : clause.words;
  const distance = clause.kind === 'near' ? `${clause.distance}${clause.literal}` : '';
  return `${clause.kind} ${field ?? ''} ${distance} ${fold(written)}`;
}

function makeLeaf(
  clause: LeafClause,
  shared: Pick<Leaf, 'bit' | 'written' | 'field' | 'excluded'>,
  planner: Planner,
): Leaf {
  const { vocabulary, postings, languages, echo } = planner;
  switch (clause.kind) {
    case 'word': {
      const maySpell = !shared.excluded && planner.spelt < MAX_SPELT;
      const unfinished = clause === planner.unfinished && !shared.excluded;
      const { words, corrected } = expandWord(
        clause.word,
        unfinished,
        maySpell,
        vocabulary,
        postings,
        languages,
      );
      if (!shared.excluded) {
        echo.terms.push(clause.word);
        if (words.size === 0 || corrected !== null) planner.spelt += 1;
        if (words.size === 0) echo.unmatched.push(clause.word);
        if (corrected !== null) echo.corrected.push({ from: clause.word, to: corrected });
      }
      return { ...shared, kind: 'word', words };
    }
    case 'prefix': {
      const words = wordsStartingWith(clause.word, vocabulary, postings);
      if (!shared.excluded) echo.terms.push(`${clause.word}*`);
      if (words.size === 0) echo.unmatched.push(`${clause.word}*`);
      return { ...shared, kind: 'word', words };
    }
    case 'phrase':
      return { ...shared, kind: 'phrase', places: literalPlaces(clause.words, planner) };
    case 'near': {
      const places = clause.literal
        ? literalPlaces(clause.words, planner)
        : tokens(clause.words)
            .filter((token) => token.role === 'word')
            .slice(0, MAX_LEAVES)
            .map((token) => new Set(sameWord(token.word, vocabulary, languages).keys()));
      return { ...shared, kind: 'near', places, distance: clause.distance };
    }
  }
}

/** A place without words is one that no section fills. */
function literalPlaces(text: string, { vocabulary, postings }: Planner): Place[] {
  const found = tokens(text);
  if (found.at(-1)?.role === 'tail') found.pop();
  // A place is a bit.
  found.splice(MAX_LEAVES);
  return found.map((token, index) => {
    // A last single Han character may be the first of any pair.
    if (index === found.length - 1 && /^[^\p{ASCII}]$/u.test(token.form))
      return new Set(wordsStartingWith(token.form, vocabulary, postings).keys());
    const number = vocabulary.numberOf(token.form);
    return new Set(number === undefined ? [] : [number]);
  });
}

/**
 * Chooses the words that are not used: those too common to mean anything,
 * unless the question has no others, and the commonest of more than there are
 * bits for.
 */
function skipWords(clause: Clause, language: string | null, planner: Planner): void {
  const { echo, vocabulary, skipped } = planner;
  const words = new Map<string, string>();
  let others = 0;
  eachLeaf(clause, (leaf, excluded) => {
    if (leaf.kind === 'word' && !excluded) words.set(fold(leaf.word), leaf.word);
    else others += 1;
  });
  const meaning = [...words].filter(([form]) => !isStopWord(form, language));
  if (meaning.length > 0 || others > 0) {
    for (const [form, written] of words) {
      if (!isStopWord(form, language)) continue;
      skipped.add(form);
      echo.ignored.push(written);
    }
  }
  const used = [...words].filter(([form]) => !skipped.has(form));
  const room = Math.max(1, MAX_LEAVES - others);
  if (used.length <= room) return;
  const count = (form: string): number => {
    const number = vocabulary.numberOf(form);
    const sections = number === undefined ? 0 : vocabulary.sectionsWith(number);
    // A word that the archive lacks is no help, however rare.
    return sections === 0 ? Infinity : sections;
  };
  const commonestFirst = used.map(([form, written]) => ({ form, written, sections: count(form) }));
  commonestFirst.sort((a, b) => (a.sections === b.sections ? 0 : b.sections - a.sections));
  for (const { form, written } of commonestFirst.slice(0, used.length - room)) {
    skipped.add(form);
    echo.ignored.push(written);
  }
  echo.notes.push(`Only the ${room} rarest words were searched.`);
}

function eachLeaf(
  clause: Clause,
  visit: (leaf: LeafClause, excluded: boolean) => void,
  excluded = false,
): void {
  switch (clause.kind) {
    case 'word':
    case 'prefix':
    case 'phrase':
    case 'near':
      visit(clause, excluded);
      break;
    case 'not':
      eachLeaf(clause.clause, visit, !excluded);
      break;
    case 'all':
    case 'any':
      for (const part of clause.clauses) eachLeaf(part, visit, excluded);
      break;
    case 'in':
    case 'facet':
    case 'issue':
    case 'period':
      break;
  }
}

function lastWord(clause: Clause): Clause | null {
  let last: Clause | null = null;
  eachLeaf(clause, (leaf) => {
    last = leaf;
  });
  return last;
}
