// Where the topic of a text changes, by its words alone.
//
// Eisenstein and Barzilay, "Bayesian unsupervised topic segmentation" (EMNLP
// 2008): a segment is likely when few words account for many of its tokens. A
// segment's likelihood is the Dirichlet compound multinomial of its word counts,
// and dynamic programming finds the cuts with the greatest sum.

import { detectLanguage } from '../../text/language.js';
import { stem } from '../../text/stems.js';
import { isStopWord } from '../../text/stop-words.js';
import { tokens } from '../../text/tokens.js';

/**
 * The prior of every word. Between 0.7 and 1 it hardly matters; below, real prose
 * is cut into too many pieces. See `npm run bench:splitting`.
 */
const THETA = 0.8;
/** A text with more units is cut in pieces first: time grows with their square. */
const MAX_UNITS = 400;

/**
 * The units (paragraphs, sentences) with which a new topic begins, by their
 * position; never 0. Takes O(units × words) time.
 */
export function cutByTopic(units: readonly string[]): number[] {
  if (units.length > MAX_UNITS) {
    const half = Math.floor(units.length / 2);
    return [
      ...cutByTopic(units.slice(0, half)),
      half,
      ...cutByTopic(units.slice(half)).map((cut) => cut + half),
    ];
  }
  const language = detectLanguage(units.join('\n').slice(0, 4000));
  const ids = new Map<string, number>();
  const words = units.map((unit) =>
    contentWords(unit, language).map((word) => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      return id;
    }),
  );
  return bestCuts(words, ids.size);
}

function contentWords(text: string, language: string | null): string[] {
  return tokens(text)
    .filter(
      ({ role, form }) =>
        role !== 'part' && form.length > 1 && !/^\d+$/.test(form) && !isStopWord(form, language),
    )
    .map(({ word }) => stem(word, language));
}

function bestCuts(units: readonly number[][], vocabulary: number): number[] {
  const count = units.length;
  // A cut must be worth telling which of the units it stands before.
  const penalty = Math.log(Math.max(2, count));
  const prior = vocabulary * THETA;
  // best[end] is the likelihood of the best cutting of the units before `end`.
  const best = new Float64Array(count + 1).fill(-Infinity);
  const from = new Int32Array(count + 1);
  best[0] = penalty;
  const counts = new Float64Array(vocabulary);
  for (let start = 0; start < count; start += 1) {
    counts.fill(THETA);
    let length = prior;
    let likelihood = best[start]! - penalty;
    for (let end = start + 1; end <= count; end += 1) {
      // The compound multinomial of a sequence, token by token, as Pólya's urn.
      for (const word of units[end - 1]!) {
        likelihood += Math.log(counts[word]! / length);
        counts[word]! += 1;
        length += 1;
      }
      if (likelihood > best[end]!) {
        best[end] = likelihood;
        from[end] = start;
      }
    }
  }
  const cuts: number[] = [];
  for (let end = from[count]!; end > 0; end = from[end]!) cuts.unshift(end);
  return cuts;
}
