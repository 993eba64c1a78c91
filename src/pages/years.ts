import type { IsoDay, IssueFacts } from '../model.js';

/** How many issues each year has, the latest year first. Undated issues count nowhere. */
export function countYears(issues: readonly IssueFacts[]): { year: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { date } of issues) {
    const year = yearOf(date);
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => b.year - a.year);
}

export function yearOf(date: IsoDay | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}
