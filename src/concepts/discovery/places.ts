// Where the candidates for concepts stand in an archive.

import type { Candidate } from './candidate.js';
import type { Stretch } from './reading.js';

/** Where a candidate stands in a section's text. */
export interface Place {
  section: Stretch['section'];
  start: number;
  end: number;
}

/** In the texts, not in headings; by the candidate's key, in reading order. */
export function placesOf(
  stretches: readonly Stretch[],
  chosen: readonly { candidate: Candidate }[],
): Map<string, Place[]> {
  const places = new Map<string, Place[]>(chosen.map(({ candidate }) => [keyOf(candidate), []]));
  const firsts = new Map<string, Set<number>>();
  for (const { candidate } of chosen) {
    const [first] = candidate.keys;
    firsts.set(first!, (firsts.get(first!) ?? new Set()).add(candidate.keys.length));
  }
  for (const { section, place, keys, starts, ends } of stretches) {
    if (place === 'heading') continue;
    keys.forEach((key, start) => {
      for (const length of firsts.get(key) ?? []) {
        if (start + length > keys.length) continue;
        const found = places.get(keys.slice(start, start + length).join(' '));
        found?.push({ section, start: starts[start]!, end: ends[start + length - 1]! });
      }
    });
  }
  return places;
}

/** Every candidate has one. */
export function keyOf({ keys }: Candidate): string {
  return keys.join(' ');
}
