// The content words of an issue's sections, counted, as columns of numbers. They
// are the same whatever the glossary.

import type { Section } from '../../model.js';
import { contentWords } from '../content-words.js';

/** Can be cloned and written to disk as it is. */
export interface IssueWords {
  /** Where each section's terms begin; one more than there are sections. */
  starts: Uint32Array;
  /** The number of each term, in the order in which a section first has them. */
  terms: Uint32Array;
  /** How often the section has it, in heading and text. */
  times: Uint16Array;
  /** Of each section: all its words, content words or not. */
  lengths: Uint32Array;
}

/** Terms by number. A number once given stays. */
export interface TermNumbers {
  numbers: Map<string, number>;
  terms: string[];
}

export function createTermNumbers(terms: string[] = []): TermNumbers {
  return { numbers: new Map(terms.map((term, number) => [term, number])), terms };
}

export function numberOf({ numbers, terms }: TermNumbers, term: string): number {
  let number = numbers.get(term);
  if (number === undefined) {
    number = terms.push(term) - 1;
    numbers.set(term, number);
  }
  return number;
}

export type CountedWords = ReturnType<typeof contentWords>;

export function countWords({ heading, text }: Section): CountedWords {
  return contentWords(`${heading}\n${text}`);
}

/** @param sections the words of each, in their order */
export function packWords(sections: readonly CountedWords[], numbers: TermNumbers): IssueWords {
  const size = sections.reduce((sum, { terms }) => sum + terms.size, 0);
  const words: IssueWords = {
    starts: new Uint32Array(sections.length + 1),
    terms: new Uint32Array(size),
    times: new Uint16Array(size),
    lengths: Uint32Array.from(sections, ({ length }) => length),
  };
  let at = 0;
  sections.forEach(({ terms }, place) => {
    for (const [term, times] of terms) {
      words.terms[at] = numberOf(numbers, term);
      words.times[at] = Math.min(times, 0xffff);
      at += 1;
    }
    words.starts[place + 1] = at;
  });
  return words;
}

/** The same words by other numbers, for the terms that nobody uses any more to be left behind. */
export function renumber(words: IssueWords, from: TermNumbers, to: TermNumbers): IssueWords {
  return { ...words, terms: words.terms.map((number) => numberOf(to, from.terms[number]!)) };
}
