// What to offer while the reader types: headings and words that go on from it.

import { fold } from '../text/fold.js';
import { forms } from '../text/tokens.js';
import type { Postings } from './postings.js';
import { FIELDS } from './fields.js';
import type { Suggestion } from './search-index.js';
import type { Shelf } from './shelf.js';
import type { Vocabulary } from './vocabulary.js';

/** More completions than this of the last word are not looked at. */
const MAX_COMPLETIONS = 500;
const MAX_PREFIX_LENGTH = 100;
const HEADING = FIELDS.indexOf('heading');

/** Headings that have every word typed, the last one as a beginning; then the last word's completions. */
export function suggestWords(
  prefix: string,
  limit: number,
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
): Suggestion[] {
  const typed = forms(prefix.slice(0, MAX_PREFIX_LENGTH));
  const last = typed.at(-1);
  if (last === undefined || last.length < 2 || limit < 1) return [];
  const completions = postings
    .startingWith(last, MAX_COMPLETIONS)
    .map((form) => ({ form, sections: sectionsWith(form, vocabulary) }))
    .filter(({ sections }) => sections > 0)
    .sort((a, b) => b.sections - a.sections || (a.form < b.form ? -1 : 1));
  const headings = headingsWith(typed, completions, shelf, postings);
  const half = Math.ceil(limit / 2);
  const suggestions: Suggestion[] = headings.slice(0, half);
  const written = prefix.slice(0, MAX_PREFIX_LENGTH);
  const lastStart = fold(written).lastIndexOf(last);
  const before = lastStart < 0 ? '' : written.slice(0, lastStart);
  for (const { form } of completions) {
    if (suggestions.length >= limit) break;
    if (form === last) continue;
    suggestions.push({ kind: 'word', text: `${before}${form}` });
  }
  return [...suggestions, ...headings.slice(half)].slice(0, limit);
}

function sectionsWith(form: string, vocabulary: Vocabulary): number {
  const number = vocabulary.numberOf(form);
  return number === undefined ? 0 : vocabulary.sectionsWith(number);
}

/** Each heading once, those that begin as typed and short ones first. */
function headingsWith(
  typed: readonly string[],
  completions: readonly { form: string }[],
  shelf: Shelf,
  postings: Postings,
): Suggestion[] {
  const words = typed.slice(0, -1);
  const byHeading = new Map<string, Suggestion & { kind: 'heading' }>();
  for (const { form } of completions.slice(0, 50)) {
    for (const number of postings.of(form)?.get(HEADING)?.keys() ?? []) {
      const section = shelf.sections[number];
      if (section === undefined || section.stock || byHeading.size >= MAX_COMPLETIONS) continue;
      if (byHeading.has(section.heading)) continue;
      if (!words.every((word) => postings.of(word)?.get(HEADING)?.has(number))) continue;
      byHeading.set(section.heading, { kind: 'heading', text: section.heading, id: section.id });
    }
  }
  const begins = typed.join(' ');
  const rank = (text: string): number =>
    (fold(text).startsWith(begins) ? 0 : 1_000) + Math.min(text.length, 999);
  return [...byHeading.values()].sort(
    (a, b) => rank(a.text) - rank(b.text) || (a.text < b.text ? -1 : 1),
  );
}
