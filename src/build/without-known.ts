// What was found may have got a file since, or been turned down.

import type { Discovery } from '../concepts/discovery/discovery.js';
import { namesOf } from '../concepts/mentions/names.js';
import { nameKey } from '../concepts/words.js';
import type { Concept } from '../model.js';

/** The discoveries that go by no name and under no address of the owner's concepts, and were not turned down. */
export function withoutKnown(
  discoveries: readonly Discovery[],
  curated: readonly Concept[],
  rejected: readonly string[],
): Discovery[] {
  const slugs = new Set(curated.map(({ slug }) => slug));
  const names = new Set([
    ...rejected.map(nameKey),
    ...curated.flatMap((concept) => namesOf(concept, []).map(({ text }) => nameKey(text))),
  ]);
  return discoveries.filter(
    ({ concept: { slug, label, aliases } }) =>
      !slugs.has(slug) && ![label, ...aliases].some((name) => names.has(nameKey(name))),
  );
}
