// The order of what was found, and the part of it that a page shows.

import type { SearchSort } from './search-index.js';
import type { Shelf, ShelvedSection } from './shelf.js';

/**
 * Puts the sections from `from` to `to` (exclusive) of the order where they
 * belong in `found`; the rest is left before and behind them, unsorted. The
 * order is whole: no two sections are equal, so that no page repeats another's.
 */
export function sortRange(
  found: Uint32Array,
  compare: (a: number, b: number) => number,
  from: number,
  to: number,
): void {
  // Quicksort that leaves alone the parts outside the range.
  const open: [number, number][] = [[0, found.length]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [start, end] = part;
    if (start >= to || end <= from || end - start < 2) continue;
    if (end - start <= 24) {
      found.subarray(start, end).sort(compare);
      continue;
    }
    const middle = split(found, compare, start, end);
    open.push([start, middle], [middle + 1, end]);
  }
}

/** Before 0 when section number `a` comes first. */
export function order(
  sort: SearchSort,
  shelf: Shelf,
  scores: Float32Array,
): (a: number, b: number) => number {
  const { sections } = shelf;
  switch (sort) {
    case 'relevance':
      return (a, b) => scores[b]! - scores[a]! || newestFirst(sections[a]!, sections[b]!);
    case 'newest':
      return (a, b) => newestFirst(sections[a]!, sections[b]!);
    case 'oldest':
      return (a, b) => oldestFirst(sections[a]!, sections[b]!);
  }
}

function split(
  found: Uint32Array,
  compare: (a: number, b: number) => number,
  start: number,
  end: number,
): number {
  // The middle of three keeps what is sorted already from taking quadratic time.
  const middle = (start + end) >>> 1;
  const three = [start, middle, end - 1].sort((a, b) => compare(found[a]!, found[b]!));
  swap(found, three[1]!, end - 1);
  const pivot = found[end - 1]!;
  let store = start;
  for (let at = start; at < end - 1; at += 1) {
    if (compare(found[at]!, pivot) >= 0) continue;
    swap(found, at, store);
    store += 1;
  }
  swap(found, store, end - 1);
  return store;
}

function swap(found: Uint32Array, a: number, b: number): void {
  const kept = found[a]!;
  found[a] = found[b]!;
  found[b] = kept;
}

function newestFirst(a: ShelvedSection, b: ShelvedSection): number {
  return b.issue.day - a.issue.day || readingOrder(a, b);
}

/** Undated issues are last in both orders. */
function oldestFirst(a: ShelvedSection, b: ShelvedSection): number {
  return (a.issue.day || Infinity) - (b.issue.day || Infinity) || readingOrder(a, b);
}

function readingOrder(a: ShelvedSection, b: ShelvedSection): number {
  if (a.issue === b.issue) return a.position - b.position;
  return a.issue.facts.slug < b.issue.facts.slug ? -1 : 1;
}
