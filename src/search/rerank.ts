// Looks closer at the best candidates, at what would take too long for all.

import { addFeedback } from './feedback.js';
import { sortRange } from './order.js';
import type { Plan } from './plan.js';
import { leafOfWord, proximity } from './proximity.js';
import type { Scores } from './score.js';
import type { Shelf } from './shelf.js';
import type { Vocabulary } from './vocabulary.js';

/** Whatever page is asked for, so that pages do not overlap. */
const CANDIDATES = 100;
/** What a question of two words means is said by them; longer ones leave out words that they mean. */
const MIN_WORDS_FOR_FEEDBACK = 3;

/** What a section's score was made of before it was looked at closer. */
export interface BeforeRerank {
  words: number;
  nearness: number;
}

/** Changes the scores of the best of `found`, none to below one that is not among them. */
export function rerank(
  found: Uint32Array,
  plan: Plan,
  shelf: Shelf,
  vocabulary: Vocabulary,
  { scores, idfs }: Scores,
  compare: (a: number, b: number) => number,
): Map<number, BeforeRerank> {
  const words = plan.leaves.filter((leaf) => leaf.kind === 'word' && !leaf.excluded);
  const before = new Map<number, BeforeRerank>();
  if (words.length < 2) return before;
  const count = Math.min(CANDIDATES, found.length);
  sortRange(found, compare, 0, count);
  const best = found.subarray(0, count);
  const leafOf = leafOfWord(plan.leaves);
  for (const number of best) {
    const nearness = proximity(shelf.sections[number]!, leafOf, idfs);
    before.set(number, { words: scores[number]!, nearness });
    scores[number]! += nearness;
  }
  if (words.length < MIN_WORDS_FOR_FEEDBACK) return before;
  best.sort(compare);
  const questionWeight = idfs.reduce((sum, idf) => sum + idf, 0);
  addFeedback([...best], questionWeight, shelf, vocabulary, scores);
  return before;
}
