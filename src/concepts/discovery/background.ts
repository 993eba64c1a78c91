// How common words are in a language at large, against which an archive's own
// words stand out.

import { baseLanguage } from '../../text/stems.js';
import { wordKey } from '../words.js';
import de from './background/de.js';
import en from './background/en.js';
import es from './background/es.js';
import fr from './background/fr.js';
import it from './background/it.js';
import nl from './background/nl.js';
import pt from './background/pt.js';
import zh from './background/zh.js';

const LISTS = new Map([
  ['de', de],
  ['en', en],
  ['es', es],
  ['fr', fr],
  ['it', it],
  ['nl', nl],
  ['pt', pt],
  ['zh', zh],
]);

/** A word that is in no list is rarer than the rarest listed. */
const BELOW_LIST = 0.7;

export interface Background {
  /**
   * The Zipf value of a word by its key: the base-10 logarithm of how often it
   * stands in a thousand million words (van Heuven et al. 2014). 7 is "the",
   * 3 a word that a reader knows and seldom meets.
   */
  zipf(key: string): number;
  /** Whether the word is listed. */
  has(key: string): boolean;
}

/** Undefined where the language has no list. */
export function backgroundOf(language: string | null): Background | undefined {
  const code = baseLanguage(language);
  const list = code === null ? undefined : LISTS.get(code);
  if (code === null || list === undefined) return undefined;
  let background = known.get(code);
  if (background === undefined) known.set(code, (background = readList(list)));
  return background;
}

const known = new Map<string, Background>();

/** Each line is ten times a Zipf value and the words that have it. */
function readList(list: string): Background {
  const values = new Map<string, number>();
  let lowest = Infinity;
  for (const line of list.trim().split('\n')) {
    const [tenfold, ...words] = line.split(' ');
    const zipf = Number(tenfold) / 10;
    lowest = Math.min(lowest, zipf);
    // Forms that fold to one key are one word: their frequencies add up.
    for (const word of words) {
      const key = keyOf(word);
      values.set(key, Math.log10(10 ** (values.get(key) ?? -Infinity) + 10 ** zipf));
    }
  }
  return {
    zipf: (key) => values.get(key) ?? lowest - BELOW_LIST,
    has: (key) => values.has(key),
  };
}

/** A word of a script without blanks is several characters here, each with a key of its own. */
function keyOf(word: string): string {
  return /\p{Script=Han}/u.test(word) ? word : wordKey(word);
}
