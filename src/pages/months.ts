import type { IssueFacts } from '../model.js';

/** One year of the heat strip: how many issues each of its twelve months has. */
export interface YearOfMonths {
  year: number;
  /** `level` is 0 where there is none, and up to 4 where there are as many as in any month. */
  months: { count: number; level: number }[];
}

/** Where no month has more than these, each issue is a shade: a single one is no crowd. */
const A_FEW = 4;

/** From the latest year to the first, those between that have none too. Undated issues count nowhere. */
export function countMonths(issues: readonly IssueFacts[]): YearOfMonths[] {
  const counts = new Map<string, number>();
  for (const { date } of issues) {
    const month = date?.slice(0, 7);
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const most = Math.max(A_FEW, ...counts.values());
  const years = [...counts.keys()].map((month) => Number(month.slice(0, 4))).sort((a, b) => b - a);
  const latest = years[0];
  if (latest === undefined) return [];
  return Array.from({ length: latest - years.at(-1)! + 1 }, (_, i) => ({
    year: latest - i,
    months: Array.from({ length: 12 }, (_, month) => {
      const name = `${String(latest - i).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`;
      const count = counts.get(name) ?? 0;
      return { count, level: Math.ceil((4 * count) / most) };
    }),
  }));
}
