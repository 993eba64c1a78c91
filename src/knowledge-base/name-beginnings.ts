// Which concepts have a name, or a word in one, that begins with some letters: of
// tens of thousands of names, asked with every letter that somebody types.

import type { Concept } from '../model.js';
import { fold } from '../text/fold.js';
import type { Steps } from '../turns.js';

/** By the first two letters, the names and the ends of names that begin with them, and whose they are. */
export type NameBeginnings = ReadonlyMap<string, readonly NameEnd[]>;

interface NameEnd {
  /** Folded. */
  text: string;
  concept: Concept;
}

const LETTERS = 2;

export function* gatherBeginnings(concepts: readonly Concept[]): Steps<NameBeginnings> {
  const beginnings = new Map<string, NameEnd[]>();
  for (const concept of concepts) {
    for (const name of [concept.label, ...concept.aliases, ...concept.hidden].map(fold)) {
      for (const text of endsOf(name)) {
        const key = text.slice(0, LETTERS);
        const same = beginnings.get(key);
        if (same === undefined) beginnings.set(key, [{ text, concept }]);
        else same.push({ text, concept });
      }
    }
    yield;
  }
  return beginnings;
}

/** @param wanted folded, and not empty */
export function namedSo(beginnings: NameBeginnings, wanted: string): Set<Concept> {
  const found = new Set<Concept>();
  for (const [key, ends] of beginnings) {
    if (!key.startsWith(wanted.slice(0, LETTERS))) continue;
    for (const { text, concept } of ends) if (text.startsWith(wanted)) found.add(concept);
  }
  return found;
}

/** "teams" begins a word of "platform teams", "eams" does not. */
function* endsOf(name: string): Iterable<string> {
  yield name;
  for (const { index } of name.matchAll(/[ -]/g)) yield name.slice(index + 1);
}
