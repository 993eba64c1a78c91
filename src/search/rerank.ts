// Looks closer at the best candidates, at what would take too long for all.

import { addFeedback } from './feedback.js';
import { sortRange } from './order.js';
import type { Plan } from './plan.js';
import { isSynonym, proximity, synonymWords, type SynonymWords } from './proximity.js';
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
  { scores, bits, idfs, asked }: Scores,
  compare: (a: number, b: number) => number,
): Map<number, BeforeRerank> {
  const words = plan.leaves.filter((leaf) => leaf.kind === 'word' && !leaf.excluded);
  const before = new Map<number, BeforeRerank>();
  if (words.length < 2) return before;
  const count = Math.min(CANDIDATES, found.length);
  sortRange(found, compare, 0, count);
  const best = found.subarray(0, count);
  const synonyms = plan.leaves.filter(isSynonym).reduce((all, { bit }) => all | bit, 0);
  const wordsOf = new Map<number, SynonymWords>();
  for (const number of best) {
    const had = bits[number]! & synonyms;
    if (!wordsOf.has(had)) wordsOf.set(had, synonymWords(plan.leaves, had));
    const nearness = proximity(number, shelf.runs, asked, wordsOf.get(had)!, idfs);
    before.set(number, { words: scores[number]!, nearness });
    scores[number]! += nearness;
  }
  if (words.length < MIN_WORDS_FOR_FEEDBACK) return before;
  best.sort(compare);
  const questionWeight = idfs.reduce((sum, idf) => sum + idf, 0);
  addFeedback([...best], questionWeight, shelf, vocabulary, scores, unsure(plan, vocabulary));
  return before;
}

/** The families of words that were found for being spelt nearly so, or meaning the same. */
function unsure({ leaves }: Plan, vocabulary: Vocabulary): Set<number> {
  const words = leaves.flatMap((leaf) => {
    if (isSynonym(leaf)) return leaf.places.flatMap((place) => [...place]);
    if (leaf.kind !== 'word') return [];
    return [...leaf.words].flatMap(([word, { match }]) => (match === 'fuzzy' ? [word] : []));
  });
  return new Set(words.map((word) => vocabulary.families[word]!));
}
