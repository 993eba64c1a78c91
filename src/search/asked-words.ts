// Which words of the archive a question asks for. Nearness, excerpts and
// reasons read whole sections by it, so it is an array, and one for all
// questions: an archive's worth of numbers is not cheap to make.

import type { Leaf } from './leaf.js';
import type { Vocabulary } from './vocabulary.js';

export interface AskedWords {
  /** By word number, for all words there are, the leaves that it may answer, a bit each; none that are excluded. */
  bits: Uint32Array;
  /** The bits of those leaves that are words. */
  plain: number;
  /** The leaves of the question at hand that are not excluded. */
  leaves: readonly Leaf[];
}

export function createAskedWords(): AskedWords {
  return { bits: new Uint32Array(1024), plain: 0, leaves: [] };
}

/** Forgets the question before. */
export function askFor(leaves: readonly Leaf[], asked: AskedWords, { families }: Vocabulary): void {
  for (const leaf of asked.leaves) eachWord(leaf, (word) => (asked.bits[word] = 0));
  asked.leaves = leaves.filter((leaf) => !leaf.excluded);
  asked.plain = 0;
  if (asked.bits.length < families.length) asked.bits = new Uint32Array(families.length);
  for (const leaf of asked.leaves) {
    if (leaf.kind === 'word') asked.plain |= leaf.bit;
    eachWord(leaf, (word) => (asked.bits[word]! |= leaf.bit));
  }
}

/** Leaves have the bits of their places in the list. */
export function firstLeaf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function eachWord(leaf: Leaf, visit: (word: number) => void): void {
  for (const words of leaf.kind === 'word' ? [leaf.words.keys()] : leaf.places)
    for (const word of words) visit(word);
}
