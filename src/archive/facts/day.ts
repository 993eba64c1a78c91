// Dates as people and tools write them, read as days.

import type { IsoDay } from '../../model.js';

export type DayReading =
  /** `order` where the digits show it: 25/12 can only have the day first. */
  | { kind: 'day'; day: IsoDay; order?: 'dayFirst' | 'monthFirst' }
  /** Both orders are possible; the archive as a whole must tell. */
  | { kind: 'either'; dayFirst: IsoDay; monthFirst: IsoDay }
  | { kind: 'no year'; month: number; day: number }
  /** It looks like a date, and there is no such day. */
  | { kind: 'impossible' };

const ISO = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;
const NUMERIC = /(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d])/;
const CJK = /(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日號号일]/u;
const ORDINAL = '(?:st|nd|rd|th|er|re|º|ª|\\.|-?го)?';
const DAY_MONTH = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})${ORDINAL}\\s*(?:de |d[’']|of )?[\\s-]*(\\p{L}{3,14})\\.?,?(?:\\s*(?:de |del )?[\\s-]*(\\d{4})(?!\\d))?`,
  'giu',
);
const MONTH_DAY = new RegExp(
  `(?<!\\p{L})(\\p{L}{3,14})\\.?\\s+(\\d{1,2})${ORDINAL}(?![\\d:.]\\d)(?:,?\\s+(\\d{4})(?!\\d))?`,
  'giu',
);

/** The first date in a text; undefined when there is none. */
export function readDay(text: string): DayReading | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const cjk = CJK.exec(text);
  if (cjk !== null)
    return dayOf(cjk[1] === undefined ? null : Number(cjk[1]), Number(cjk[2]), Number(cjk[3]));
  const named = readNamedMonth(text);
  if (named?.kind === 'day') return named;
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) return readNumeric(numeric);
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const reading = dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    if (reading.kind === 'day') return reading;
  }
  // A word beside a number may be a month by chance: what has a year goes first.
  return named;
}

function readNamedMonth(text: string): DayReading | undefined {
  const found: DayReading[] = [];
  for (const [, day, name, year] of text.matchAll(DAY_MONTH)) {
    const month = monthNumber(name!);
    if (month !== undefined)
      found.push(dayOf(year === undefined ? null : Number(year), month, Number(day)));
  }
  for (const [, name, day, year] of text.matchAll(MONTH_DAY)) {
    const month = monthNumber(name!);
    if (month !== undefined)
      found.push(dayOf(year === undefined ? null : Number(year), month, Number(day)));
  }
  return found.find(({ kind }) => kind === 'day') ?? found[0];
}

function readNumeric(match: RegExpExecArray): DayReading {
  const [first, second] = [Number(match[1]), Number(match[3])];
  const year = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (dayFirst.kind === 'day' && monthFirst.kind === 'day' && dayFirst.day !== monthFirst.day)
    // No country writes the month first between dots.
    return match[2] === '.'
      ? dayFirst
      : { kind: 'either', dayFirst: dayFirst.day, monthFirst: monthFirst.day };
  if (first === second) return dayFirst;
  if (dayFirst.kind === 'day') return { ...dayFirst, order: 'dayFirst' };
  return monthFirst.kind === 'day' ? { ...monthFirst, order: 'monthFirst' } : monthFirst;
}

/** A day of the calendar, from 1970 to 2199. Nothing is rolled over. */
export function dayOf(year: number | null, month: number, day: number): DayReading {
  const length =
    month >= 1 && month <= 12 ? new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate() : 0;
  if (day < 1 || day > length || (year !== null && (year < 1970 || year > 2199)))
    return { kind: 'impossible' };
  if (year === null) return { kind: 'no year', month, day };
  const two = (value: number) => String(value).padStart(2, '0');
  return { kind: 'day', day: `${year}-${two(month)}-${two(day)}` };
}

const LANGUAGES =
  'en fr de es it pt nl sv da nb fi pl cs sk sl hr hu ro tr ru uk bg el ca eu id vi lt lv et'.split(
    ' ',
  );
let months: Map<string, number> | undefined;

function monthNumber(name: string): number | undefined {
  months ??= monthNames();
  return months.get(foldName(name));
}

/** Full and short names, in the form that stands beside a day ("15 мая") and alone ("май"). */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>([['sept', 9]]);
  for (const language of LANGUAGES)
    for (const month of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' });
        for (let number = 1; number <= 12; number += 1) {
          const parts = format.formatToParts(Date.UTC(2021, number - 1, 15));
          const name = foldName(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, number);
        }
      }
  return names;
}

function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '');
}
