// What stands where in a section's text: code, links, quoted titles.

import type { Section } from '../../model.js';
import { plainText, type Piece } from '../../text/plain-text.js';

export interface Marks {
  /** Some of the range is code: whatever it spells, it does not speak of a concept. */
  isCode(start: number, end: number): boolean;
  /** A link may be put around the range. */
  isLinkable(start: number, end: number): boolean;
}

export function marksOf(section: Section): Marks {
  const { pieces } = plainText(section.tree);
  const code = codeIn(pieces);
  let closed: Range[] | undefined;
  return {
    isCode: (start, end) => touches(code, start, end),
    isLinkable(start, end) {
      // Who only asks for code has no need of the titles.
      closed ??= [...pieces.filter(({ linkable }) => !linkable), ...quotedTitles(section.text)];
      return !touches(closed, start, end);
    },
  };
}

export function codeIn(pieces: readonly Piece[]): Piece[] {
  return pieces.filter(({ leaf }) => leaf.type === 'inlineCode' || leaf.type === 'code');
}

/** UTF-16 offsets in a section's plain text. */
export interface Range {
  start: number;
  end: number;
}

export function touches(ranges: readonly Range[], start: number, end: number): boolean {
  return ranges.some((range) => range.start < end && range.end > start);
}

const QUOTED = /“[^“”\n]{3,120}”|"[^"\n]{3,120}"|«[^«»\n]{3,120}»|《[^《》\n]{1,60}》/gu;

/** Titles of works: words in quotation marks, nearly all of them capitalised; 《》 always. */
function quotedTitles(text: string): Range[] {
  const titles: Range[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const inside = match[0].slice(1, -1);
    const long = inside.match(/\p{L}{4,}/gu) ?? [];
    const capital = long.filter((word) => /^\p{Lu}/u.test(word));
    const title = long.length >= 2 && capital.length / long.length > 0.7;
    if (title || match[0].startsWith('《'))
      titles.push({ start: match.index, end: match.index + match[0].length });
  }
  return titles;
}
