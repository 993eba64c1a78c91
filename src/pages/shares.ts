// How much of what was sent speaks of a concept, period by period: as figures
// and as the bars of a chart.

import type { Timeline } from '../knowledge-base/knowledge-base.js';

export interface Share {
  /** `2024-Q1`, or `2024` where the archive is long. */
  period: string;
  /** Issues that speak of it, of all that were sent. */
  issues: number;
  of: number;
}

/** In the units of the chart, whose origin is the upper left corner. */
export interface Chart {
  width: number;
  height: number;
  bars: { x: number; y: number; width: number; height: number; share: Share }[];
}

/** More quarters than these, six years of them, are too thin to tell apart. */
const MAX_QUARTERS = 24;

export function sharesOf({ quarters }: Timeline): Share[] {
  return quarters.length > MAX_QUARTERS
    ? yearsOf(quarters)
    : quarters.map(({ quarter, issues, of }) => ({ period: quarter, issues, of }));
}

export function yearsOf(quarters: Timeline['quarters']): Share[] {
  const years = new Map<string, Share>();
  for (const { quarter, issues, of } of quarters) {
    const period = quarter.slice(0, 4);
    const year = years.get(period) ?? { period, issues: 0, of: 0 };
    years.set(period, { period, issues: year.issues + issues, of: year.of + of });
  }
  return [...years.values()];
}

const WIDTH = 240;
const HEIGHT = 48;

/** The highest bar is the highest share: most concepts stand in few issues, and would else be flat. */
export function chartOf(shares: readonly Share[]): Chart {
  const highest = Math.max(...shares.map(shareOf), 0);
  const step = WIDTH / Math.max(1, shares.length);
  return {
    width: WIDTH,
    height: HEIGHT,
    bars: shares.map((share, i) => {
      const height = highest === 0 ? 0 : round((HEIGHT * shareOf(share)) / highest);
      return {
        x: round(i * step + step * 0.1),
        y: round(HEIGHT - height),
        width: round(step * 0.8),
        height,
        share,
      };
    }),
  };
}

function shareOf({ issues, of }: Share): number {
  return of === 0 ? 0 : issues / of;
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}
