// Takes the best sections for relevant, and lifts those that use the same
// words: pseudo-relevance feedback after the relevance model RM3 (Abdul-Jaleel
// et al., "UMass at TREC 2004: Novelty and HARD"), among the candidates alone.

import { isStopWord } from '../text/stop-words.js';
import { BREAK } from './fields.js';
import { sortRange } from './order.js';
import { findRange, longer } from './runs.js';
import type { Shelf } from './shelf.js';
import type { Vocabulary } from './vocabulary.js';

/** So many of the best are taken for relevant. */
const TAKEN = 10;
/** So many of their words are added to the question. */
const WORDS = 30;
/** How much the added words weigh, all together, beside the question's own. */
const WEIGHT = 0.3;
/** A word that more of the archive's sections have tells none of them from another. */
const MAX_SHARE = 0.3;
/** As much of a section is looked at. */
const MOST_WORDS = 1_000;
const K1 = 1.2;
const B = 0.75;

/**
 * Adds to the scores of `candidates`, section numbers, best first. Where one is
 * far better than the rest, the question is answered and little is added;
 * where the first ten are alike, what they share tells more.
 *
 * @param unsure families of words that may not be what was asked for: were they
 * added, they would stand above those that are, since more sections have them.
 */
export function addFeedback(
  candidates: readonly number[],
  questionWeight: number,
  shelf: Shelf,
  vocabulary: Vocabulary,
  scores: Float32Array,
  unsure: ReadonlySet<number>,
): void {
  const best = candidates.slice(0, TAKEN);
  const first = scores[best[0] ?? 0] ?? 0;
  if (candidates.length <= TAKEN || first <= 0) return;
  const lowerHalf = best.slice(TAKEN / 2);
  const likeness =
    lowerHalf.reduce((sum, number) => sum + scores[number]!, 0) / lowerHalf.length / first;
  const added = addedWords(best, shelf, vocabulary, scores, unsure);
  const average = Math.max(1, shelf.totalLength / Math.max(1, shelf.count));
  const marked = added.map(({ family }) => vocabulary.wordsOfFamily(family));
  if (placeOf.length < vocabulary.families.length)
    placeOf = new Uint8Array(vocabulary.families.length);
  for (const [place, words] of marked.entries())
    for (const word of words) placeOf[word] = place + 1;
  const times = new Float64Array(added.length + 1);
  for (const number of candidates) {
    times.fill(0);
    const { words, start, end } = findRange(shelf.runs, number, null);
    const stop = Math.min(end, start + MOST_WORDS);
    for (let at = start; at < stop; at += 1) times[placeOf[words[at]!]!]! += 1;
    const norm = K1 * (1 - B + (B * shelf.lengths[number]!) / average);
    let sum = 0;
    for (let place = 1; place <= added.length; place += 1)
      sum += (added[place - 1]!.weight * times[place]! * (K1 + 1)) / (times[place]! + norm);
    scores[number]! += WEIGHT * likeness ** 2 * questionWeight * sum;
  }
  for (const words of marked) for (const word of words) placeOf[word] = 0;
}

/** By word, the place of its family among the added ones, from 1; 0 for all others. */
let placeOf = new Uint8Array(0);
/** By family, the share of the words of the best sections that are its, and then its weight; 0 for all others. */
let shares = new Float64Array(1024);
/** The families of the best sections. */
let seen = new Uint32Array(1024);

/** The words that the best sections use more than others do, by family, weightiest first; the weights add up to 1. */
function addedWords(
  best: readonly number[],
  shelf: Shelf,
  vocabulary: Vocabulary,
  scores: Float32Array,
  unsure: ReadonlySet<number>,
): { family: number; weight: number }[] {
  const total = best.reduce((sum, number) => sum + scores[number]!, 0);
  const { families } = vocabulary;
  // There are no more families than words.
  if (shares.length < families.length) shares = new Float64Array(families.length);
  let count = 0;
  for (const number of best) {
    const share = scores[number]! / total / Math.max(1, shelf.lengths[number]!);
    const { words, start, end } = findRange(shelf.runs, number, null);
    const stop = Math.min(end, start + MOST_WORDS);
    if (seen.length < count + stop - start) seen = longer(seen, (count + stop - start) * 2);
    for (let at = start; at < stop; at += 1) {
      const word = words[at]!;
      if (word === BREAK) continue;
      const family = families[word]!;
      if (shares[family] === 0) seen[count++] = family;
      shares[family]! += share;
    }
  }
  const weighed = seen.subarray(0, count).filter((family) => {
    const sections = vocabulary.sectionsWithFamily(family);
    const tells = sections >= 2 && sections < shelf.count * MAX_SHARE && !unsure.has(family);
    if (tells) shares[family]! *= Math.log(1 + (shelf.count - sections + 0.5) / (sections + 0.5));
    else shares[family] = 0;
    return tells;
  });
  const added = weightiest(weighed, shelf.sections[best[0]!]!.language, vocabulary);
  const sum = added.reduce((all, family) => all + shares[family]!, 0) || 1;
  const found = added.map((family) => ({ family, weight: shares[family]! / sum }));
  for (const family of weighed) shares[family] = 0;
  return found;
}

/** Most families are looked at for their weight alone. */
function weightiest(
  families: Uint32Array,
  language: string | null,
  vocabulary: Vocabulary,
): number[] {
  const compare = (a: number, b: number): number =>
    shares[b]! - shares[a]! || (vocabulary.nameOf(a) < vocabulary.nameOf(b) ? -1 : 1);
  const found: number[] = [];
  for (let at = 0; at < families.length && found.length < WORDS; at += 1) {
    if (at % WORDS === 0) sortRange(families, compare, at, at + WORDS);
    const name = vocabulary.nameOf(families[at]!);
    if (name.length > 1 && !isStopWord(name, language)) found.push(families[at]!);
  }
  return found;
}
