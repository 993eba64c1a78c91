// Whether the letter case of some words lets them be a name. Most names may be
// written in any case; "slack" the concept and "Slack" the program may not.

import type { Name } from './name-trie.js';

/** Shorter names than this are too easily something else: "IT" and "it". */
const SHORT = 3;

/**
 * `yes`: the words can be the name; `no`: their case says that they are another
 * word; `perhaps`: they stand where every word is capitalised, so the case says
 * nothing.
 */
export function isCased(
  name: Name,
  text: string,
  start: number,
  end: number,
  place: 'heading' | 'text',
): 'yes' | 'no' | 'perhaps' {
  if (name.concept.link !== 'exact' && !isShortAcronym(name.text)) return 'yes';
  const written = text.slice(start, end);
  if (sameLetters(name.text, written)) return 'yes';
  const open = place === 'heading' || beginsSentence(text, start);
  if (!open || isShortAcronym(name.text)) return 'no';
  const lowered = written.charAt(0).toLowerCase() + written.slice(1);
  return sameLetters(name.text, place === 'heading' ? written.toLowerCase() : lowered)
    ? 'perhaps'
    : 'no';
}

function isShortAcronym(name: string): boolean {
  return name.length < SHORT && name === name.toUpperCase() && name !== name.toLowerCase();
}

/** Same letters in the same case, save for what a plural or a possessive adds at the end. */
function sameLetters(name: string, written: string): boolean {
  const length = Math.min(name.length, written.length);
  // A plural can change the last letters before its s: strategy, strategies.
  const stable = Math.max(1, name.length === written.length ? length : length - 1);
  return letters(name.slice(0, stable)) === letters(written.slice(0, stable));
}

function letters(text: string): string {
  return text.replace(/[\s\-‐‑]+/gu, ' ');
}

function beginsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:;…\n。！？]["'”’)\]]*)\s*["'“‘(*[]*$/u.test(
    text.slice(Math.max(0, start - 8), start),
  );
}
