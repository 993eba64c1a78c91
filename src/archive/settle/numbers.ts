// Issue numbers in file names and at the end of titles. One name alone cannot
// tell a number from a year, a part or a quantity; a whole archive can.

import { numbersIn, type NumberPlace } from '../facts/number-in-name.js';
import { byPublication } from './order.js';
import type { SettledIssue } from './settled.js';

/** Gives issues without a number the one that their names count by; see `countsIssues`. */
export function settleNumbers(issues: readonly SettledIssue[]): SettledIssue[] {
  const settled = new Map<SettledIssue, SettledIssue>();
  for (const group of byPublication(issues)) {
    if (group.every(({ number }) => number !== null)) continue;
    const series = SERIES.map((one) => ({ ...one, numbers: numbersOf(group, one) })).find(
      ({ place, numbers }) => countsIssues(group, numbers, place),
    );
    if (series === undefined) continue;
    for (const issue of group) {
      const number = series.numbers.get(issue);
      if (issue.number !== null || number === undefined) continue;
      settled.set(issue, { ...issue, number, sources: { ...issue.sources, number: series.from } });
    }
  }
  return issues.map((issue) => settled.get(issue) ?? issue);
}

interface Series {
  from: 'title' | 'file name';
  place: NumberPlace;
}

const SERIES: readonly Series[] = [
  { from: 'file name', place: 'named' },
  { from: 'title', place: 'last' },
  { from: 'title', place: 'first' },
  { from: 'file name', place: 'first' },
  { from: 'file name', place: 'last' },
];

function numbersOf(
  group: readonly SettledIssue[],
  { from, place }: Series,
): Map<SettledIssue, number> {
  const numbers = new Map<SettledIssue, number>();
  for (const issue of group) {
    const name = from === 'title' ? issue.title : nameOf(issue.file);
    const number = numbersIn(name)[place];
    if (number !== undefined) numbers.set(issue, number);
  }
  return numbers;
}

function nameOf(file: string): string {
  const parts = file.replace(/\.[^./]+$/, '').split('/');
  const last = parts.at(-1)!;
  return /^(?:index|readme)$/i.test(last) ? (parts.at(-2) ?? last) : last;
}

/**
 * Numbers count the issues when most issues have one, hardly two share one, they
 * agree with those that are known, and they rise with the dates. Years do not.
 */
function countsIssues(
  group: readonly SettledIssue[],
  numbers: ReadonlyMap<SettledIssue, number>,
  place: NumberPlace,
): boolean {
  const values = [...numbers.values()];
  if (values.length === 0 || values.length < group.length * 0.6) return false;
  if (values.length < 3 && place !== 'named') return false;
  if (new Set(values).size < values.length * 0.95) return false;
  if (values.every((value) => value >= 1900 && value < 2100)) return false;
  const known = [...numbers].filter(
    ([issue]) => issue.number !== null && issue.sources.number !== 'file name',
  );
  const agreeing = known.filter(([issue, number]) => issue.number === number).length;
  if (agreeing < known.length * 0.9) return false;

  const dated = [...numbers]
    .filter(([issue]) => issue.date !== null)
    .sort(([a], [b]) => (a.date! < b.date! ? -1 : 1));
  const rising = dated.filter(([, number], index) => number > (dated[index - 1]?.[1] ?? -1)).length;
  return rising >= dated.length * 0.9;
}
