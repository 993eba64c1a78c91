// The words of a text as names are compared by them: letter case, accents,
// plurals, possessives and hyphens do not count, all else does.

import { fold } from '../text/fold.js';
import { singular } from './singular.js';

export interface Word {
  /** What is compared. */
  key: string;
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  /**
   * What stands between the word before and this one: '' for nothing, blanks
   * or hyphens; otherwise the punctuation itself, or a newline for a block's border.
   */
  gap: string;
}

/**
 * A word is a run of letters and digits with its apostrophes, and with + or #
 * after it (C++, C#); or one character of a script that sets no blanks between
 * its words, or of Hangul, whose particles grow onto the noun; or an emoji; or &.
 */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let before = 0;
  let at = 0;
  while (at < text.length) {
    const end = wordEnd(text, at);
    if (end === at) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      continue;
    }
    const gap = at === before + 1 && text[before] === ' ' ? '' : gapKey(text.slice(before, at));
    found.push({ key: keyAt(text, at, end), start: at, end, gap });
    before = at = end;
  }
  return found;
}

/** Where the word that begins at `start` ends; `start` itself when none begins there. */
function wordEnd(text: string, start: number): number {
  const first = kindAt(text, start);
  let at = start + widthAt(text, start);
  switch (first) {
    case Kind.none:
    case Kind.joiner:
      return start;
    case Kind.and:
      return at;
    case Kind.alone:
      while (MARK.test(text.charAt(at))) at += 1;
      return at;
    case Kind.emoji:
      while (at < text.length && (kindAt(text, at) === Kind.emoji || isJoiner(text, at)))
        at += widthAt(text, at);
      return at;
    case Kind.letter:
      for (;;) {
        while (at < text.length && kindAt(text, at) === Kind.letter) at += widthAt(text, at);
        const code = text.charCodeAt(at);
        const apostrophe = code === 0x27 || code === 0x2019;
        if (!apostrophe || kindAt(text, at + 1) !== Kind.letter) break;
        if (ELIDED.test(text.slice(start, at))) return at;
        at += 1;
      }
      return at + signs(text, at);
  }
}

/** French and Italian set these before a word without a blank: l'équipe, qu'un, dell'arte. */
const ELIDED = /^(?:[ldnscjmt]|qu|lorsqu|puisqu|jusqu|dell|all|nell|sull|un)$/iu;

/** The + and # that belong to a name: C++, C#, but not A+B. */
function signs(text: string, at: number): number {
  if (text[at] !== '+' && text[at] !== '#') return 0;
  const width = text[at] === '+' && text[at + 1] === '+' ? 2 : 1;
  return kindAt(text, at + width) === Kind.letter ? 0 : width;
}

const enum Kind {
  none = 1,
  letter,
  alone,
  emoji,
  joiner,
  and,
}

/** What each UTF-16 unit of the basic plane is; 0 where it was never asked. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): Kind {
  if (at >= text.length) return Kind.none;
  const code = text.codePointAt(at)!;
  if (code > 0xffff) return kindOf(String.fromCodePoint(code));
  const known = kinds[code]!;
  if (known !== 0) return known;
  return (kinds[code] = kindOf(String.fromCharCode(code)));
}

const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const MARK = /\p{M}/u;

function kindOf(character: string): Kind {
  if (character === '&') return Kind.and;
  if (character === '\u200d' || character === '\ufe0f') return Kind.joiner;
  if (/\p{L}|\p{N}|\p{M}|\u00ad/u.test(character))
    return ALONE.test(character) ? Kind.alone : Kind.letter;
  return /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u.test(character) ? Kind.emoji : Kind.none;
}

function isJoiner(text: string, at: number): boolean {
  return kindAt(text, at) === Kind.joiner;
}

function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** The words met last, by a hash of their letters, and their keys. */
const SLOTS = 2 ** 15;
const met: string[] = Array.from({ length: SLOTS }, () => '');
const keyOfMet: string[] = Array.from({ length: SLOTS }, () => '');

/** The key of text.slice(start, end), without cutting a word out that was met before. */
function keyAt(text: string, start: number, end: number): string {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const word = met[slot]!;
  if (word.length === end - start && text.startsWith(word, start)) return keyOfMet[slot]!;
  return (keyOfMet[slot] = wordKey((met[slot] = text.slice(start, end))));
}

const keys = new Map<string, string>();
/** Keys are kept for this many words; a big archive has fewer in common use. */
const MAX_KEYS = 200_000;

/** One word as it is compared: `Teams’` and `team` have the same key. */
export function wordKey(word: string): string {
  let key = keys.get(word);
  if (key === undefined) {
    key = makeKey(word);
    if (keys.size >= MAX_KEYS) keys.clear();
    keys.set(word, key);
  }
  return key;
}

function makeKey(word: string): string {
  if (word === '&') return 'and';
  const bare = word.replace(/['’]s$/u, '').replace(/\u00ad/gu, '');
  // APIs, OKRs: the plural of an acronym, however short.
  if (/^\p{Lu}{2,}s$/u.test(bare)) return letters(bare.slice(0, -1));
  return singular(letters(bare));
}

function letters(word: string): string {
  return fold(word).replaceAll("'", '');
}

/** Every name has one key; two names of the same key are the same name. */
export function nameKey(name: string): string {
  return words(name)
    .map((word, index) => (index === 0 ? word.key : `${word.gap} ${word.key}`))
    .join('');
}

function gapKey(gap: string): string {
  // An en dash between two words, without blanks, joins them: product–market fit.
  if (gap === ' ' || gap === '' || gap === '-' || gap === '–') return '';
  if (gap.includes('\n')) return '\n';
  return gap.replace(/^[\s\-‐‑_’']+|[\s\-‐‑_’']+$/gu, '');
}
