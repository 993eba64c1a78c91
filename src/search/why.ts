// Says why a section was found, and which of the archive's words to mark in it.

import { countNear, countPhrase, rangeOf, withPlaces } from './positions.js';
import { FIELDS } from './fields.js';
import type { Leaf } from './leaf.js';
import type { MatchKind, Reason } from './search-index.js';
import type { ShelvedSection } from './shelf.js';

/** One reason for each leaf and field, with the surest kind of match. */
export function reasons(section: ShelvedSection, leaves: readonly Leaf[], bits: number): Reason[] {
  const found: Reason[] = [];
  for (const leaf of leaves) {
    if (leaf.excluded || (bits & leaf.bit) === 0) continue;
    for (const field of FIELDS) {
      if (leaf.field !== null && leaf.field !== field) continue;
      const match = matchIn(section, leaf, field);
      if (match !== undefined) found.push({ term: leaf.written, field, match });
    }
  }
  return found;
}

/** What each word of the archive says about the question, by the word's number. */
export function wordWeights(leaves: readonly Leaf[], idfs: readonly number[]): Map<number, number> {
  const weights = new Map<number, number>();
  leaves.forEach((leaf, index) => {
    if (leaf.excluded) return;
    const idf = idfs[index] ?? 0;
    if (leaf.kind === 'word')
      for (const number of leaf.words.keys()) weights.set(number, idf + 0.1);
    else
      for (const place of leaf.places) for (const number of place) weights.set(number, idf + 0.1);
  });
  return weights;
}

const SUREST: MatchKind[] = ['phrase', 'exact', 'stem', 'prefix', 'synonym', 'fuzzy'];

function matchIn(
  section: ShelvedSection,
  leaf: Leaf,
  field: (typeof FIELDS)[number],
): MatchKind | undefined {
  const { words } = section;
  const [from, to] = rangeOf(section, field);
  if (leaf.kind !== 'word') {
    const { places } = leaf;
    const found = withPlaces(places, () =>
      leaf.kind === 'phrase'
        ? countPhrase(words, from, to, places.length)
        : countNear(words, from, to, places.length, leaf.distance),
    );
    if (found === 0) return undefined;
    return leaf.kind === 'phrase' && leaf.covers !== undefined ? 'synonym' : 'phrase';
  }
  let surest: MatchKind | undefined;
  for (let at = from; at < to; at += 1) {
    const match = leaf.words.get(words[at]!)?.match;
    if (match === undefined) continue;
    if (surest === undefined || SUREST.indexOf(match) < SUREST.indexOf(surest)) surest = match;
  }
  return surest;
}
