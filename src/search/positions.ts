// Where words stand in a section: phrases and nearness.

import { BREAK } from './fields.js';

/** The words that may stand at one place of a phrase, by number. */
export type Place = ReadonlySet<number>;

/** A place is a bit. */
export const MAX_PLACES = 32;

/** By word number, the places it may stand at, a bit each. One leaf's at a time. */
let placeBits = new Uint32Array(1024);

/**
 * Runs `look` with the places at hand for `countPhrase` and `countNear`.
 *
 * @param size above the numbers of all words that are looked at
 */
export function withPlaces<Found>(
  places: readonly Place[],
  size: number,
  look: () => Found,
): Found {
  if (placeBits.length < size) placeBits = new Uint32Array(size);
  for (const [index, place] of places.entries())
    for (const word of place) placeBits[word]! |= 1 << index;
  try {
    return look();
  } finally {
    for (const place of places) for (const word of place) placeBits[word] = 0;
  }
}

/** How often `count` places follow one another from `from` to `to` (exclusive); within `withPlaces`. */
export function countPhrase(words: Uint32Array, from: number, to: number, count: number): number {
  if (count === 0) return 0;
  const bits = placeBits;
  const last = to - count;
  let found = 0;
  for (let at = from; at <= last; at += 1) {
    // Nearly always so: a text is read as fast as this line.
    if ((bits[words[at]!]! & 1) === 0) continue;
    let next = 1;
    while (next < count && (bits[words[at + next]!]! & (1 << next)) !== 0) next += 1;
    if (next === count) found += 1;
  }
  return found;
}

/** Where each place was last found. */
const lastAt = new Int32Array(MAX_PLACES);

/** How often `count` places are found with the first and the last at most `distance` words apart; within `withPlaces`. */
export function countNear(
  words: Uint32Array,
  from: number,
  to: number,
  count: number,
  distance: number,
): number {
  const bits = placeBits;
  lastAt.fill(-1, 0, count);
  let found = 0;
  for (let at = from; at < to; at += 1) {
    const word = words[at]!;
    if (word === BREAK) {
      lastAt.fill(-1, 0, count);
      continue;
    }
    const places = bits[word]!;
    if (places === 0) continue;
    let earliest = at;
    for (let place = 0; place < count; place += 1) {
      if ((places & (1 << place)) !== 0) lastAt[place] = at;
      if (lastAt[place]! < earliest) earliest = lastAt[place]!;
    }
    if (earliest >= 0 && at - earliest <= distance) found += 1;
  }
  return found;
}
