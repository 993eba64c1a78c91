// Where words stand in a section: phrases and nearness.

import { BREAK } from './fields.js';

/** The words that may stand at one place of a phrase, by number. */
export type Place = ReadonlySet<number>;

/** By word number, the places it may stand at, a bit each. One leaf's at a time. */
let placeBits = new Uint32Array(1024);

/** Runs `look` with the places at hand for `countPhrase` and `countNear`. */
export function withPlaces<Found>(places: readonly Place[], look: () => Found): Found {
  setPlaces(places, (index) => 1 << index);
  try {
    return look();
  } finally {
    setPlaces(places, () => 0);
  }
}

function setPlaces(places: readonly Place[], bitsOf: (index: number) => number): void {
  for (const [index, place] of places.entries()) {
    for (const word of place) {
      if (word >= placeBits.length) {
        const larger = new Uint32Array(word * 2);
        larger.set(placeBits);
        placeBits = larger;
      }
      const bits = bitsOf(index);
      placeBits[word] = bits === 0 ? 0 : placeBits[word]! | bits;
    }
  }
}

/** How often `count` places follow one another from `from` to `to` (exclusive); within `withPlaces`. */
export function countPhrase(words: Uint32Array, from: number, to: number, count: number): number {
  let found = 0;
  for (let at = from; at + count <= to; at += 1) {
    let next = 0;
    while (next < count && ((placeBits[words[at + next]!] ?? 0) & (1 << next)) !== 0) next += 1;
    if (next === count && count > 0) found += 1;
  }
  return found;
}

/** How often `count` places are found with the first and the last at most `distance` words apart; within `withPlaces`. */
export function countNear(
  words: Uint32Array,
  from: number,
  to: number,
  count: number,
  distance: number,
): number {
  const last = new Int32Array(count).fill(-1);
  let found = 0;
  for (let at = from; at < to; at += 1) {
    const word = words[at]!;
    if (word === BREAK) {
      last.fill(-1);
      continue;
    }
    const bits = placeBits[word] ?? 0;
    if (bits === 0) continue;
    let earliest = at;
    for (let place = 0; place < count; place += 1) {
      if ((bits & (1 << place)) !== 0) last[place] = at;
      earliest = Math.min(earliest, last[place]!);
    }
    if (earliest >= 0 && at - earliest <= distance) found += 1;
  }
  return found;
}
