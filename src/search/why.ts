// Says why a section was found.

import type { AskedWords } from './asked-words.js';
import { FIELDS } from './fields.js';
import type { Leaf } from './leaf.js';
import { countNear, countPhrase, withPlaces } from './positions.js';
import { isSynonym } from './proximity.js';
import type { Run } from './runs.js';
import type { MatchKind, Reason } from './search-index.js';
import type { ShelvedSection } from './shelf.js';

/** One reason for each leaf and field, with the surest kind of match. `bits`: the leaves that the section has. */
export function reasons(section: ShelvedSection, asked: AskedWords, bits: number): Reason[] {
  const leaves = asked.leaves.filter((leaf) => (bits & leaf.bit) !== 0);
  const { run } = section;
  const byWord = FIELDS.map((_, field) => wordMatches(run, leaves, field, asked));
  return leaves.flatMap((leaf) =>
    FIELDS.flatMap((name, field): Reason[] => {
      if (leaf.field !== null && leaf.field !== name) return [];
      const match =
        leaf.kind === 'word' ? byWord[field]!.get(leaf.bit) : passageMatch(run, leaf, field, asked);
      return match === undefined ? [] : [{ term: leaf.written, field: name, match }];
    }),
  );
}

const SUREST: MatchKind[] = ['phrase', 'exact', 'stem', 'prefix', 'synonym', 'fuzzy'];

/** By the bit of its leaf, the surest match of each word asked for. */
function wordMatches(
  { words, fieldStarts }: Run,
  leaves: readonly Leaf[],
  field: number,
  { bits }: AskedWords,
): Map<number, MatchKind> {
  const found = new Map<number, MatchKind>();
  const to = fieldStarts[field + 1]!;
  for (let at = fieldStarts[field]!; at < to; at += 1) {
    const answers = bits[words[at]!]!;
    if (answers === 0) continue;
    for (const leaf of leaves) {
      if ((answers & leaf.bit) === 0 || leaf.kind !== 'word') continue;
      const { match } = leaf.words.get(words[at]!)!;
      const before = found.get(leaf.bit);
      if (before === undefined || SUREST.indexOf(match) < SUREST.indexOf(before))
        found.set(leaf.bit, match);
    }
  }
  return found;
}

function passageMatch(
  { words, fieldStarts }: Run,
  leaf: Leaf & { kind: 'phrase' | 'near' },
  field: number,
  { bits }: AskedWords,
): MatchKind | undefined {
  const [from, to] = [fieldStarts[field]!, fieldStarts[field + 1]!];
  const { places } = leaf;
  const found = withPlaces(places, bits.length, () =>
    leaf.kind === 'phrase'
      ? countPhrase(words, from, to, places.length)
      : countNear(words, from, to, places.length, leaf.distance),
  );
  if (found === 0) return undefined;
  return isSynonym(leaf) ? 'synonym' : 'phrase';
}
