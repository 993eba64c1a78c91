import type { IsoDay } from '../model.js';
import type { Words } from './en.js';

/** What an entry of the index refers to: an issue, or those of some years. */
export type Locator = { url: string } & (
  | { kind: 'issue'; number: number | null; date: IsoDay | null; title: string }
  /** `2016–2018` */
  | { kind: 'years'; years: string }
);

/** `text` is short: an issue's number, else its month, else its title; or years. `title` is in full. */
export function locatorInWords(words: Words, locator: Locator): { text: string; title: string } {
  if (locator.kind === 'years')
    return { text: locator.years, title: words.conceptsPage.years(locator.years) };
  const { number, date, title } = locator;
  if (number !== null)
    return { text: String(number), title: words.conceptsPage.issue(number, title) };
  return { text: date === null ? title : words.shortMonth(date), title };
}
