// Scores what the leaves of a question find, by BM25F: Robertson, Zaragoza,
// "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6:
// a word's counts in the fields are weighted and added first (count-leaf.ts),
// and saturate together.

import { askFor, createAskedWords, type AskedWords } from './asked-words.js';
import { countLeaf, rarestOf } from './count-leaf.js';
import type { Engine } from './find.js';
import type { Leaf } from './leaf.js';
import type { Vocabulary } from './vocabulary.js';

/** How soon a repeated word says nothing new. */
const K1 = 1.2;

/** By section number. Reused from question to question: an archive's worth of numbers is not cheap to make. */
export interface Scores {
  scores: Float32Array;
  /** Which leaves a section has. */
  bits: Int32Array;
  /** How often the leaf at hand stands in a section, weighted; 0 in all when no leaf is at hand. */
  counts: Float32Array;
  /** The sections that have the leaf at hand, the first `touchedCount` of them. */
  touched: Uint32Array;
  touchedCount: number;
  /** The sections that have any leaf, the first `foundCount` of them. */
  found: Uint32Array;
  foundCount: number;
  /** How much each leaf weighs, in the order of the leaves. */
  idfs: number[];
  asked: AskedWords;
  /** What the question at hand may still look at; of MAX_WORK. */
  workLeft: number;
}

export function createScores(): Scores {
  return {
    scores: new Float32Array(0),
    bits: new Int32Array(0),
    counts: new Float32Array(0),
    touched: new Uint32Array(0),
    touchedCount: 0,
    found: new Uint32Array(0),
    foundCount: 0,
    idfs: [],
    asked: createAskedWords(),
    workLeft: 0,
  };
}

/**
 * As much as one question may look at, however often it is read anew. Counted
 * and not timed, so that the same question has the same answer on a busy
 * machine. What each thing takes stands where it is done.
 */
export const MAX_WORK = 18_000_000;

/**
 * Fills the engine's scores, and takes from their `workLeft`. False when there
 * was more to look at than a question may.
 */
export function scoreLeaves(leaves: readonly Leaf[], engine: Engine): boolean {
  const { shelf, scores } = engine;
  clear(scores, shelf.sections.length);
  askFor(leaves, scores.asked, engine.vocabulary);
  scores.idfs = leaves.map(() => 0);
  let whole = true;
  let needed = 0;
  for (const leaf of inOrder(leaves, engine.vocabulary)) {
    const sections = whole ? countLeaf(leaf, needed, engine) : undefined;
    if (sections === undefined) {
      whole = false;
      forget(scores);
    }
    addLeaf(leaf, leaves.indexOf(leaf), sections ?? 0, engine);
    if (leaf.needed === true) needed |= leaf.bit;
  }
  return whole;
}

function clear(into: Scores, size: number): void {
  if (into.scores.length < size) {
    const room = Math.ceil(size * 1.5);
    into.scores = new Float32Array(room);
    into.bits = new Int32Array(room);
    into.counts = new Float32Array(room);
    into.found = new Uint32Array(room);
    into.touched = new Uint32Array(room);
  } else {
    for (let at = 0; at < into.foundCount; at += 1) {
      const section = into.found[at]!;
      into.scores[section] = 0;
      into.bits[section] = 0;
    }
  }
  into.foundCount = 0;
}

/**
 * Words first, in the order of the question; then what no section can do
 * without, the rarest first, so that the next is looked for in few.
 */
function inOrder(leaves: readonly Leaf[], vocabulary: Vocabulary): Leaf[] {
  const passages = leaves.filter((leaf) => leaf.kind !== 'word');
  const needed = passages
    .filter((leaf) => leaf.needed === true)
    .map((leaf) => ({ leaf, sections: rarestOf(leaf, vocabulary).sections }))
    .sort((a, b) => a.sections - b.sections)
    .map(({ leaf }) => leaf);
  const words = leaves.filter((leaf) => leaf.kind === 'word');
  const others = passages.filter((leaf) => leaf.needed !== true);
  return [...words, ...needed, ...others];
}

/** What was counted of a leaf that was not looked up to its end would be half an answer. */
function forget(into: Scores): void {
  for (let at = 0; at < into.touchedCount; at += 1) into.counts[into.touched[at]!] = 0;
  into.touchedCount = 0;
}

/** Of what the question's leaf was found in, and in how many sections that makes of the archive. */
function addLeaf(
  leaf: Leaf,
  index: number,
  sections: number,
  { shelf, scores: into }: Engine,
): void {
  const { scores, bits, counts, found, touched } = into;
  const covers = leaf.kind === 'phrase' ? (leaf.covers ?? 0) : 0;
  let idf = Math.log(1 + (shelf.count - sections + 0.5) / (sections + 0.5));
  // Other words for the reader's never say more than the reader's own.
  if (covers !== 0) idf = Math.min(idf, coveredWeight(covers, into.idfs));
  into.idfs[index] = idf;
  for (let at = 0; at < into.touchedCount; at += 1) {
    const section = touched[at]!;
    const count = counts[section]!;
    counts[section] = 0;
    if (bits[section] === 0) found[into.foundCount++] = section;
    bits[section]! |= leaf.bit | covers;
    if (!leaf.excluded) scores[section]! += (idf * count * (K1 + 1)) / (count + K1);
  }
}

/** Leaves have the bits of their places in the list. */
function coveredWeight(covers: number, idfs: readonly number[]): number {
  return idfs.reduce((sum, idf, index) => ((covers & (1 << index)) === 0 ? sum : sum + idf), 0);
}
