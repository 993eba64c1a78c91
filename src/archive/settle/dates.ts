// Dates that one issue leaves open, and its neighbours close: the order of day
// and month, and the year.

import type { IsoDay, Problem } from '../../model.js';
import type { DayMonthOrder } from '../facts/date.js';
import { dayOf } from '../facts/day.js';
import type { Outline } from '../outline.js';
import type { Clues } from '../read-issue.js';
import { byPublication, inFileOrder } from './order.js';
import type { SettledIssue } from './settled.js';

/** Dates what can be dated, and tells of what stays open. */
export function settleDates(
  issues: readonly SettledIssue[],
  outlines: ReadonlyMap<string, Outline>,
  problems: Problem[],
): SettledIssue[] {
  const settled = new Map<string, SettledIssue>();
  for (const group of byPublication(issues)) {
    if (!group.some(({ file }) => outlines.get(file)?.clues.date)) continue;
    const ordered = inFileOrder(group);
    const order = dayMonthOrder(ordered, outlines);
    const dated = ordered.map((issue) => {
      const open = outlines.get(issue.file)?.clues.date;
      if (open?.reading.kind !== 'either') return issue;
      if (order === null) {
        problems.push(openDate(issue, open.line, `“${open.words}” may be either of two days.`));
        return issue;
      }
      return withDate(issue, open.reading[order], open.source);
    });
    dated.forEach((issue, index) => {
      const open = outlines.get(issue.file)?.clues.date;
      if (open?.reading.kind === 'no year') {
        const day = dayByNeighbours(open.reading, dated, index);
        if (day === null)
          problems.push(openDate(issue, open.line, `“${open.words}” lacks the year.`));
        else dated[index] = withDate(issue, day, 'neighbours');
      }
      settled.set(issue.file, dated[index]!);
    });
  }
  return issues.map((issue) => settled.get(issue.file) ?? issue);
}

function openDate(issue: SettledIssue, line: number | null, what: string): Problem {
  return { file: issue.file, line, kind: 'date', what, how: 'Write date: YYYY-MM-DD.' };
}

function withDate(
  issue: SettledIssue,
  date: IsoDay,
  source: 'neighbours' | NonNullable<Clues['date']>['source'],
): SettledIssue {
  return { ...issue, date, sources: { ...issue.sources, date: source } };
}

/** What dates with a day over 12 say; else the order in which the issues' dates rise. */
function dayMonthOrder(
  ordered: readonly SettledIssue[],
  outlines: ReadonlyMap<string, Outline>,
): DayMonthOrder | null {
  const orders = new Set(
    ordered.flatMap(({ file }) => outlines.get(file)?.clues.dayMonthOrder ?? []),
  );
  if (orders.size === 1) return [...orders][0]!;
  if (orders.size > 1) return null;
  const falls = { dayFirst: 0, monthFirst: 0 };
  for (const order of ['dayFirst', 'monthFirst'] as const) {
    let last: IsoDay | null = null;
    for (const { file, date } of ordered) {
      const reading = outlines.get(file)?.clues.date?.reading;
      const day = reading?.kind === 'either' ? reading[order] : date;
      if (day !== null && last !== null && day < last) falls[order] += 1;
      last = day ?? last;
    }
  }
  if (falls.dayFirst === 0 && falls.monthFirst > 0) return 'dayFirst';
  if (falls.monthFirst === 0 && falls.dayFirst > 0) return 'monthFirst';
  return null;
}

/** The one year that puts a day between its neighbours; null when none or several do. */
function dayByNeighbours(
  { month, day }: { month: number; day: number },
  ordered: readonly SettledIssue[],
  index: number,
): IsoDay | null {
  const before = ordered.slice(0, index).findLast(({ date }) => date !== null)?.date ?? null;
  const after = ordered.slice(index + 1).find(({ date }) => date !== null)?.date ?? null;
  if (before === null && after === null) return null;
  // With one neighbour alone, the year that brings the two nearest together.
  const year = Number((before ?? after)!.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((one) => {
    const reading = dayOf(one, month, day);
    return reading.kind === 'day' ? [reading.day] : [];
  });
  const fitting = days.filter(
    (one) => (before === null || one >= before) && (after === null || one <= after),
  );
  if (before !== null && after !== null) return fitting.length === 1 ? fitting[0]! : null;
  return (before === null ? fitting.at(-1) : fitting[0]) ?? null;
}
