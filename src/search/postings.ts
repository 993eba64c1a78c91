// The inverted index. MiniSearch holds it: which word stands in which field of
// which section, how often, and which words begin alike or are spelt alike.
// This is the only file that knows MiniSearch.
//
// Ranking is our own (score.ts): MiniSearch's makes an object per section found
// and per word, which for a common word in a large archive takes longer than
// the whole answer may. So its postings are read here where they lie.

import MiniSearch from 'minisearch';
import { BREAK, FIELDS } from './fields.js';
import type { Vocabulary } from './vocabulary.js';

/** For each field's number, how often a word stands there, by the section's number. */
export type WordPostings = ReadonlyMap<number, ReadonlyMap<number, number>>;

/**
 * Sections are numbered from 0 as they come; a removed one's number is not used
 * again. The words come cut, folded and numbered, and are written where
 * MiniSearch would: it walks its tree of letters for every word of every text,
 * and here that is done once for every word of the archive.
 */
export class Postings extends MiniSearch<{ id: number }> {
  /** By the word's number, what MiniSearch has of it. */
  readonly #ofWord: (Map<number, Map<number, number>> | undefined)[] = [];

  constructor() {
    super({
      fields: [...FIELDS],
      // Nothing is left for MiniSearch to cut.
      extractField: (document, name) => (name === 'id' ? document.id : undefined),
    });
  }

  /** `words`, with BREAKs, and `fieldStarts` as in `SectionWords`. Numbers must come in order, from 0. */
  takeIn(
    number: number,
    words: Uint32Array,
    fieldStarts: readonly number[],
    vocabulary: Pick<Vocabulary, 'formOf'>,
  ): void {
    this.add({ id: number });
    for (const field of FIELDS.keys()) {
      const sorted = words.slice(fieldStarts[field], fieldStarts[field + 1]).sort();
      for (let at = 0, next = 0; at < sorted.length; at = next) {
        const word = sorted[at]!;
        while (sorted[next] === word) next += 1;
        if (word !== BREAK) this.#sectionsOf(word, field, vocabulary).set(number, next - at);
      }
    }
  }

  #sectionsOf(
    word: number,
    field: number,
    vocabulary: Pick<Vocabulary, 'formOf'>,
  ): Map<number, number> {
    let fields = this.#ofWord[word];
    // MiniSearch drops words whose sections are all gone, and empties them first.
    if (fields === undefined || fields.size === 0) {
      fields = this._index.fetch(
        vocabulary.formOf(word),
        () => new Map<number, Map<number, number>>(),
      );
      this.#ofWord[word] = fields;
    }
    let sections = fields.get(field);
    if (sections === undefined) fields.set(field, (sections = new Map<number, number>()));
    return sections;
  }

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
