// An issue's number.

import type { FactSource } from '../../model.js';
import type { FrontMatter } from '../front-matter.js';
import { asText, field } from './fields.js';

/** "Issue 141" in the languages that newsletters are most often written in. */
const NAMED =
  /(?:^|[^\p{L}])(?:issue|no\.|nr\.|nº|n°|№|number|edition|ausgabe|folge|nummer|numéro|numero|número|edición|edição|edizione|выпуск|numer|sayı|utgave|utgåva|editie)\s*#?\s*(\d{1,5})(?![\d.,]*\d|\s*(?:%|of\b))/iu;
const CJK = /第\s*(\d{1,5})\s*[期号號回]/u;
/** `#141` at either end of a title or before a colon; "#1 reason" elsewhere is no number. */
const HASH = /(?:^\s*|\s|[([])#\s?(\d{1,5})(?=\s*(?:$|[)\]:–—|]|-\s|\.\s))/u;

/** From front matter, else from the title; null where neither has one. */
export function findNumber(
  matter: FrontMatter,
  title: string | undefined,
): { number: number; source: FactSource } | null {
  const given = asText(field(matter, 'number')?.value);
  const digits = given === null ? undefined : /^\D*(\d{1,6})\D*$/.exec(given)?.[1];
  if (digits !== undefined && Number(digits) > 0)
    return {
      number: Number(digits),
      source: matter.form === 'header lines' ? 'header lines' : 'front matter',
    };
  const inTitle = title === undefined ? null : numberInTitle(title);
  return inTitle === null ? null : { number: inTitle, source: 'title' };
}

/** The issue number that a title announces; null for a date, a version, or any other number. */
export function numberInTitle(title: string): number | null {
  for (const pattern of [HASH, NAMED, CJK]) {
    const digits = pattern.exec(title)?.[1];
    if (digits !== undefined && Number(digits) > 0) return Number(digits);
  }
  return null;
}
