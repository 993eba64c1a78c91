// Looks the leaves of a question up and scores what they find, by BM25F:
// Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and
// Beyond", 2009, section 3.6: a word's counts in the fields are weighted and
// added first, and saturate together.

import { askFor, createAskedWords, type AskedWords } from './asked-words.js';
import { WEIGHTS } from './expand.js';
import { FIELDS } from './fields.js';
import type { Engine } from './find.js';
import type { Leaf } from './leaf.js';
import { countNear, countPhrase, withPlaces, type Place } from './positions.js';
import { inConcepts, inHeading, inText, inTrail, timesIn } from './postings.js';
import { isSynonym } from './proximity.js';
import { findRange } from './runs.js';
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
  asked: AskedWords;
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
    asked: createAskedWords(),
    workLeft: 0,
  };
}

/**
 * As much as one question may look at, however often it is read anew. Counted
 * and not timed, so that the same question has the same answer on a busy
 * machine. A word of a section read is 1.
 */
export const MAX_WORK = 18_000_000;
/** A posting counted takes as long as reading so many words. */
const WORK_PER_COUNT = 4;
/** Fetching a word's postings takes as long as reading so many. */
const WORK_PER_WORD = 150;
/** Fetching a section's words takes as long as reading so many. */
const WORK_PER_SECTION = 30;

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
    const sections = whole ? look(leaf, needed, engine) : undefined;
    if (sections === undefined) {
      whole = false;
      forget(scores.counts);
    }
    addLeaf(leaf, leaves.indexOf(leaf), sections ?? 0, engine);
    if (leaf.needed === true) needed |= leaf.bit;
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

/** In how many sections it stands; undefined when there was more to look at than a question may. */
function look(leaf: Leaf, needed: number, engine: Engine): number | undefined {
  touchedCount = 0;
  if (leaf.kind === 'word') return countWords(leaf, engine);
  const [only, second] = leaf.places;
  return only !== undefined && second === undefined && !isSynonym(leaf)
    ? countPlace(only, leaf.field, engine)
    : withPlaces(leaf.places, engine.vocabulary.families.length, () =>
        countPassages(leaf, needed, engine),
      );
}

function countWords(
  leaf: Leaf & { kind: 'word' },
  { shelf, postings, vocabulary, scores: into }: Engine,
): number | undefined {
  const { counts } = into;
  const { present, lengths } = shelf;
  const norm = B / Math.max(1, shelf.totalLength / Math.max(1, shelf.count));
  const [inHeadings, inTrails, inLabels, inTexts] = FIELDS.map((field) =>
    leaf.field === null || leaf.field === field ? FIELD_WEIGHTS[field] : 0,
  ) as [number, number, number, number];
  for (const [number, { weight }] of leaf.words) {
    into.workLeft -= WORK_PER_WORD + vocabulary.sectionsOf(number) * WORK_PER_COUNT;
    if (into.workLeft < 0) return undefined;
    const heading = weight * inHeadings;
    const trail = weight * inTrails;
    const concepts = weight * inLabels;
    const text = weight * inTexts;
    postings.each(number, (numbers, from, to) => {
      for (let at = from; at < to; at += 2) {
        const section = numbers[at]!;
        if (present[section] === 0) continue;
        const times = numbers[at + 1]!;
        const more =
          heading * inHeading(times) +
          trail * inTrail(times) +
          concepts * inConcepts(times) +
          (text * inText(times)) / (1 - B + norm * lengths[section]!);
        if (more === 0) continue;
        const count = counts[section]!;
        if (count === 0) touched[touchedCount++] = section;
        counts[section] = count + more;
      }
    });
  }
  return touchedCount;
}

/** One place alone stands wherever one of its words does: nothing is to be read. */
function countPlace(
  place: Place,
  field: SearchField | null,
  { shelf: { present }, postings, vocabulary, scores: into }: Engine,
): number | undefined {
  const { counts } = into;
  for (const number of place) {
    into.workLeft -= WORK_PER_WORD + vocabulary.sectionsOf(number) * WORK_PER_COUNT;
    if (into.workLeft < 0) return undefined;
    postings.each(number, (numbers, from, to) => {
      for (let at = from; at < to; at += 2) {
        const section = numbers[at]!;
        const times = timesIn(numbers[at + 1]!, field);
        if (present[section] === 0 || times === 0) continue;
        if (counts[section] === 0) touched[touchedCount++] = section;
        counts[section]! += times;
      }
    });
  }
  return touchedCount;
}

/** What was counted of a leaf that was not looked up to its end would be half an answer. */
function forget(counts: Float32Array): void {
  for (let at = 0; at < touchedCount; at += 1) counts[touched[at]!] = 0;
  touchedCount = 0;
}

/**
 * Only in sections that have all that is `needed`; what is found in those
 * tells how many others have it.
 */
function countPassages(
  leaf: Leaf & { kind: 'phrase' | 'near' },
  needed: number,
  { shelf, postings, vocabulary, scores: into }: Engine,
): number | undefined {
  const { counts, bits } = into;
  const { present, runs } = shelf;
  const { place, sections } = rarestOf(leaf, vocabulary);
  const field = leaf.field === null ? null : FIELDS.indexOf(leaf.field);
  const size = leaf.places.length;
  let candidates = 0;
  let looked = 0;
  // Counts double as the note that a section was looked at: 0 for not yet.
  for (const number of sections === 0 ? [] : place) {
    postings.each(number, (numbers, from, to) => {
      for (let at = from; at < to && into.workLeft >= 0; at += 2) {
        const section = numbers[at]!;
        if (present[section] === 0 || counts[section] !== 0) continue;
        candidates += 1;
        if ((bits[section]! & needed) !== needed) continue;
        looked += 1;
        const { words, start, end } = findRange(runs, section, field);
        into.workLeft -= end - start + WORK_PER_SECTION;
        const count =
          leaf.kind === 'phrase'
            ? countPhrase(words, start, end, size)
            : countNear(words, start, end, size, leaf.distance);
        if (count === 0) continue;
        counts[section] = isSynonym(leaf) ? countSynonym(leaf, section, shelf) : count;
        touched[touchedCount++] = section;
      }
    });
  }
  if (into.workLeft < 0) return undefined;
  return looked === 0 ? 0 : (touchedCount * candidates) / looked;
}

/** As a word of the question would be counted, so that in a section of any length it says less than one. */
function countSynonym(
  { places, field }: Leaf & { kind: 'phrase' },
  section: number,
  { runs, lengths, totalLength, count }: Shelf,
): number {
  const norm = B / Math.max(1, totalLength / Math.max(1, count));
  return FIELDS.reduce((sum, name, index) => {
    if (field !== null && field !== name) return sum;
    const { words, start, end } = findRange(runs, section, index);
    const times = countPhrase(words, start, end, places.length);
    const length = name === 'text' ? 1 - B + norm * lengths[section]! : 1;
    return sum + (WEIGHTS.synonym * FIELD_WEIGHTS[name] * times) / length;
  }, 0);
}

/** 0 sections when a place has no words, so that nothing can be found. */
function rarestOf(
  { places }: Leaf & { kind: 'phrase' | 'near' },
  vocabulary: Vocabulary,
): { place: Place; sections: number } {
  let rarest: { place: Place; sections: number } | undefined;
  for (const place of places) {
    let sections = 0;
    for (const number of place) sections += vocabulary.sectionsOf(number);
    if (rarest === undefined || sections < rarest.sections) rarest = { place, sections };
  }
  return rarest ?? { place: new Set(), sections: 0 };
}

/** Of what the question's leaf was found in, and in how many sections that makes of the archive. */
function addLeaf(
  leaf: Leaf,
  index: number,
  sections: number,
  { shelf, scores: into }: Engine,
): void {
  const { scores, bits, counts, found } = into;
  const covers = leaf.kind === 'phrase' ? (leaf.covers ?? 0) : 0;
  let idf = Math.log(1 + (shelf.count - sections + 0.5) / (sections + 0.5));
  // Other words for the reader's never say more than the reader's own.
  if (covers !== 0) idf = Math.min(idf, coveredWeight(covers, into.idfs));
  into.idfs[index] = idf;
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
