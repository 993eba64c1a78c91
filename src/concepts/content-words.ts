// The words of a text that say what it is about, counted.

import { words } from './words.js';

const STOP_WORDS = new Set(
  `a about above after again against all also am an and any are as at be because been before being
  below between both but by can cannot could did do does doing dont down during each even ever every
  few for from further get go got had has have having he her here hers him his how i if im in into is
  isnt it its itself ive just let like made make many may me might more most much must my no nor not
  now of off on once one only or other our ours out over own same say see she should so some still
  such than that the their theirs them then there these they thing this those though through to too
  two under until up upon us use used very want was way we were what when where which while who whom
  whose why will with within without would yet you your`.split(/\s+/u),
);

/** Each content word's count, and how many words there were of any kind. */
export function contentWords(text: string): { terms: Map<string, number>; length: number } {
  const terms = new Map<string, number>();
  const all = words(text);
  for (const { key } of all) {
    if (STOP_WORDS.has(key) || /^[\p{N}.]+$/u.test(key)) continue;
    terms.set(key, (terms.get(key) ?? 0) + 1);
  }
  return { terms, length: all.length };
}

/** Counted words as the texts write them; those that not all of the texts have are left out. */
export function asWritten(terms: readonly string[], texts: readonly string[]): string[] {
  const written = texts.map((text) => {
    const first = new Map<string, string>();
    for (const { key, start, end } of words(text))
      if (!first.has(key)) first.set(key, text.slice(start, end));
    return first;
  });
  return terms.flatMap((term) =>
    written.every((one) => one.has(term)) ? [written[0]!.get(term)!] : [],
  );
}
