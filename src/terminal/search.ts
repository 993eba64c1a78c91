// `backmatter search` on the terminal: the same answer as /api/search, to be read.

import type { SearchAnswer } from '../pages/search.js';
import { onOneLine } from '../text/one-line.js';
import { plain } from './plain.js';

type Hit = SearchAnswer['hits'][number];

/** The hits, best first, with the words found in bold where the terminal shows it, else in `*`. */
export function writeSearch(answer: SearchAnswer, { color }: { color: boolean }): string {
  const { total, hits, query, suggestion } = answer;
  const notes = [
    ...(query.asof === undefined ? [] : [`Only what was published by the end of ${query.asof}.`]),
    ...query.corrected.map(({ from, to }) => `“${from}” is not in the archive: searched “${to}”.`),
    ...(query.unmatched.length > 0 ? [`Nothing matches ${quoted(query.unmatched)}.`] : []),
    ...(query.mode === 'some' && query.terms.length > 1
      ? ['Too few passages have every word, so those with some of them are here too.']
      : []),
    ...query.notes,
    ...(suggestion
      ? [`Did you mean “${suggestion.q}”? It finds ${passages(suggestion.total)}.`]
      : []),
  ];
  if (total === 0) return `${plain([`Nothing found for “${query.q}”.`, ...notes].join('\n'))}\n`;
  const shown = hits.length < total ? `, the best ${hits.length}` : '';
  const head = [`${passages(total)}${shown} for “${query.q}”`, ...notes].join('\n');
  return `${plain(head)}\n\n${hits.map((hit) => writeHit(hit, color)).join('\n\n')}\n`;
}

function writeHit({ heading, trail, issue, concepts, excerpt, url }: Hit, color: boolean): string {
  const place = [
    ...new Set([issue.number === null ? '' : `#${issue.number}`, ...trail, issue.date ?? '']),
  ];
  return [
    color ? bold(plain(heading)) : plain(heading),
    `  ${plain(place.filter(Boolean).join(' · '))}`,
    `  ${markWords(excerpt, color)}`,
    ...(concepts.length > 0
      ? [`  Concepts: ${plain(concepts.map(({ label }) => label).join(', '))}`]
      : []),
    `  ${url}`,
  ].join('\n');
}

function markWords({ text, marks }: Hit['excerpt'], color: boolean): string {
  let line = '';
  let at = 0;
  for (const [start, end] of marks) {
    const word = plain(onOneLine(text.slice(start, end)));
    line += plain(onOneLine(text.slice(at, start))) + (color ? bold(word) : `*${word}*`);
    at = end;
  }
  return line + plain(onOneLine(text.slice(at)));
}

function bold(text: string): string {
  return `\u001b[1m${text}\u001b[22m`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

function passages(n: number): string {
  return n === 1 ? '1 passage' : `${n.toLocaleString('en')} passages`;
}
