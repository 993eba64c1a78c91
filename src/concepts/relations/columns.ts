// A sparse matrix by column, as the inverted index of search engines: for each
// thing, the rows that have it. A row is compared with those alone that share a
// thing with it.

import type { Steps } from '../../turns.js';

export interface Columns {
  /** How many rows there are. */
  rows: number;
  /** Where the rows of each thing begin; one more than there are things. */
  starts: Uint32Array;
  /** The places of the rows that have it, and how often each does. */
  places: Uint32Array;
  times: Uint16Array;
}

/** What one row has: two columns from `from` to before `to`. */
export interface Row {
  numbers: Uint32Array;
  times: Uint16Array;
  from: number;
  to: number;
}

/** So many rows between two turns of others. */
export const AT_ONCE = 200;

/** @param having how many of the rows have each thing */
export function* columnsOf(
  rows: number,
  rowAt: (place: number) => Row,
  having: Uint32Array,
): Steps<Columns> {
  const starts = new Uint32Array(having.length + 1);
  having.forEach((count, number) => (starts[number + 1] = starts[number]! + count));
  const all = starts[having.length]!;
  const columns = { rows, starts, places: new Uint32Array(all), times: new Uint16Array(all) };
  const next = starts.slice();
  for (let place = 0; place < rows; place += 1) {
    const { numbers, times, from, to } = rowAt(place);
    for (let at = from; at < to; at += 1) {
      const entry = next[numbers[at]!]!++;
      columns.places[entry] = place;
      columns.times[entry] = times[at]!;
    }
    if (place % AT_ONCE === 0) yield;
  }
  return columns;
}

/**
 * The cosine of a row with each of those in the columns, and then with each of some others.
 *
 * @param lengths of all these rows
 */
export function cosines(
  { columns, weights, lengths }: { columns: Columns; weights: Float64Array; lengths: Float64Array },
  row: Row,
  others: readonly Row[],
): Float64Array {
  const { rows, starts, places, times } = columns;
  const sums = new Float64Array(lengths.length);
  const length = lengthOf(weights, row);
  /** The things of the row, and what each adds to a row that has it once. */
  const asked = new Map<number, { order: number; each: number }>();
  for (let at = row.from; at < row.to; at += 1) {
    const number = row.numbers[at]!;
    const each = (weigh(weights, row, at) / length) * weights[number]!;
    asked.set(number, { order: asked.size, each });
    const end = starts[number + 1] ?? 0;
    for (let entry = starts[number] ?? 0; entry < end; entry += 1)
      sums[places[entry]!]! += each * damped(times[entry]!);
  }
  // Added up in the same order, so that a row's cosine is the same wherever it stands.
  const parts = new Float64Array(asked.size);
  others.forEach(({ numbers, times, from, to }, other) => {
    parts.fill(0);
    for (let at = from; at < to; at += 1) {
      const thing = asked.get(numbers[at]!);
      if (thing !== undefined) parts[thing.order] = thing.each * damped(times[at]!);
    }
    sums[rows + other] = parts.reduce((sum, part) => sum + part, 0);
  });
  for (let place = 0; place < sums.length; place += 1) sums[place]! /= lengths[place]!;
  return sums;
}

/** A thing's weight in a row: (1 + ln n) · weight, for n times. */
export function weigh(weights: Float64Array, { numbers, times }: Row, at: number): number {
  return damped(times[at]!) * weights[numbers[at]!]!;
}

/** How long the vectors of rows are; 1 where there is none. */
export function* lengthsOf(
  weights: Float64Array,
  rows: number,
  rowAt: (place: number) => Row | null,
): Steps<Float64Array> {
  const lengths = new Float64Array(rows).fill(1);
  for (let place = 0; place < rows; place += 1) {
    const row = rowAt(place);
    if (row !== null) lengths[place] = lengthOf(weights, row);
    if (place % AT_ONCE === 0) yield;
  }
  return lengths;
}

/** Of the row's vector; 1 for one of nothing. */
export function lengthOf(weights: Float64Array, { numbers, times, from, to }: Row): number {
  let square = 0;
  for (let at = from; at < to; at += 1) {
    const weight = damped(times[at]!) * weights[numbers[at]!]!;
    square += weight * weight;
  }
  return Math.sqrt(square) || 1;
}

/** 1 + ln(n), looked up: most words stand in a section once or twice. */
function damped(times: number): number {
  return times < DAMPED.length ? DAMPED[times]! : 1 + Math.log(times);
}

const DAMPED = Float64Array.from({ length: 64 }, (_, times) => 1 + Math.log(Math.max(1, times)));
