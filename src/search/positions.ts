// Where words stand in a section: phrases and nearness.

import { FIELDS } from './postings.js';
import type { SearchField } from './search-index.js';
import { BREAK, type ShelvedSection } from './shelf.js';

/** The words that may stand at one place of a phrase, by number. */
export type Place = ReadonlySet<number>;

/** The range of `section.words` that a field, or the whole section, takes up. */
export function rangeOf(section: ShelvedSection, field: SearchField | null): [number, number] {
  const { fieldStarts } = section;
  if (field === null) return [0, section.words.length];
  const index = FIELDS.indexOf(field);
  return [fieldStarts[index] ?? 0, fieldStarts[index + 1] ?? 0];
}

/** How often the places follow one another. */
export function countPhrase(
  section: ShelvedSection,
  places: readonly Place[],
  field: SearchField | null,
): number {
  const first = places[0];
  if (first === undefined) return 0;
  const { words } = section;
  const [from, to] = rangeOf(section, field);
  let only = -1;
  if (first.size === 1) for (const number of first) only = number;
  let count = 0;
  for (let at = from; at + places.length <= to; at += 1) {
    const word = words[at] ?? BREAK;
    if (only >= 0 ? word !== only : !first.has(word)) continue;
    let next = 1;
    while (next < places.length && places[next]!.has(words[at + next] ?? BREAK)) next += 1;
    if (next === places.length) count += 1;
  }
  return count;
}

/** How often all places are found with the first and the last at most `distance` words apart. */
export function countNear(
  section: ShelvedSection,
  places: readonly Place[],
  distance: number,
  field: SearchField | null,
): number {
  const { words } = section;
  const [from, to] = rangeOf(section, field);
  const last = new Array<number>(places.length).fill(-1);
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? BREAK;
    if (word === BREAK) {
      last.fill(-1);
      continue;
    }
    let seen = false;
    for (let place = 0; place < places.length; place += 1) {
      if (!places[place]!.has(word)) continue;
      last[place] = at;
      seen = true;
    }
    if (!seen) continue;
    let earliest = at;
    for (const position of last) earliest = Math.min(earliest, position);
    if (earliest >= 0 && at - earliest <= distance) count += 1;
  }
  return count;
}
