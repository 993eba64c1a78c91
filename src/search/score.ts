// Looks the leaves of a question up and scores what they find, by BM25F:
// Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and
// Beyond", 2009, section 3.6: a word's counts in the fields are weighted and
// added first, and saturate together.

import { WEIGHTS } from './expand.js';
import type { Leaf } from './leaf.js';
import { countNear, countPhrase, withPlaces, type Place } from './positions.js';
import { FIELDS, TEXT_FIELD } from './fields.js';
import type { Postings } from './postings.js';
import type { SearchField } from './search-index.js';
import type { Shelf } from './shelf.js';
import type { Vocabulary } from './vocabulary.js';

/** How soon a repeated word says nothing new. */
const K1 = 1.2;
/** How much a long text's words count less. Headings are short and do not differ so. */
const B = 0.75;
export const FIELD_WEIGHTS: Record<SearchField, number> = {
  heading: 1.5,
  trail: 0.4,
  concepts: 0.8,
  text: 1,
};

/** By section number. Reused from question to question: an archive's worth of numbers is not cheap to make. */
export interface Scores {
  scores: Float32Array;
  /** Which leaves a section has. */
  bits: Int32Array;
  counts: Float32Array;
  /** The sections that have any leaf, the first `foundCount` of them. */
  found: Uint32Array;
  foundCount: number;
  /** How much each leaf weighs, in the order of the leaves. */
  idfs: number[];
  /** What the question at hand may still look at; of MAX_WORK. */
  workLeft: number;
}

export function createScores(): Scores {
  return {
    scores: new Float32Array(0),
    bits: new Int32Array(0),
    counts: new Float32Array(0),
    found: new Uint32Array(0),
    foundCount: 0,
    idfs: [],
    workLeft: 0,
  };
}

/**
 * As much as one question may look at, however often it is read anew: a
 * phrase of the commonest words in some 70,000 sections. Counted and not timed,
 * so that the same question has the same answer on a busy machine. A word of a
 * section read is 1, which took 5 to 14 ns in archives of up to 100,000 sections.
 */
export const MAX_WORK = 18_000_000;
/** A section counted for a word takes as long as reading so many words. */
const WORK_PER_COUNT = 8;
/** Fetching a section's words takes as long as reading so many. */
const WORK_PER_SECTION = 100;

/** Fills `into`, and takes from its `workLeft`. False when there was more to look at than a question may. */
export function scoreLeaves(
  leaves: readonly Leaf[],
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
  into: Scores,
): boolean {
  clear(into, shelf.sections.length);
  let whole = true;
  for (const leaf of leaves) {
    whole &&=
      leaf.kind === 'word'
        ? countWords(leaf, shelf, postings, vocabulary, into)
        : withPlaces(leaf.places, () => countPassages(leaf, shelf, postings, vocabulary, into));
    if (!whole) touchedCount = forget(into.counts);
    addLeaf(leaf, shelf, into);
  }
  return whole;
}

/** The sections that the leaf at hand was found in, the first `touchedCount`. */
let touched = new Uint32Array(0);
let touchedCount = 0;

function clear(into: Scores, size: number): void {
  if (into.scores.length < size) {
    const room = Math.ceil(size * 1.5);
    into.scores = new Float32Array(room);
    into.bits = new Int32Array(room);
    into.counts = new Float32Array(room);
    into.found = new Uint32Array(room);
  } else {
    for (let at = 0; at < into.foundCount; at += 1) {
      const section = into.found[at]!;
      into.scores[section] = 0;
      into.bits[section] = 0;
    }
  }
  if (touched.length < size) touched = new Uint32Array(Math.ceil(size * 1.5));
  into.foundCount = 0;
  into.idfs = [];
}

function countWords(
  leaf: Leaf & { kind: 'word' },
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
  into: Scores,
): boolean {
  const { counts } = into;
  const { present, lengths } = shelf;
  const norm = B / Math.max(1, shelf.totalLength / Math.max(1, shelf.count));
  touchedCount = 0;
  for (const [number, { weight }] of leaf.words) {
    for (const [field, sections] of postings.of(vocabulary.formOf(number)) ?? []) {
      const name = FIELDS[field]!;
      if (leaf.field !== null && leaf.field !== name) continue;
      into.workLeft -= sections.size * WORK_PER_COUNT;
      if (into.workLeft < 0) return false;
      const each = weight * FIELD_WEIGHTS[name];
      sections.forEach((times, section) => {
        if (present[section] === 0) return;
        const count = counts[section]!;
        if (count === 0) touched[touchedCount++] = section;
        counts[section] =
          count + (each * times) / (field === TEXT_FIELD ? 1 - B + norm * lengths[section]! : 1);
      });
    }
  }
  return true;
}

/** What was counted of a leaf that was not looked up to its end would be half an answer. */
function forget(counts: Float32Array): number {
  for (let at = 0; at < touchedCount; at += 1) counts[touched[at]!] = 0;
  return 0;
}

function countPassages(
  leaf: Leaf & { kind: 'phrase' | 'near' },
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
  into: Scores,
): boolean {
  const { counts } = into;
  touchedCount = 0;
  const rarest = rarestPlace(leaf.places, vocabulary);
  if (rarest === undefined) return true;
  // Counts double as the note that a section was looked at: 0 for not yet.
  for (const number of rarest) {
    for (const sections of postings.of(vocabulary.formOf(number))?.values() ?? []) {
      for (const section of sections.keys()) {
        const shelved = shelf.sections[section];
        if (shelved === undefined || counts[section] !== 0) continue;
        into.workLeft -= shelved.words.length + WORK_PER_SECTION;
        if (into.workLeft < 0) return false;
        const count =
          leaf.kind === 'phrase'
            ? countPhrase(shelved, leaf.places.length, leaf.field)
            : countNear(shelved, leaf.places.length, leaf.distance, leaf.field);
        if (count === 0) continue;
        counts[section] = count;
        touched[touchedCount++] = section;
      }
    }
  }
  return true;
}

/** Undefined when a place has no words, so that nothing can be found. */
function rarestPlace(places: readonly Place[], vocabulary: Vocabulary): Place | undefined {
  let rarest: Place | undefined;
  let fewest = Infinity;
  for (const place of places) {
    let sections = 0;
    for (const number of place) sections += vocabulary.sectionsWith(number);
    if (sections === 0) return undefined;
    if (sections < fewest) [rarest, fewest] = [place, sections];
  }
  return rarest;
}

function addLeaf(leaf: Leaf, shelf: Shelf, into: Scores): void {
  const { scores, bits, counts, found } = into;
  const covers = leaf.kind === 'phrase' ? (leaf.covers ?? 0) : 0;
  let idf = Math.log(1 + (shelf.count - touchedCount + 0.5) / (touchedCount + 0.5));
  // Other words for the reader's never say more than the reader's own.
  if (covers !== 0) idf = WEIGHTS.synonym * Math.min(idf, coveredWeight(covers, into.idfs));
  into.idfs.push(idf);
  for (let at = 0; at < touchedCount; at += 1) {
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
