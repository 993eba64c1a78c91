// What to offer while the reader types: headings and words that go on from it.

import { fold } from '../text/fold.js';
import { forms } from '../text/tokens.js';
import type { Engine } from './find.js';
import { order, sortRange } from './order.js';
import { inHeading } from './postings.js';
import type { Suggestion } from './search-index.js';

/** More completions than this of the last word are not looked at. */
const MAX_COMPLETIONS = 500;
/** Headings are looked for with as many of them. */
const MAX_BEGUN = 50;
const MAX_PREFIX_LENGTH = 100;

/** Headings that have every word typed, the last one as a beginning; then the last word's completions. */
export function suggestWords(prefix: string, limit: number, engine: Engine): Suggestion[] {
  const { vocabulary, synonyms } = engine;
  const typed = forms(prefix.slice(0, MAX_PREFIX_LENGTH));
  const last = typed.at(-1);
  if (last === undefined || last.length < 2 || limit < 1) return [];
  const completions = vocabulary
    .startingWith(last)
    .map((form) => ({ form, sections: vocabulary.sectionsWith(form) }))
    .sort((a, b) => b.sections - a.sections)
    .slice(0, MAX_COMPLETIONS);
  const headings = headingsWith(typed, completions, engine);
  const half = Math.ceil(limit / 2);
  const suggestions: Suggestion[] = headings.slice(0, half);
  const written = prefix.slice(0, MAX_PREFIX_LENGTH);
  const lastStart = fold(written).lastIndexOf(last);
  const before = lastStart < 0 ? '' : written.slice(0, lastStart);
  for (const { form } of completions) {
    if (suggestions.length >= limit) break;
    const text = `${before}${form}`;
    if (form !== last && !synonyms.endsHidden(text)) suggestions.push({ kind: 'word', text });
  }
  return [...suggestions, ...headings.slice(half)].slice(0, limit);
}

/** Each heading once, those that begin as typed and short ones first. */
function headingsWith(
  typed: readonly string[],
  completions: readonly { form: string }[],
  { shelf, postings, vocabulary, scores }: Engine,
): Suggestion[] {
  const withHeading = (form: string): Set<number> => {
    const found = new Set<number>();
    for (const number of vocabulary.numbersOf(form))
      postings.each(number, (numbers, from, to) => {
        for (let at = from; at < to; at += 2)
          if (inHeading(numbers[at + 1]!) > 0 && shelf.present[numbers[at]!] === 1)
            found.add(numbers[at]!);
      });
    return found;
  };
  const begun = completions.slice(0, MAX_BEGUN).map(({ form }) => withHeading(form));
  const others = typed.slice(0, -1).map(withHeading);
  const found = Uint32Array.from(new Set(begun.flatMap((sections) => [...sections]))).filter(
    (number) => !shelf.sections[number]!.stock && others.every((sections) => sections.has(number)),
  );
  const count = Math.min(MAX_COMPLETIONS, found.length);
  sortRange(found, order('newest', shelf, scores.scores), 0, count);
  const byHeading = new Map<string, Suggestion & { kind: 'heading' }>();
  for (const number of found.subarray(0, count)) {
    const { heading, id } = shelf.sections[number]!;
    if (!byHeading.has(heading)) byHeading.set(heading, { kind: 'heading', text: heading, id });
  }
  const begins = typed.join(' ');
  const rank = (text: string): number =>
    (fold(text).startsWith(begins) ? 0 : 1_000) + Math.min(text.length, 999);
  return [...byHeading.values()].sort(
    (a, b) => rank(a.text) - rank(b.text) || (a.text < b.text ? -1 : 1),
  );
}
