// How a language writes numbers, days and lists, and which form of a noun it
// takes for a number: all of it is Intl's knowledge.

import type { IsoDay } from '../model.js';

/** The forms of a phrase by number, “#” standing for the number: { one: '# issue', other: '# issues' }. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export function formatsOf(locale: string) {
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const rules = new Intl.PluralRules(locale);
  const days = dateFormat(locale, { dateStyle: 'long' });
  const months = dateFormat(locale, { month: 'long', year: 'numeric' });
  const shortMonths = dateFormat(locale, { month: 'short', year: 'numeric' });
  const monthNames = dateFormat(locale, { month: 'long' });
  const monthLetters = dateFormat(locale, { month: 'narrow' });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const lists = new Intl.ListFormat(locale);
  return {
    number: (n: number) => numbers.format(n),
    /** Of a whole; whole per cents. */
    percent: (part: number, whole: number) => percents.format(whole === 0 ? 0 : part / whole),
    counted: (forms: Forms) => (n: number) =>
      (forms[rules.select(n)] ?? forms.other).replace('#', numbers.format(n)),
    /** `2022-06-14` as `14 June 2022`. */
    day: (date: IsoDay) => days.format(dateOf(date)),
    /** `2022-06` or a day in it as `June 2022`. */
    month: (month: string) => months.format(dateOf(`${month.slice(0, 7)}-01`)),
    /** A month, or a day in full. */
    monthOrDay: (when: string) =>
      when.length === 'YYYY-MM'.length
        ? months.format(dateOf(`${when}-01`))
        : days.format(dateOf(when)),
    /** Of a month’s number, from 1. */
    monthName: (n: number) => monthNames.format(dateOfMonth(n)),
    monthLetter: (n: number) => monthLetters.format(dateOfMonth(n)),
    shortMonth: (month: string) => shortMonths.format(dateOf(`${month.slice(0, 7)}-01`)),
    /** `pt-BR` as `Brazilian Portuguese`; what is no code stays as it is. */
    languageName: (code: string) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    },
    list: (items: readonly string[]) => lists.format(items),
  };
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
