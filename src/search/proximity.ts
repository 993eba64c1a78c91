// How near the words of a question stand to one another in a section.

import { firstLeaf, type AskedWords } from './asked-words.js';
import { BREAK } from './fields.js';
import { MAX_LEAVES, type Leaf } from './leaf.js';
import { findRange, longer, type Runs } from './runs.js';

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
  section: number,
  runs: Runs,
  { bits, plain }: AskedWords,
  synonyms: SynonymWords,
  idfs: readonly number[],
): number {
  near.fill(0);
  inWindow.fill(0);
  const { words, start, end } = findRange(runs, section, null);
  let hits = 0;
  let oldest = 0;
  let held = 0;
  let most = 0;
  let previous = -1;
  for (let at = start; at < end; at += 1) {
    const word = words[at]!;
    if (word === BREAK) previous = -1;
    const answers = bits[word]! & plain;
    if (answers === 0 && synonyms.size === 0) continue;
    const leaf = answers === 0 ? (synonyms.get(word) ?? -1) : firstLeaf(answers);
    if (leaf < 0) continue;
    if (previous >= 0 && hitLeaves[previous] !== leaf) {
      const other = hitLeaves[previous]!;
      const distance = at - hitPlaces[previous]!;
      near[leaf]! += idfs[other]! / distance;
      near[other]! += idfs[leaf]! / distance;
    }
    if (hits === hitPlaces.length) {
      hitPlaces = longer(hitPlaces, hits * 2);
      hitLeaves = longer(hitLeaves, hits * 2);
    }
    hitPlaces[hits] = at;
    hitLeaves[hits] = leaf;
    previous = hits++;
    inWindow[leaf]! += 1;
    if (inWindow[leaf] === 1) held += idfs[leaf]!;
    for (; hitPlaces[oldest]! < at - WINDOW; oldest += 1) {
      const gone = hitLeaves[oldest]!;
      inWindow[gone]! -= 1;
      if (inWindow[gone] === 0) held -= idfs[gone]!;
    }
    if (held > most) most = held;
  }
  let pairs = 0;
  for (let leaf = 0; leaf < idfs.length; leaf += 1)
    pairs += (Math.min(1, idfs[leaf]!) * near[leaf]! * (K1 + 1)) / (near[leaf]! + K1);
  return WINDOW_WEIGHT * most + PAIRS_WEIGHT * pairs;
}

/** By leaf, how near the others are; and how often it stands in the window. */
const near = new Float64Array(MAX_LEAVES);
const inWindow = new Uint32Array(MAX_LEAVES);
/** Of the section at hand, where words of the question stand, and which leaf they answer. */
let hitPlaces = new Uint32Array(1024);
let hitLeaves = new Uint8Array(1024);
