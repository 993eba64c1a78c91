// The runs of words that come back, one word longer at a time. A run is counted
// only where both its beginning and its end are frequent (Agrawal and Srikant 1994),
// so that memory stays in proportion to what is found.

import type { Stretch } from './reading.js';

export const NONE = -1;

/** The frequent runs of one length, numbered, and which of them begins at each word of each stretch. */
export interface Runs {
  keys: string[][];
  at: Int32Array[];
}

/** Only of words that may stand in a name: no longer run needs the others. */
export function wordRuns(
  stretches: readonly Stretch[],
  least: number,
  mayStand: (key: string) => boolean,
): Runs {
  const numbers = new Map<string, number>();
  const keys: string[][] = [];
  const at = stretches.map((stretch) =>
    Int32Array.from(stretch.keys, (key) => {
      let number = numbers.get(key);
      if (number === undefined) {
        number = mayStand(key) ? keys.length : NONE;
        numbers.set(key, number);
        if (number !== NONE) keys.push([key]);
      }
      return number;
    }),
  );
  return onlyFrequent({ keys, at }, least);
}

/** Runs of one word more: two frequent runs that overlap in all but their ends. */
export function longerRuns({ keys, at }: Runs, least: number): Runs {
  const numbers = new Map<number, number>();
  const longer: string[][] = [];
  const longerAt = at.map((runs) => {
    const found = new Int32Array(Math.max(0, runs.length - 1)).fill(NONE);
    for (let start = 0; start < found.length; start += 1) {
      const [head, tail] = [runs[start]!, runs[start + 1]!];
      if (head === NONE || tail === NONE) continue;
      const pair = head * 2 ** 26 + tail;
      let number = numbers.get(pair);
      if (number === undefined) {
        numbers.set(pair, (number = longer.length));
        longer.push([...keys[head]!, keys[tail]!.at(-1)!]);
      }
      found[start] = number;
    }
    return found;
  });
  return onlyFrequent({ keys: longer, at: longerAt }, least);
}

function onlyFrequent({ keys, at }: Runs, least: number): Runs {
  const counts = new Int32Array(keys.length);
  for (const runs of at) for (const run of runs) if (run !== NONE) counts[run]! += 1;
  const renumbered = new Int32Array(keys.length).fill(NONE);
  const kept: string[][] = [];
  keys.forEach((run, number) => {
    if (counts[number]! < least) return;
    renumbered[number] = kept.length;
    kept.push(run);
  });
  return {
    keys: kept,
    at: at.map((runs) => runs.map((run) => (run === NONE ? NONE : renumbered[run]!))),
  };
}
