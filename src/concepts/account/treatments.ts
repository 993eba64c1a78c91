// How the words on a concept changed between an early treatment and a late one.

import { asWritten, contentWords } from '../content-words.js';

export interface WordsChanged {
  /** Words of the late text that the early one lacks, the commonest first. */
  entered: string[];
  left: string[];
}

/** At most `limit` words a side, as they are written. `rarity(key)` weighs a word's key. */
export function wordsChanged(
  early: string,
  late: string,
  rarity: (key: string) => number,
  limit: number,
): WordsChanged {
  const [before, after] = [contentWords(early).terms, contentWords(late).terms];
  const missing = (from: Map<string, number>, other: Map<string, number>, text: string) => {
    const keys = [...from]
      .filter(([key]) => !other.has(key))
      .sort(([a, m], [b, n]) => n * rarity(b) - m * rarity(a) || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([key]) => key);
    return asWritten(keys, [text]);
  };
  return { entered: missing(after, before, late), left: missing(before, after, early) };
}
