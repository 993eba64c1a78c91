// The orders that issues are listed in. Each is total, so that two builds of an
// archive list it alike: date, then number, then slug.

import type { IssueFacts } from '../model.js';

type Ordered = Pick<IssueFacts, 'date' | 'number' | 'slug'>;

/** Issues without a date come last, in the order of their numbers. */
export function oldestFirst(a: Ordered, b: Ordered): number {
  return undatedLast(a, b) || compare(a.date, b.date) || byNumber(a, b) || compare(a.slug, b.slug);
}

/** Issues without a date come last, the highest number first. */
export function newestFirst(a: Ordered, b: Ordered): number {
  return undatedLast(a, b) || compare(b.date, a.date) || byNumber(b, a) || compare(b.slug, a.slug);
}

export function byDate(sort: 'newest' | 'oldest'): (a: Ordered, b: Ordered) => number {
  return sort === 'newest' ? newestFirst : oldestFirst;
}

function undatedLast(a: Ordered, b: Ordered): number {
  return Number(a.date === null) - Number(b.date === null);
}

function byNumber(a: Ordered, b: Ordered): number {
  return (a.number ?? 0) - (b.number ?? 0);
}

function compare(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}
