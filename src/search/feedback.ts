// Takes the best sections for relevant, and lifts those that use the same
// words: pseudo-relevance feedback after the relevance model RM3 (Abdul-Jaleel
// et al., "UMass at TREC 2004: Novelty and HARD"), among the candidates alone.

import { isStopWord } from '../text/stop-words.js';
import { BREAK } from './fields.js';
import { longer } from './runs.js';
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
  const times = new Uint16Array(added.length);
  added.forEach(({ family }, place) => {
    if (family >= placeOf.length) placeOf = longer(placeOf, family * 2);
    placeOf[family] = place + 1;
  });
  for (const number of candidates) {
    times.fill(0);
    for (const word of shelf.sections[number]!.words.subarray(0, MOST_WORDS)) {
      const place = placeOf[vocabulary.familyOf(word)] ?? 0;
      if (place > 0) times[place - 1]! += 1;
    }
    const norm = K1 * (1 - B + (B * shelf.lengths[number]!) / average);
    let sum = 0;
    for (const [place, { weight }] of added.entries())
      sum += (weight * times[place]! * (K1 + 1)) / (times[place]! + norm);
    scores[number]! += WEIGHT * likeness ** 2 * questionWeight * sum;
  }
  for (const { family } of added) placeOf[family] = 0;
}

/** By family, its place among the added words, from 1; 0 for all others. */
let placeOf = new Uint8Array(1024);
/** By family, the share of the words of the best sections that are its; 0 for all others. */
let shares = new Float64Array(1024);

/** The words that the best sections use more than others do, by family; the weights add up to 1. */
function addedWords(
  best: readonly number[],
  shelf: Shelf,
  vocabulary: Vocabulary,
  scores: Float32Array,
  unsure: ReadonlySet<number>,
): { family: number; weight: number }[] {
  const total = best.reduce((sum, number) => sum + scores[number]!, 0);
  const families: number[] = [];
  for (const number of best) {
    const share = scores[number]! / total / Math.max(1, shelf.lengths[number]!);
    for (const word of shelf.sections[number]!.words.subarray(0, MOST_WORDS)) {
      if (word === BREAK) continue;
      const family = vocabulary.familyOf(word);
      if (family >= shares.length) shares = longer(shares, family * 2);
      if (shares[family] === 0) families.push(family);
      shares[family]! += share;
    }
  }
  const language = shelf.sections[best[0]!]!.language;
  const weighed = families
    .filter((family) => !unsure.has(family))
    .map((family) => ({
      family,
      share: shares[family]!,
      sections: vocabulary.sectionsWithFamily(family),
    }))
    .filter(({ sections }) => sections >= 2 && sections < shelf.count * MAX_SHARE)
    .map((found) => ({ ...found, name: vocabulary.nameOf(found.family) }))
    .filter(({ name }) => name.length > 1 && !isStopWord(name, language))
    .map(({ family, name, share, sections }) => ({
      family,
      name,
      weight: share * Math.log(1 + (shelf.count - sections + 0.5) / (sections + 0.5)),
    }))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, WORDS);
  for (const family of families) shares[family] = 0;
  const sum = weighed.reduce((all, { weight }) => all + weight, 0) || 1;
  return weighed.map(({ family, weight }) => ({ family, weight: weight / sum }));
}
