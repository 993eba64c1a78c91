// A concept over time: when it came up, how much it was spoken of, when it was
// silent, and when everybody spoke of it at once.

import type { IsoDay } from '../../model.js';
import type { IssueSlug } from '../../slug.js';

export interface DatedIssue {
  slug: IssueSlug;
  date: IsoDay;
}

export interface Timeline {
  first: DatedIssue | null;
  latest: DatedIssue | null;
  /** Every quarter from the archive's first to its last, those without an issue too. */
  quarters: QuarterShare[];
  /** The longest time between two issues that speak of it; null for fewer than two. */
  silence: { after: DatedIssue; until: DatedIssue; days: number } | null;
  bursts: Burst[];
}

export interface QuarterShare {
  /** `2024-Q1` */
  quarter: string;
  /** Issues that speak of it, of all that were sent. */
  issues: number;
  of: number;
}

export interface Burst {
  from: DatedIssue;
  to: DatedIssue;
  /** How many of the issues from one to the other speak of it. */
  issues: number;
  of: number;
  /** How much likelier these issues are under the burst than without, as a natural logarithm. */
  weight: number;
}

/** Fewer issues on a concept, or in an archive, make no burst but an accident. */
const LEAST_ISSUES = 5;
const LEAST_ARCHIVE = 24;

/** `archive`: all dated issues; `speaking`: the slugs of those that speak of the concept. */
export function timelineOf(
  archive: readonly DatedIssue[],
  speaking: ReadonlySet<IssueSlug>,
): Timeline {
  const all = [...archive].sort((a, b) =>
    a.date === b.date ? (a.slug < b.slug ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
  const spoken = all.filter(({ slug }) => speaking.has(slug));
  return {
    first: spoken[0] ?? null,
    latest: spoken.at(-1) ?? null,
    quarters: quartersOf(all, speaking),
    silence: longestSilence(spoken),
    bursts: burstsOf(all, speaking),
  };
}

function quartersOf(all: readonly DatedIssue[], speaking: ReadonlySet<IssueSlug>): QuarterShare[] {
  const quarters = new Map<string, QuarterShare>();
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  for (let [year, number] = quarterOf(first.date); ;) {
    const quarter = `${year}-Q${number}`;
    quarters.set(quarter, { quarter, issues: 0, of: 0 });
    const [lastYear, lastNumber] = quarterOf(last.date);
    if (year > lastYear || (year === lastYear && number >= lastNumber)) break;
    [year, number] = number === 4 ? [year + 1, 1] : [year, number + 1];
  }
  for (const { slug, date } of all) {
    const share = quarters.get(quarterOf(date).join('-Q'))!;
    share.of += 1;
    if (speaking.has(slug)) share.issues += 1;
  }
  return [...quarters.values()];
}

function quarterOf(date: IsoDay): [number, number] {
  return [Number(date.slice(0, 4)), Math.ceil(Number(date.slice(5, 7)) / 3)];
}

function longestSilence(spoken: readonly DatedIssue[]): Timeline['silence'] {
  let longest: Timeline['silence'] = null;
  spoken.slice(1).forEach((until, index) => {
    const after = spoken[index]!;
    const days = Math.round((Date.parse(until.date) - Date.parse(after.date)) / 86_400_000);
    if (longest === null || days > longest.days) longest = { after, until, days };
  });
  return longest;
}

/** The rate within a burst, as a multiple of the usual one; and the price of entering one. */
const RATE = 2;
const PRICE = 1;

/**
 * Kleinberg's bursts of batched arrivals with two states (Data Mining and
 * Knowledge Discovery 7, 2003, section 4): each issue is a batch of one.
 */
function burstsOf(all: readonly DatedIssue[], speaking: ReadonlySet<IssueSlug>): Burst[] {
  const hits = all.map(({ slug }) => speaking.has(slug));
  const total = hits.filter(Boolean).length;
  if (total < LEAST_ISSUES || all.length < LEAST_ARCHIVE || total === all.length) return [];
  const usual = total / all.length;
  const high = Math.min(0.98, RATE * usual);
  if (high <= usual) return [];
  const cost = (rate: number, hit: boolean) => -Math.log(hit ? rate : 1 - rate);
  const enter = PRICE * Math.log(all.length);
  let sums: [number, number] = [0, Infinity];
  const cameFrom = hits.map((hit): [number, number] => {
    const from: [number, number] = [sums[0] <= sums[1] ? 0 : 1, sums[1] <= sums[0] + enter ? 1 : 0];
    sums = [
      Math.min(sums[0], sums[1]) + cost(usual, hit),
      Math.min(sums[1], sums[0] + enter) + cost(high, hit),
    ];
    return from;
  });
  const states = new Array<number>(hits.length);
  let state = sums[0] <= sums[1] ? 0 : 1;
  for (let index = hits.length - 1; index >= 0; index -= 1) {
    states[index] = state;
    state = cameFrom[index]![state as 0 | 1];
  }
  const bursts: Burst[] = [];
  for (let index = 0; index < states.length; index += 1) {
    if (states[index] !== 1) continue;
    let end = index;
    while (states[end + 1] === 1) end += 1;
    const within = hits.slice(index, end + 1);
    bursts.push({
      from: all[index]!,
      to: all[end]!,
      issues: within.filter(Boolean).length,
      of: within.length,
      weight: within.reduce((sum, hit) => sum + cost(usual, hit) - cost(high, hit), 0),
    });
    index = end;
  }
  return bursts;
}
