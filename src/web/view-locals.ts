// What every view is given besides its page.

import type { IsoDay } from '../model.js';
import { urls } from '../urls.js';
import { html } from './html.js';
import type { WebSettings } from './settings.js';

export function viewLocals(settings: WebSettings, asset: (name: string) => string) {
  return {
    site: { title: settings.title },
    windowTitle: (page: string) => windowTitle(page, settings.title()),
    ...{ asset, urls, html, day, monthName, percent, segments },
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

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `2022-06-14` as `14 June 2022`. */
function day(date: IsoDay): string {
  return days.format(new Date(`${date}T00:00:00Z`));
}

const months = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2022-06` as `June 2022`. */
function monthName(month: string): string {
  return months.format(new Date(`${month}-01T00:00:00Z`));
}

/** A share of a whole as a whole number of per cent. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

/** A text parted at its marks. */
function segments({ text, marks }: { text: string; marks: [number, number][] }) {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
