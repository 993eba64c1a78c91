// The inverted index. MiniSearch holds it: which word stands in which field of
// which section, how often, and which words begin alike or are spelt alike.
// This is the only file that knows MiniSearch.
//
// Ranking is our own (score.ts): MiniSearch's makes an object per section found
// and per word, which for a common word in a large archive takes longer than
// the whole answer may. So its postings are read here where they lie.

import MiniSearch from 'minisearch';
import type { SearchField } from './search-index.js';

/** In the order of their numbers in the postings. */
export const FIELDS: readonly SearchField[] = ['heading', 'trail', 'concepts', 'text'];
export const TEXT_FIELD = 3;

/** For each field's number, how often a word stands there, by the section's number. */
export type WordPostings = ReadonlyMap<number, ReadonlyMap<number, number>>;

type Fields = Record<SearchField, readonly string[]>;

/** Sections are numbered from 0 as they come; a removed one's number is not used again. */
export class Postings extends MiniSearch<{ id: number }> {
  constructor() {
    let fields: Fields | null = null;
    super({
      fields: [...FIELDS],
      // The words come cut and folded (text/tokens.ts) and pass through
      // MiniSearch as they are; it would have them as one string.
      extractField: (document, name) => (name === 'id' ? document.id : name) as string,
      tokenize: (_text, name) => (fields?.[name as SearchField] ?? []) as string[],
      processTerm: (word) => word,
    });
    this.takeIn = (id, words) => {
      fields = words;
      this.add({ id });
      fields = null;
    };
  }

  /** Numbers must come in order, from 0. */
  readonly takeIn: (number: number, fields: Fields) => void;

  /** Sections that were removed may still be listed. */
  of(form: string): WordPostings | undefined {
    return this._index.get(form);
  }

  /** The words that begin so, in no order; at most `max`. */
  startingWith(prefix: string, max: number): string[] {
    const found: string[] = [];
    for (const form of this._index.atPrefix(prefix).keys()) {
      if (found.length >= max) break;
      found.push(form);
    }
    return found;
  }

  /** The words at most `distance` letters away, with their distance. */
  speltLike(form: string, distance: number): { form: string; distance: number }[] {
    return [...this._index.fuzzyGet(form, distance)].map(([found, [, away]]) => ({
      form: found,
      distance: away,
    }));
  }
}
