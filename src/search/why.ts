// Says why a section was found.

import { firstLeaf, type AskedWords } from './asked-words.js';
import { FIELDS } from './fields.js';
import type { Leaf } from './leaf.js';
import { countNear, countPhrase, rangeOf, withPlaces } from './positions.js';
import type { MatchKind, Reason } from './search-index.js';
import type { ShelvedSection } from './shelf.js';

/** One reason for each leaf and field, with the surest kind of match. `bits`: the leaves that the section has. */
export function reasons(section: ShelvedSection, asked: AskedWords, bits: number): Reason[] {
  const leaves = asked.leaves.filter((leaf) => (bits & leaf.bit) !== 0);
  const byWord = FIELDS.map((field) => wordMatches(section, leaves, field, asked));
  return leaves.flatMap((leaf) =>
    FIELDS.flatMap((field, index): Reason[] => {
      if (leaf.field !== null && leaf.field !== field) return [];
      const match =
        leaf.kind === 'word' ? byWord[index]!.get(leaf.bit) : passageMatch(section, leaf, field);
      return match === undefined ? [] : [{ term: leaf.written, field, match }];
    }),
  );
}

const SUREST: MatchKind[] = ['phrase', 'exact', 'stem', 'prefix', 'synonym', 'fuzzy'];

/** By the bit of its leaf, the surest match of each word asked for. */
function wordMatches(
  section: ShelvedSection,
  leaves: readonly Leaf[],
  field: (typeof FIELDS)[number],
  asked: AskedWords,
): Map<number, MatchKind> {
  const found = new Map<number, MatchKind>();
  const byBit = new Map(leaves.map((leaf) => [firstLeaf(leaf.bit), leaf]));
  const { words } = section;
  const [from, to] = rangeOf(section, field);
  for (let at = from; at < to; at += 1) {
    for (let left = asked.bits[words[at]!] ?? 0; left !== 0; left &= left - 1) {
      const leaf = byBit.get(firstLeaf(left));
      if (leaf?.kind !== 'word') continue;
      const match = leaf.words.get(words[at]!)!.match;
      const before = found.get(leaf.bit);
      if (before === undefined || SUREST.indexOf(match) < SUREST.indexOf(before))
        found.set(leaf.bit, match);
    }
  }
  return found;
}

function passageMatch(
  section: ShelvedSection,
  leaf: Leaf & { kind: 'phrase' | 'near' },
  field: (typeof FIELDS)[number],
): MatchKind | undefined {
  const { words } = section;
  const [from, to] = rangeOf(section, field);
  const { places } = leaf;
  const found = withPlaces(places, () =>
    leaf.kind === 'phrase'
      ? countPhrase(words, from, to, places.length)
      : countNear(words, from, to, places.length, leaf.distance),
  );
  if (found === 0) return undefined;
  return leaf.kind === 'phrase' && leaf.covers !== undefined ? 'synonym' : 'phrase';
}
