// How a language writes numbers, days and lists, and which form of a noun it
// takes for a number: all of it is Intl's knowledge.

import type { IsoDay } from '../model.js';

/** The forms of a phrase by number, “#” standing for the number: { one: '# issue', other: '# issues' }. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Each of Intl's formats is made when it is first asked for: all of them take 10 ms and more. */
export function formatsOf(locale: string) {
  const numbers = once(() => new Intl.NumberFormat(locale));
  const percents = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const rules = once(() => new Intl.PluralRules(locale));
  const days = once(() => dateFormat(locale, { dateStyle: 'long' }));
  const months = once(() => dateFormat(locale, { month: 'long', year: 'numeric' }));
  const shortMonths = once(() => dateFormat(locale, { month: 'short', year: 'numeric' }));
  const monthNames = once(() => dateFormat(locale, { month: 'long' }));
  const monthLetters = once(() => dateFormat(locale, { month: 'narrow' }));
  const names = once(() => new Intl.DisplayNames(locale, { type: 'language' }));
  const lists = once(() => new Intl.ListFormat(locale));
  return {
    number: (n: number) => numbers().format(n),
    /** Of a whole; whole per cents. */
    percent: (part: number, whole: number) => percents().format(whole === 0 ? 0 : part / whole),
    counted: (forms: Forms) => (n: number) =>
      (forms[rules().select(n)] ?? forms.other).replace('#', numbers().format(n)),
    /** `2022-06-14` as `14 June 2022`. */
    day: (date: IsoDay) => days().format(dateOf(date)),
    /** `2022-06` or a day in it as `June 2022`. */
    month: (month: string) => months().format(dateOf(`${month.slice(0, 7)}-01`)),
    /** A month, or a day in full. */
    monthOrDay: (when: string) =>
      when.length === 'YYYY-MM'.length
        ? months().format(dateOf(`${when}-01`))
        : days().format(dateOf(when)),
    /** Of a month’s number, from 1. */
    monthName: (n: number) => monthNames().format(dateOfMonth(n)),
    monthLetter: (n: number) => monthLetters().format(dateOfMonth(n)),
    shortMonth: (month: string) => shortMonths().format(dateOf(`${month.slice(0, 7)}-01`)),
    /** `pt-BR` as `Brazilian Portuguese`; what is no code stays as it is. */
    languageName: (code: string) => {
      try {
        return names().of(code) ?? code;
      } catch {
        return code;
      }
    },
    list: (items: readonly string[]) => lists().format(items),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** A day has no time zone: it is read and written in the same one. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}

function dateOfMonth(n: number): Date {
  return new Date(Date.UTC(2024, n - 1, 1));
}

function dateOf(date: IsoDay): Date {
  return new Date(`${date}T00:00:00Z`);
}
