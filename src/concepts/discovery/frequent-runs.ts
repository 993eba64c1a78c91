// The runs of words that come back, one word longer at a time. A run is counted
// only where both its beginning and its end are frequent (Agrawal and Srikant 1994),
// so that memory stays in proportion to what is found.

import { BORDER, type Row } from './row.js';

/** The frequent runs of one length, numbered. */
export interface Runs {
  /** In words. */
  length: number;
  /** How many there are. */
  count: number;
  /** Where they begin in the row of words: those of a run together, ascending. */
  places: Int32Array;
  /** Where each run's places begin among these; at last, where all end. */
  first: Int32Array;
  /** For each word of the row the run that begins there, or `NONE`. */
  at: Int32Array;
}

const NONE = -1;

/** Only of words that may stand in a name: no longer run needs the others. */
export function wordRuns(
  { words, keys }: Row,
  least: number,
  mayStand: (key: string) => boolean,
): Runs {
  const stands = keys.map((key, word) => word !== BORDER && mayStand(key));
  const at = words.map((word) => (stands[word] === true ? word : NONE));
  return frequentRuns(1, at, keys.length, least);
}

/** Runs of one word more: two frequent runs that overlap in all but their ends. */
export function longerRuns({ length, count, places, first, at }: Runs, least: number): Runs {
  const longer = new Int32Array(at.length).fill(NONE);
  let found = 0;
  // Of each run the last that it was seen to end, and the number of the two.
  const lastHead = new Int32Array(count).fill(NONE);
  const joined = new Int32Array(count);
  for (let head = 0; head < count; head += 1)
    for (let index = first[head]!; index < first[head + 1]!; index += 1) {
      const place = places[index]!;
      const tail = at[place + 1]!;
      if (tail === NONE) continue;
      if (lastHead[tail] !== head) {
        lastHead[tail] = head;
        joined[tail] = found;
        found += 1;
      }
      longer[place] = joined[tail]!;
    }
  return frequentRuns(length + 1, longer, found, least);
}

/** Takes the rare ones out of `at`, and numbers the others anew. */
function frequentRuns(length: number, at: Int32Array, found: number, least: number): Runs {
  const counts = new Int32Array(found);
  for (const run of at) if (run !== NONE) counts[run]! += 1;
  const renumbered = new Int32Array(found).fill(NONE);
  const begins = [0];
  counts.forEach((count, run) => {
    if (count < least) return;
    renumbered[run] = begins.length - 1;
    begins.push(begins.at(-1)! + count);
  });
  const first = Int32Array.from(begins);
  const next = first.slice();
  const places = new Int32Array(first.at(-1)!);
  at.forEach((old, place) => {
    const run = old === NONE ? NONE : renumbered[old]!;
    at[place] = run;
    if (run === NONE) return;
    places[next[run]!] = place;
    next[run]! += 1;
  });
  return { length, count: first.length - 1, places, first, at };
}
