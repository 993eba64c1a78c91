// What a question looks up: each word, phrase or nearness once, with a bit of
// its own.

import { fold } from '../text/fold.js';
import { tokens } from '../text/tokens.js';
import {
  expandWord,
  sameWord,
  wordsStartingWith,
  type WordMatch,
  type WordMatches,
} from './expand.js';
import { MAX_PLACES, type Place } from './positions.js';
import type { Clause } from './query/clause.js';
import type { QueryEcho, SearchField } from './search-index.js';
import type { Shelf } from './shelf.js';
import type { Speller } from './spellings.js';

/** Looking for other spellings takes a few ms a word in a large archive. */
const MAX_SPELT = 6;
/** A question whose beginnings of words have this many looks no further one up; a thousand take some ms. */
const MAX_BEGUN = 10_000;

/** As many bits as a number has; also the most words that are used of a question. */
export const MAX_LEAVES = 32;
export type Leaf = {
  bit: number;
  /** As the reader wrote it. */
  written: string;
  /** The only field that counts; null for all. */
  field: SearchField | null;
  /** Stands in an exclusion only, and so adds nothing to a score. */
  excluded: boolean;
  /** No section is found without it, whatever else it has. */
  needed?: boolean;
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

/** What is known while a question is planned. */
export interface Planner extends Speller {
  shelf: Pick<Shelf, 'values' | 'issues'>;
  leaves: Leaf[];
  byKey: Map<string, Leaf>;
  /** Folded words that are not used. */
  skipped: Set<string>;
  unfinished: Clause | null;
  /** How many words other spellings were looked for of. */
  spelt: number;
  /** The words found by their beginnings. */
  begun: number;
  /** How many tests each section is put to. */
  tests: number;
  /** Whether all of the question is looked up. */
  whole: boolean;
  echo: QueryEcho;
}

export type LeafClause = Extract<Clause, { kind: 'word' | 'prefix' | 'phrase' | 'near' }>;

/** Undefined for a word that is not used. */
export function leafOf(
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

export function leafKey(clause: LeafClause, field: SearchField | null): string {
  const written = 'word' in clause ? clause.word : clause.words;
  const distance = clause.kind === 'near' ? `${clause.distance}${clause.literal}` : '';
  return `${clause.kind} ${field ?? ''} ${distance} ${fold(written)}`;
}

function makeLeaf(
  clause: LeafClause,
  shared: Pick<Leaf, 'bit' | 'written' | 'field' | 'excluded'>,
  planner: Planner,
): Leaf {
  const { vocabulary, languages, echo } = planner;
  switch (clause.kind) {
    case 'word': {
      const maySpell = !shared.excluded && planner.spelt < MAX_SPELT;
      const unfinished = clause === planner.unfinished && !shared.excluded;
      const { words, corrected, alike, compared } = expandWord(
        clause.word,
        unfinished,
        maySpell,
        planner,
      );
      if (compared) planner.spelt += 1;
      if (!shared.excluded) {
        echo.terms.push(clause.word);
        if (words.size === 0) echo.unmatched.push(clause.word);
        if (corrected !== null) echo.corrected.push({ from: clause.word, to: corrected });
        for (const to of alike) (echo.expanded ??= []).push({ from: clause.word, to });
      }
      return { ...shared, kind: 'word', words };
    }
    case 'prefix': {
      const whole = planner.begun < MAX_BEGUN;
      const words = whole
        ? wordsStartingWith(clause.word, vocabulary)
        : new Map<number, WordMatch>();
      planner.begun += words.size;
      planner.whole &&= whole;
      if (!shared.excluded) echo.terms.push(`${clause.word}*`);
      if (whole && words.size === 0) echo.unmatched.push(`${clause.word}*`);
      return { ...shared, kind: 'word', words };
    }
    case 'phrase':
      return { ...shared, kind: 'phrase', places: literalPlaces(clause.words, shared, planner) };
    case 'near': {
      const places = clause.literal
        ? literalPlaces(clause.words, shared, planner)
        : tokens(clause.words)
            .filter((token) => token.role === 'word')
            .slice(0, MAX_PLACES)
            .map((token) => new Set(sameWord(token.word, vocabulary, languages).keys()));
      return { ...shared, kind: 'near', places, distance: clause.distance };
    }
  }
}

/** A place without words is one that no section fills, and the reader is told so. */
function literalPlaces(
  text: string,
  { excluded }: Pick<Leaf, 'excluded'>,
  { vocabulary, echo }: Planner,
): Place[] {
  const found = tokens(text);
  if (found.at(-1)?.role === 'tail') found.pop();
  found.splice(MAX_PLACES);
  return found.map((token, index) => {
    // A last single Han character may be the first of any pair.
    if (index === found.length - 1 && /^[^\p{ASCII}]$/u.test(token.form))
      return new Set(wordsStartingWith(token.form, vocabulary).keys());
    const numbers = vocabulary.numbersOf(token.form);
    const written = text.slice(token.start, token.end);
    if (numbers.length === 0 && !excluded && !echo.unmatched.includes(written))
      echo.unmatched.push(written);
    return new Set(numbers);
  });
}

/** Calls `visit` with all words, phrases and nearnesses of a clause. */
export function eachLeaf(
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
