// What was found may have got a file since, or been turned down.

import type { Discovery } from '../concepts/discovery/discovery.js';
import { namesOf } from '../concepts/mentions/names.js';
import { nameKey } from '../concepts/words.js';
import type { Concept } from '../model.js';
import type { Steps } from '../turns.js';

/** The discoveries that go by no name and under no address of the owner's concepts, and were not turned down. */
export function* withoutKnown(
  discoveries: readonly Discovery[],
  curated: readonly Concept[],
  rejected: readonly string[],
): Steps<Discovery[]> {
  const slugs = new Set(curated.map(({ slug }) => slug));
  const names = new Set(rejected.map(nameKey));
  for (const concept of curated) {
    for (const { text } of namesOf(concept, [])) names.add(nameKey(text));
    yield;
  }
  return discoveries.filter(
    ({ concept: { slug, label, aliases } }) =>
      !slugs.has(slug) && ![label, ...aliases].some((name) => names.has(nameKey(name))),
  );
}
