// Other sections that use the words of one.

import type { SectionId } from '../slug.js';
import { isStopWord } from '../text/stop-words.js';
import { sameWord } from './expand.js';
import { order, sortRange } from './order.js';
import type { Leaf } from './leaf.js';
import type { Postings } from './postings.js';
import { MAX_WORK, scoreLeaves, type Scores } from './score.js';
import type { LikeSection } from './search-index.js';
import { BREAK } from './fields.js';
import type { Shelf } from './shelf.js';
import type { Vocabulary } from './vocabulary.js';

/** As many of the section's words as tell it from others best. */
const WORDS = 20;

/** Empty when there is no section of that id. */
export function moreLike(
  id: SectionId,
  limit: number,
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
  scores: Scores,
): LikeSection[] {
  const [slug] = id.split('#');
  const own = shelf.issues
    .get(slug ?? '')
    ?.sections.map((number) => shelf.sections[number])
    .find((section) => section?.id === id);
  if (own === undefined) return [];
  const counts = new Map<number, number>();
  for (const word of own.words) if (word !== BREAK) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts]
    .filter(([word]) => {
      const form = vocabulary.formOf(word);
      return (
        form.length > 1 && !isStopWord(form, own.language) && vocabulary.sectionsWith(word) > 1
      );
    })
    .map(([word, times]) => ({
      word,
      weight: (1 + Math.log(times)) * Math.log(shelf.count / vocabulary.sectionsWith(word)),
    }))
    .sort((a, b) => b.weight - a.weight || a.word - b.word)
    .slice(0, WORDS);
  const leaves = words.map(({ word }, index): Leaf => {
    const written = vocabulary.formOf(word);
    return {
      kind: 'word',
      bit: 1 << index,
      written,
      field: null,
      excluded: false,
      words: sameWord(written, vocabulary, own.language === null ? [] : [own.language]),
    };
  });
  scores.workLeft = MAX_WORK;
  scoreLeaves(leaves, shelf, postings, vocabulary, scores);
  const found = scores.found
    .subarray(0, scores.foundCount)
    .filter((number) => number !== own.number);
  const count = Math.min(limit, found.length);
  sortRange(found, order('relevance', shelf, scores.scores), 0, count);
  return [...found.subarray(0, count)].map((number) => ({
    id: shelf.sections[number]!.id,
    score: scores.scores[number]!,
    words: leaves
      .filter((leaf) => (scores.bits[number]! & leaf.bit) !== 0)
      .map((leaf) => leaf.written),
  }));
}
