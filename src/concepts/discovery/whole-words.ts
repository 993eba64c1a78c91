// Where a script sets no blanks, a run of characters that comes back again and
// again can be a piece of a word: 系统提 of 系统提供.

import type { Place } from './places.js';

export function hasNoBlanks(language: string): boolean {
  return language === 'zh' || language === 'ja';
}

/** So many places tell enough; the segmenter is slow. */
const ASKED = 12;
/** It need not see the whole sentence, and takes longer for more, in UTF-16 units. */
const CONTEXT = 12;

/** A dictionary cuts 端口号 wrongly, as 端 and 口号; a piece is never whole. */
const LEAST_WHOLE = 1 / 3;

/** Whether at some of the places a dictionary's words begin and end with these. */
export function areWholeWords(places: readonly Place[], language: string): boolean {
  const asked = places.slice(0, ASKED);
  const whole = asked.filter((place) => isWhole(place, segmenterOf(language)));
  return whole.length >= LEAST_WHOLE * asked.length;
}

function isWhole({ section, start, end }: Place, segmenter: Intl.Segmenter): boolean {
  const from = Math.max(0, start - CONTEXT);
  for (const { index, segment } of segmenter.segment(section.text.slice(from, end + CONTEXT))) {
    const [first, last] = [from + index, from + index + segment.length];
    if ((first < start && last > start) || (first < end && last > end)) return false;
  }
  return true;
}

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined)
    segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'word' })));
  return segmenter;
}

const segmenters = new Map<string, Intl.Segmenter>();
