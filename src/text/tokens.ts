// Words, as search and concepts count them, in every script.

import { fold } from './fold.js';

export interface Token {
  /** Lower case with its accents, as a stemmer wants it. */
  word: string;
  /** Folded: what the index holds and a question is looked up by. */
  form: string;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  /**
   * `part`: a piece of a joined word such as `snake_case`, which stands before
   * it as a whole. `tail`: the last character of a run of Han, Kana or Hangul,
   * which otherwise is cut into overlapping pairs; a question leaves it out.
   */
  role: 'word' | 'part' | 'tail';
  /** Nothing before it belongs to it: a text cut here gives the same words from here on. */
  free: boolean;
}

/** A word longer than this is cut: nobody types it, and it could be as long as the text. */
const MAX_WORD = 64;

/**
 * The words of a text in reading order. Scripts without spaces are cut into
 * overlapping pairs of characters (Han, Kana, Hangul) or by dictionary (Thai,
 * Lao, Khmer, Burmese). `C++`, `U.S.`, `v1.2.3`, `#141` stay as written;
 * `snake_case` and `node.js` are there whole and in parts. Hyphens separate, and
 * so do commas but those of thousands: `2,000` is 2000.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const unspaced = UNSPACED.test(text);
  for (const match of text.matchAll(WORDS)) {
    if (unspaced && UNSPACED.test(match[0])) addRuns(match[0], match.index, found);
    else addWord(match[0], match.index, found);
  }
  return found;
}

/**
 * The same from an offset where the text can be cut, the beginning of a `free` word, until `enough`
 * holds of what was found.
 */
export function tokensFrom(
  text: string,
  offset: number,
  enough: (found: readonly Token[]) => boolean,
): Token[] {
  const found: Token[] = [];
  NEXT_WORD.lastIndex = offset;
  for (let match = NEXT_WORD.exec(text); match !== null; match = NEXT_WORD.exec(text)) {
    if (UNSPACED.test(match[0])) addRuns(match[0], match.index, found);
    else addWord(match[0], match.index, found);
    if (enough(found)) break;
  }
  return found;
}

/** The forms of a text alone. */
export function forms(text: string): string[] {
  return tokens(text).map((token) => token.form);
}

const WORDS =
  /(?:(?<![\p{L}\p{N}.])[#.](?=[\p{L}\p{N}]))?(?:(?<!\p{N},?)[1-9]\d{0,2}(?:,\d{3})+(?!,?\p{N})|[\p{L}\p{N}])[\p{L}\p{M}\p{N}\u200c\u200d]*(?:[_.&'’][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*)*(?:\+\+|#)?/gu;
/** For reading on and on, word by word. */
const NEXT_WORD = new RegExp(WORDS);

const PAIRED = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{Script=Hangul}';
const DICTIONARY = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const UNSPACED = new RegExp(`[${PAIRED}${DICTIONARY}]`, 'u');
const RUNS = new RegExp(
  `(?<paired>(?:(?=[\\p{L}\\p{N}])[${PAIRED}]\\p{M}*)+)|(?<dictionary>[${DICTIONARY}\\p{M}]+)|(?<other>(?:(?![${PAIRED}${DICTIONARY}])[^])+)|[^]`,
  'gu',
);
const CHARACTER = /\P{M}\p{M}*/gu;

function addRuns(text: string, offset: number, found: Token[]): void {
  for (const run of text.matchAll(RUNS)) {
    const start = offset + run.index;
    if (run.groups?.paired !== undefined) addPairs(run[0], start, found);
    else if (run.groups?.dictionary !== undefined) addDictionaryWords(run[0], start, found);
    else for (const word of run[0].matchAll(WORDS)) addWord(word[0], start + word.index, found);
  }
}

function addPairs(run: string, offset: number, found: Token[]): void {
  const characters = [...run.matchAll(CHARACTER)];
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    const start = character.index;
    const end = next === undefined ? run.length : next.index + next[0].length;
    const role = next === undefined && index > 0 ? 'tail' : 'word';
    add(run.slice(start, end), offset + start, role, found);
  });
}

let segmenter: Intl.Segmenter | undefined;

function addDictionaryWords(run: string, offset: number, found: Token[]): void {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  // Piece by piece: on a whole text the segmenter's time grows faster than the text.
  for (let from = 0; from < run.length; from += 512) {
    for (const { segment, index, isWordLike } of segmenter.segment(run.slice(from, from + 512)))
      if (isWordLike === true) add(segment, offset + from + index, 'word', found);
  }
}

/** French and Italian articles before a vowel: l'équipe, qu'il, dell'anno. */
const ELIDED =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|dell|all|nell|sull|dall|un)['’](?=\p{L}{2})/iu;
const INNER = /[_.&'’]/u;
const APOSTROPHE = /['’]/u;
const LETTER_DOTS = /^\p{L}(?:\.\p{L})+$/u;

function addWord(raw: string, offset: number, found: Token[]): void {
  if (!INNER.test(raw) && !raw.startsWith('#')) return add(raw, offset, 'word', found);
  if (APOSTROPHE.test(raw)) return addContracted(raw, offset, found);
  addJoined(raw, raw, offset, raw.length, found);
}

function addContracted(raw: string, offset: number, found: Token[]): void {
  const elided = ELIDED.exec(raw)?.[0].length ?? 0;
  const text = raw.slice(elided);
  const start = offset + elided;
  // "team's" is "team", "don't" is "dont".
  const possessive = /['’]s$/iu.test(text) ? 2 : 0;
  const length = text.length - possessive;
  const bare = text.slice(0, length).replace(/['’]/gu, '');
  if (/^[\p{L}\p{M}\p{N}\u200c\u200d]+$/u.test(bare)) add(bare, start, 'word', found, length);
  else addJoined(bare, text, start, length, found);
}

/** `text`: what `bare` was in the text, with its apostrophes; `length`: as much of it is marked. */
function addJoined(
  bare: string,
  text: string,
  start: number,
  length: number,
  found: Token[],
): void {
  add(bare, start, 'word', found, length);
  // "U.S." and "v1.2.3" mean nothing in parts.
  if (LETTER_DOTS.test(bare) || /\p{N}[.,]\p{N}/u.test(bare)) return;
  for (const part of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu))
    add(part[0], start + part.index, 'part', found);
}

function add(
  raw: string,
  start: number,
  role: Token['role'],
  found: Token[],
  length: number = raw.length,
): void {
  const { word, form } = foldedWord(raw);
  if (form === '') return;
  const free = role === 'word' && (found.at(-1)?.end ?? 0) < start;
  found.push({ word, form, start, end: start + length, role, free });
}

interface Folded {
  word: string;
  form: string;
}

// The same words come again and again; folding one takes longer than looking it up.
const folded = new Map<string, Folded>();
const MAX_FOLDED = 50_000;

function foldedWord(raw: string): Folded {
  const known = folded.get(raw);
  if (known !== undefined) return known;
  const cut = raw.length > MAX_WORD ? raw.slice(0, MAX_WORD).replace(/[\ud800-\udbff]$/, '') : raw;
  const bare = cut.replaceAll(',', '');
  const result = { word: bare.normalize('NFC').toLowerCase(), form: fold(bare) };
  if (folded.size >= MAX_FOLDED) folded.clear();
  folded.set(cut, result);
  return result;
}
