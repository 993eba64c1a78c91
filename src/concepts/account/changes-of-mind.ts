// Sentences in which somebody seems to take something back. Candidates, with
// their quote: whether they do is for the reader to say.

import type { Section } from '../../model.js';
import type { Quote } from '../relations/relation.js';
import { sentenceAt } from '../sentence.js';

/** Without the `u` flag, by which letter case takes three times as long; these find the same. */
const CUES = [
  /\b(?:I|we)(?:['’]ve)? (?:used to|once) (?:think|thought|believed?|argued?|wrote|say|said|claim(?:ed)?|recommend(?:ed)?)\b/gi,
  /\b(?:I|we) (?:was|were|have been|had been) (?:\w+ )?(?:wrong|mistaken)\b/gi,
  /\b(?:I|we)(?:['’]ve| have| had)? (?:since )?changed (?:my|our) minds?\b/gi,
  /\b(?:I|we) no longer (?:think|believe|recommend|agree|hold)\b/gi,
  /\b(?:I|we) (?:take|took|must take|have to take) (?:it|that|this|all that) back\b/gi,
  /\b(?:contrary|in contrast) to what (?:I|we) (?:wrote|said|argued|thought)\b/gi,
  /\bon second thoughts?\b/gi,
  /\b(?:je pensais|nous pensions|je croyais) (?:autrefois |avant )?que\b|\bj['’]ai changé d['’]avis\b|\bje me (?:suis trompée?|trompais)\b/gi,
  /\bich (?:dachte|glaubte) früher\b|\bich habe meine Meinung geändert\b|\bich habe mich geirrt\b/gi,
  /\b(?:yo )?(?:antes )?(?:pensaba|creía) que\b|\bcambié de opinión\b|\bme equivoqué\b/gi,
];

/** How all of them begin: one look passes over nearly every text, where each cue would take one. */
const BEGINNING =
  /\b(?:(?:I|we)(?:['’]ve| have| had)? (?:used to|once|was|were|been|have been|had been|since|changed|no longer|take|took|must take|to take)|contrary to|in contrast to|on second|je |nous |j['’]ai |ich |yo |antes |pensaba|creía|cambié|me equi)/i;

/** In reading order, each sentence once. */
export function changesOfMind(section: Section): Quote[] {
  if (!BEGINNING.test(section.text)) return [];
  const starts = new Set<number>();
  const found: { start: number; quote: Quote }[] = [];
  for (const cue of CUES) {
    for (const match of section.text.matchAll(cue)) {
      if (isQuoted(section.text, match.index)) continue;
      const { start, end } = sentenceAt(section.text, match.index, match.index + match[0].length);
      if (starts.has(start)) continue;
      starts.add(start);
      found.push({ start, quote: { section: section.id, text: section.text.slice(start, end) } });
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({ quote }) => quote);
}

const MARKS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
];

/** Within quotation marks somebody else speaks, or the author does as somebody else would. */
function isQuoted(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if ((line.match(/"/gu) ?? []).length % 2 === 1) return true;
  return MARKS.some(([open, close]) => line.lastIndexOf(open) > line.lastIndexOf(close));
}
