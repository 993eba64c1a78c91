// How near the words of a question stand to one another in a section.

import { firstLeaf, type AskedWords } from './asked-words.js';
import type { Leaf } from './leaf.js';
import { BREAK } from './fields.js';
import type { ShelvedSection } from './shelf.js';

/** Which leaf of the question a word answers by being part of a synonym, by the word's number. */
export type SynonymWords = ReadonlyMap<number, number>;

/** @param bits the leaves that a section has: a synonym's words count where the whole of it stands. */
export function synonymWords(leaves: readonly Leaf[], bits: number): SynonymWords {
  const found = new Map<number, number>();
  for (const leaf of leaves) {
    if (!isSynonym(leaf) || (bits & leaf.bit) === 0) continue;
    const first = firstLeaf(leaf.covers);
    // Its inner words may be such as stand everywhere: “objectives and key results”.
    for (const place of [leaf.places[0], leaf.places.at(-1)])
      for (const word of place ?? []) if (!found.has(word)) found.set(word, first);
  }
  return found;
}

export function isSynonym(leaf: Leaf): leaf is Leaf & { kind: 'phrase'; covers: number } {
  return leaf.kind === 'phrase' && leaf.covers !== undefined;
}

/** A sentence or two. In words. */
const WINDOW = 30;
const WINDOW_WEIGHT = 0.3;
const PAIRS_WEIGHT = 0.3;
const K1 = 1.2;

/**
 * What nearness adds to a section's score: the most that any stretch of WINDOW
 * words holds of the question, and how close different words of it follow one
 * another (Büttcher, Clarke, Lushman, "Term proximity scoring for ad-hoc
 * retrieval on very large text collections", 2006, with the distance itself
 * and not its square).
 */
export function proximity(
  { words }: ShelvedSection,
  asked: AskedWords,
  synonyms: SynonymWords,
  idfs: readonly number[],
): number {
  const { bits } = asked;
  const plain = asked.leaves.reduce(
    (all, leaf) => (leaf.kind === 'word' ? all | leaf.bit : all),
    0,
  );
  const near = new Float64Array(idfs.length);
  const inWindow = new Uint16Array(idfs.length);
  const window: { at: number; leaf: number }[] = [];
  let oldest = 0;
  let held = 0;
  let most = 0;
  let previous: { at: number; leaf: number } | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word === BREAK) previous = undefined;
    const answers = (bits[word] ?? 0) & plain;
    const leaf = answers !== 0 ? firstLeaf(answers) : synonyms.get(word);
    if (leaf === undefined) continue;
    if (previous !== undefined && previous.leaf !== leaf) {
      const distance = at - previous.at;
      near[leaf]! += idfs[previous.leaf]! / distance;
      near[previous.leaf]! += idfs[leaf]! / distance;
    }
    previous = { at, leaf };
    window.push(previous);
    inWindow[leaf]! += 1;
    if (inWindow[leaf] === 1) held += idfs[leaf]!;
    for (; window[oldest]!.at < at - WINDOW; oldest += 1) {
      const gone = window[oldest]!.leaf;
      inWindow[gone]! -= 1;
      if (inWindow[gone] === 0) held -= idfs[gone]!;
    }
    most = Math.max(most, held);
  }
  let pairs = 0;
  near.forEach((sum, leaf) => {
    pairs += (Math.min(1, idfs[leaf]!) * sum * (K1 + 1)) / (sum + K1);
  });
  return WINDOW_WEIGHT * most + PAIRS_WEIGHT * pairs;
}
