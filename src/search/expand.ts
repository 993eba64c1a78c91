// From a word of the question to the archive's words that count as found.

import { tokens } from '../text/tokens.js';
import type { MatchKind } from './search-index.js';
import { otherSpellings, type Speller } from './spellings.js';
import type { Vocabulary } from './vocabulary.js';

/** A word that fewer sections have is rare: it may be unfinished or misspelt. */
const RARE = 3;
const MIN_PREFIX = 2;
const MAX_PREFIXED = 50;

/** How much a word found in another shape counts, beside 1 for the word itself. */
export const WEIGHTS: Record<Exclude<MatchKind, 'phrase'>, number> = {
  exact: 1,
  stem: 0.85,
  synonym: 0.6,
  prefix: 0.5,
  fuzzy: 0.3,
};

export interface WordMatch {
  match: Exclude<MatchKind, 'phrase'>;
  weight: number;
}

/** A beginning has thousands of words, which share theirs. */
const MATCHES = Object.fromEntries(
  Object.entries(WEIGHTS).map(([match, weight]) => [match, { match, weight }]),
) as Record<WordMatch['match'], WordMatch>;

/** The archive's words, by number. */
export type WordMatches = Map<number, WordMatch>;

export interface Expansion {
  words: WordMatches;
  /** The best other spelling, when the archive lacks the word. */
  corrected: string | null;
  /** The other spellings, the likeliest first, when the archive hardly has it. */
  alike: string[];
  /** Whether other spellings were looked for, which takes long in a large archive. */
  compared: boolean;
}

/** The word itself, with or without an abbreviation's dots, and the words of its stem, in each of the languages. */
export function sameWord(
  written: string,
  vocabulary: Vocabulary,
  languages: readonly string[],
): WordMatches {
  const words: WordMatches = new Map();
  const token = tokens(written)[0];
  if (token === undefined) return words;
  put(words, token.form, 'exact', vocabulary);
  const dotted = otherDots(token.form);
  if (dotted !== undefined) put(words, dotted, 'stem', vocabulary);
  putSameStem(words, token.word, 'stem', vocabulary, languages);
  return words;
}

/** Longer ones nobody writes with dots. */
const ABBREVIATION = /^\p{L}{2,6}$/u;
const LETTER_DOTS = /^\p{L}(?:\.\p{L})+$/u;

/** `u.s` for `us`, and `us` for `u.s`. */
function otherDots(form: string): string | undefined {
  if (LETTER_DOTS.test(form)) return form.replaceAll('.', '');
  return ABBREVIATION.test(form) ? [...form].join('.') : undefined;
}

/** Every word that begins so. */
export function wordsStartingWith(written: string, vocabulary: Vocabulary): WordMatches {
  const words: WordMatches = new Map();
  const prefix = tokens(written)[0]?.form;
  if (prefix === undefined) return words;
  for (const number of vocabulary.numbersStartingWith(prefix))
    words.set(number, MATCHES[vocabulary.formOf(number) === prefix ? 'exact' : 'prefix']);
  return words;
}

/**
 * `sameWord`, and where that finds little: the words that begin so, if the word
 * may be unfinished, and else those spelt nearly so.
 */
export function expandWord(
  written: string,
  unfinished: boolean,
  maySpell: boolean,
  speller: Speller,
): Expansion {
  const { vocabulary, languages } = speller;
  const words = sameWord(written, vocabulary, languages);
  const asWritten: Expansion = { words, corrected: null, alike: [], compared: false };
  const token = tokens(written)[0];
  if (token === undefined) return asWritten;
  // One Han character stands in the index as the first of a pair.
  if (PAIRED_CHARACTER.test(token.form)) {
    for (const form of vocabulary.startingWith(token.form)) put(words, form, 'exact', vocabulary);
    return asWritten;
  }
  const found = sections(words, vocabulary);
  if (found >= RARE) return asWritten;
  if (unfinished && token.form.length >= MIN_PREFIX) {
    const prefixed = vocabulary
      .startingWith(token.form)
      .filter((form) => form !== token.form)
      .sort((a, b) => vocabulary.sectionsWith(b) - vocabulary.sectionsWith(a))
      .slice(0, MAX_PREFIXED);
    for (const form of prefixed) put(words, form, 'prefix', vocabulary);
    if (prefixed.length > 0) return asWritten;
  }
  if (!maySpell) return asWritten;
  const spellings = otherSpellings(token.form, speller);
  const best = spellings[0];
  // A rare word may be right as it is; then another spelling must be much commoner.
  if (best === undefined || vocabulary.sectionsWith(best) < found * 10)
    return { ...asWritten, compared: true };
  for (const form of spellings) {
    put(words, form, 'fuzzy', vocabulary);
    putSameStem(words, form, 'fuzzy', vocabulary, languages);
  }
  return found === 0
    ? { words, corrected: best, alike: [], compared: true }
    : { words, corrected: null, alike: spellings, compared: true };
}

const PAIRED_CHARACTER = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}]\p{M}*$/u;

function put(
  words: WordMatches,
  form: string,
  match: WordMatch['match'],
  vocabulary: Vocabulary,
): void {
  for (const number of vocabulary.numbersOf(form))
    if (!words.has(number)) words.set(number, MATCHES[match]);
}

function putSameStem(
  words: WordMatches,
  word: string,
  match: WordMatch['match'],
  vocabulary: Vocabulary,
  languages: readonly string[],
): void {
  for (const language of languages)
    for (const form of vocabulary.sameStem(word, language)) put(words, form, match, vocabulary);
}

function sections(words: WordMatches, vocabulary: Vocabulary): number {
  const forms = new Set([...words.keys()].map((number) => vocabulary.formOf(number)));
  let sum = 0;
  for (const form of forms) sum += vocabulary.sectionsWith(form);
  return sum;
}
