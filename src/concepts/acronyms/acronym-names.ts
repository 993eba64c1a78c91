// The acronyms that an archive defines, as further names of its concepts.

import type { Concept } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import type { Steps } from '../../turns.js';
import { namesOf } from '../mentions/names.js';
import { nameKey } from '../words.js';
import { findAcronyms } from './acronyms.js';

export interface Acronym {
  short: string;
  /** As it is most often spelt out. */
  long: string;
  /** How many texts define it so. */
  texts: number;
}

/**
 * The acronyms that texts define, by their letters, each with the words that
 * most texts spell it out with. One that stands for different things in equal
 * measure is left out.
 */
export function gatherAcronyms(texts: Iterable<string>): Acronym[] {
  const bySpelling = new Map<string, Map<string, Acronym>>();
  for (const text of texts) {
    for (const { short, long } of findAcronyms(text)) {
      if (!isName(short)) continue;
      const meanings = bySpelling.get(nameKey(short)) ?? new Map<string, Acronym>();
      bySpelling.set(nameKey(short), meanings);
      const known = meanings.get(nameKey(long));
      if (known === undefined) meanings.set(nameKey(long), { short, long, texts: 1 });
      else known.texts += 1;
    }
  }
  return [...bySpelling.values()].flatMap((meanings) => {
    const [first, second] = [...meanings.values()].sort((a, b) => b.texts - a.texts);
    return first !== undefined && first.texts > (second?.texts ?? 0) ? [first] : [];
  });
}

/** The concepts with the acronyms that the archive defines for them among their aliases. */
export function* withAcronyms(
  concepts: readonly Concept[],
  acronyms: readonly Acronym[],
): Steps<Concept[]> {
  const names = yield* acronymNames(concepts, acronyms);
  return concepts.map((concept) => {
    const found = names.get(concept.slug);
    return found === undefined ? concept : { ...concept, aliases: [...concept.aliases, ...found] };
  });
}

/** The other half of an acronym's definition, for each concept that has one half as a name. */
export function* acronymNames(
  concepts: readonly Concept[],
  acronyms: readonly Acronym[],
): Steps<Map<ConceptSlug, string[]>> {
  const owners = new Map<string, Set<ConceptSlug>>();
  for (const concept of concepts) {
    for (const { text } of namesOf(concept, [])) {
      const key = nameKey(text);
      owners.set(key, (owners.get(key) ?? new Set()).add(concept.slug));
    }
    yield;
  }
  const names = new Map<ConceptSlug, string[]>();
  for (const { short, long } of acronyms) {
    for (const [name, other] of [
      [short, long],
      [long, short],
    ] as const) {
      const [owner, ...rivals] = owners.get(nameKey(name)) ?? [];
      // A name that some concept has already is not given to another.
      if (owner === undefined || rivals.length > 0 || owners.has(nameKey(other))) continue;
      names.set(owner, [...(names.get(owner) ?? []), other]);
    }
  }
  return names;
}

/** At least two letters, and a capital that is not only the first: "(with)" and "(See)" are words. */
function isName(short: string): boolean {
  return /\p{L}.*\p{L}/u.test(short) && /.\p{Lu}|\p{N}\p{Lu}/u.test(short);
}
