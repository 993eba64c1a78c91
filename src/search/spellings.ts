// What a word may have been meant for: the archive's words spelt nearly so.

import { stem } from '../text/stems.js';
import { isStopWord } from '../text/stop-words.js';
import type { Vocabulary } from './vocabulary.js';

/** Shorter words are all alike; longer ones take long to compare. */
const LENGTHS = { from: 4, to: 24 };
/** So many slips are forgiven in a word, and so many in a short one. */
const SLIPS = { most: 2, short: 1, shortBelow: 6 };
const MAX_SPELLINGS = 5;
/** So many are looked up beside the question's other words. */
const MAX_COMPARED = 10;
/** A spelling that takes so many more slips than the best is not what was meant. */
const WORSE = 0.9;

/**
 * What a slip costs where another letter was put in, left out or changed is 1.
 * Swapped neighbours ("teh") can be so in far fewer ways, and so what they make a
 * word of was likelier meant, the first letter included.
 */
const SWAP = 0.7;
/** The first letter is seldom wrong. */
const OTHER_FIRST = 0.75;
/** How much ten times the sections with a word count, and ten times the company that it has in them. */
const COMMONER = 1 / 6;
const COMPANY = 0.4;

/** What spellings are told by. */
export interface Speller {
  vocabulary: Vocabulary;
  languages: readonly string[];
  /** How much of the question's other words stand in the sections that have this one. */
  companyOf: (form: string) => number;
}

/** The likeliest first. */
export function otherSpellings(
  form: string,
  { vocabulary, languages, companyOf }: Speller,
): string[] {
  const { length } = form;
  if (length < LENGTHS.from || length > LENGTHS.to || /\d/u.test(form)) return [];
  // A word's other forms are near in letters but no misspelling of it.
  const stems = new Set(languages.map((language) => stem(form, language)));
  const isOther = (other: string): boolean =>
    other !== form &&
    !languages.some((language) => stems.has(stem(other, language)) || isStopWord(other, language));
  const costs = [...slipsTo(form, vocabulary)]
    .filter(([other]) => isOther(other))
    .map(([other, slips]) => ({
      form: other,
      cost: slips - COMMONER * Math.log10(1 + vocabulary.sectionsWith(other)),
    }))
    .sort((a, b) => a.cost - b.cost)
    .filter(({ cost }, _, [best]) => cost < best!.cost + WORSE)
    .slice(0, MAX_COMPARED);
  if (costs.length < 2) return costs.map((near) => near.form);
  return costs
    .map((near) => ({
      form: near.form,
      cost: near.cost - COMPANY * Math.log10(1 + companyOf(near.form)),
    }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MAX_SPELLINGS)
    .map((near) => near.form);
}

/** By spelling, what the slips cost that lead to it. */
function slipsTo(form: string, vocabulary: Vocabulary): Map<string, number> {
  const reach = form.length < SLIPS.shortBelow ? SLIPS.short : SLIPS.most;
  const slips = new Map<string, number>();
  for (const near of vocabulary.speltLike(form, reach))
    slips.set(near.form, near.distance + (near.form.startsWith(form.charAt(0)) ? 0 : OTHER_FIRST));
  for (const other of swapped(form)) if (vocabulary.sectionsWith(other) > 0) slips.set(other, SWAP);
  return slips;
}

/** With two neighbours swapped, in each place. */
function swapped(form: string): string[] {
  return Array.from(
    { length: form.length - 1 },
    (_, at) => form.slice(0, at) + form.charAt(at + 1) + form.charAt(at) + form.slice(at + 2),
  );
}
