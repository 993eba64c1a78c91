// What was found may have got a file since.

import type { Discovery } from '../concepts/discovery.js';
import { namesOf } from '../concepts/names.js';
import { nameKey } from '../concepts/words.js';
import type { Concept } from '../model.js';

/** The concepts found, without those that go by a name or under an address of the owner's concepts. */
export function withoutKnown(
  discoveries: readonly Discovery[],
  curated: readonly Concept[],
): Concept[] {
  const slugs = new Set(curated.map(({ slug }) => slug));
  const names = new Set(
    curated.flatMap((concept) => namesOf(concept, []).map(({ text }) => nameKey(text))),
  );
  return discoveries
    .map(({ concept }) => concept)
    .filter(
      ({ slug, label, aliases }) =>
        !slugs.has(slug) && ![label, ...aliases].some((name) => names.has(nameKey(name))),
    );
}
