// What every view is given besides its page; those that draw trees are given `html` too.

import type { IsoDay } from '../model.js';
import { onOneLine } from '../text/one-line.js';
import { citationOf } from '../pages/citation.js';
import { urls } from '../urls.js';
import { questionInWords } from '../words/question.js';
import { matchInWords, relationInWords, type Match, type NamedReason } from '../words/reasons.js';
import { locatorInWords, type Locator } from '../words/locator.js';
import { link, type Piece, type Said } from '../words/say.js';
import { directionOf } from '../words/words.js';
import type { Contrast } from './contrast.js';
import { said } from './said.js';
import type { WebSettings } from './settings.js';

/** The words are asked for anew each time: their language may be known only when the archive is read. */
export function viewLocals(
  settings: WebSettings,
  asset: (name: string) => string,
  contrasts: readonly Contrast[],
) {
  const { words } = settings;
  return {
    site: { title: settings.title },
    live: settings.changes !== null,
    get words() {
      return words();
    },
    windowTitle: (page: string) => windowTitle(page, settings.title()),
    said: (sentence: Piece | Said) => said(words(), sentence),
    day: (day: IsoDay | null, link: string | null = null): Piece => ({ day, link }),
    locator: (locator: Locator) => locatorInWords(words(), locator),
    whyRelated: (reason: NamedReason) => relationInWords(words(), reason),
    whyFound: (match: Match) => matchInWords(words(), match),
    reading: (query: Parameters<typeof questionInWords>[1]) => questionInWords(words(), query),
    citationOf,
    contrasts,
    ...{ asset, urls, link, directionOf, segments },
  };
}

/** What fits into a tab or a search engine's result: more is cut there, at a worse place. */
const MAX_WINDOW_TITLE = 70;

function windowTitle(page: string, site: string): string {
  const [whole, short] = page === '' ? [site, site] : [`${page} · ${site}`, page];
  if (whole.length <= MAX_WINDOW_TITLE) return whole;
  if (short.length <= MAX_WINDOW_TITLE) return short;
  const cut = short.slice(0, MAX_WINDOW_TITLE - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_WINDOW_TITLE / 2))}…`;
}

/** A text parted at its marks. */
function segments({ text, marks }: { text: string; marks: [number, number][] }) {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push({ text: flowing(text.slice(at, start)), marked: false });
    parts.push({ text: flowing(text.slice(start, end)), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: flowing(text.slice(at)), marked: false });
  return parts;
}

/** No line begins with a dot that keeps apart. */
function flowing(text: string): string {
  return onOneLine(text).replaceAll(' · ', '\u00a0· ');
}
