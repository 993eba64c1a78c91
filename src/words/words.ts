// The languages of the pages, and which of them an archive is shown in.

import { de } from './de.js';
import { en, type Words } from './en.js';
import { ja } from './ja.js';

export type { Words };

/** By code. A new language is a file beside `en.ts`, and an entry here. */
export const languages: Readonly<Record<string, Words>> = { en, de, ja };

/** The words of a language, such as `de-AT`; English where we have no such words. */
export function wordsOf(language: string | null): Words {
  return languages[language?.toLowerCase().split('-')[0] ?? ''] ?? en;
}

/** Whose script is written from the right to the left. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0]!) ? 'rtl' : 'ltr';
}
