// HTML of a sentence. All that it holds is escaped, so that a view may write
// the result as it is.

import type { IsoDay } from '../model.js';
import type { Words } from '../words/words.js';
import type { Piece, Said } from '../words/say.js';

/** @param words for the days in it. */
export function said(words: Words, sentence: Piece | Said): string {
  const pieces = isSaid(sentence) ? sentence : [sentence];
  return pieces.map((piece) => htmlOf(words, piece)).join('');
}

function isSaid(sentence: Piece | Said): sentence is Said {
  return Array.isArray(sentence);
}

function htmlOf(words: Words, piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if ('day' in piece) return dayOf(words, piece.day, piece.link);
  if ('link' in piece) {
    const lang = piece.lang === null ? '' : ` lang="${escaped(piece.lang)}"`;
    return `<a href="${escaped(piece.link)}"${lang}>${escaped(piece.text)}</a>`;
  }
  if ('quote' in piece) return `<q>${escaped(piece.quote)}</q>`;
  if ('aside' in piece) return `<i>${escaped(piece.aside)}</i>`;
  return `<code>${escaped(piece.code)}</code>`;
}

function dayOf(words: Words, day: IsoDay | null, link: string | null): string {
  const written =
    day === null
      ? `<span class="undated">${escaped(words.undated)}</span>`
      : `<time datetime="${escaped(day)}">${escaped(words.day(day))}</time>`;
  return link === null ? written : `<a href="${escaped(link)}">${written}</a>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
