// The words that two sections share, as they are written there, and the
// sentence of each that has most of them.

import type { Section } from '../../model.js';
import { quoteAt, sentencesOf } from '../sentence.js';
import { words } from '../words.js';
import type { RelationReason } from './relation.js';

/** A section's words, read once for all that it is compared to. */
export interface ReadSection {
  section: Section;
  /** Each word as it is written where it stands first, in the heading or the text. */
  written: Map<string, string>;
  /** Of each sentence of the text: where it begins, and its words. */
  sentences: { start: number; words: Set<string> }[];
}

export function readSection(section: Section): ReadSection {
  const { heading, text } = section;
  const written = new Map<string, string>();
  const write = (from: string, key: string, start: number, end: number) => {
    if (!written.has(key)) written.set(key, from.slice(start, end));
  };
  for (const { key, start, end } of words(heading)) write(heading, key, start, end);
  const sentences: ReadSection['sentences'] = [];
  const ranges = [...sentencesOf(text)];
  let at = 0;
  for (const { key, start, end } of words(text)) {
    write(text, key, start, end);
    while (at < ranges.length && ranges[at]!.end <= start) at += 1;
    const range = ranges[at];
    if (range === undefined) break;
    if (sentences.at(-1)?.start !== range.start)
      sentences.push({ start: range.start, words: new Set() });
    sentences.at(-1)!.words.add(key);
  }
  return { section, written, sentences };
}

/** @param terms the weightiest first */
export function sharedWords(
  terms: readonly string[],
  sides: readonly [ReadSection, ReadSection],
): RelationReason {
  const [{ written }, other] = sides;
  return {
    kind: 'shared terms',
    terms: terms.flatMap((term) =>
      written.has(term) && other.written.has(term) ? [written.get(term)!] : [],
    ),
    quotes: sides.map((side) => ({
      section: side.section.id,
      // A heading alone, above other headings, is all that there is to quote.
      text: richest(side, terms) || side.section.heading,
    })),
  };
}

/** The sentence that has most of the terms, the first of them where several do. */
function richest({ section, sentences }: ReadSection, terms: readonly string[]): string {
  let best = { start: 0, found: -1 };
  for (const { start, words } of sentences) {
    const found = terms.filter((term) => words.has(term)).length;
    if (found > best.found) best = { start, found };
  }
  return quoteAt(section.text, best.start, best.start + 1);
}
