// Offers concepts while the reader types, and beside them what search offers.

import type { Concept } from '../model.js';
import type { SearchIndex } from '../search/search-index.js';
import { fold } from '../text/fold.js';
import { compareText } from './compare-text.js';
import { conceptEntry } from './concept-entry.js';
import type { Suggestion } from './knowledge-base.js';
import { knownConcept, type State } from './state.js';

export function suggest(
  state: State,
  index: SearchIndex,
  prefix: string,
  limit: number,
): Suggestion[] {
  const wanted = fold(prefix.trim());
  if (wanted === '') return [];
  const within = [` ${wanted}`, `-${wanted}`];
  // "teams" begins a word of "platform teams", "eams" does not.
  const isNamed = (concept: Concept) =>
    foldedNames(concept).some(
      (name) => name.startsWith(wanted) || within.some((start) => name.includes(start)),
    );
  const named: Suggestion[] = state.linker.concepts
    .filter((concept) => isNamed(concept) && knownConcept(state, concept.slug) !== undefined)
    .map((concept) => ({ concept, issues: conceptEntry(state, concept).issueCount }))
    .sort((a, b) => b.issues - a.issues || compareText(a.concept.label, b.concept.label))
    .map(({ concept }) => ({ kind: 'concept', text: concept.label, slug: concept.slug }));
  // Concepts first, but never so many that nothing else is offered.
  const most = Math.ceil(limit / 2);
  const others = index.suggest(prefix, limit - Math.min(named.length, most));
  return [...named.slice(0, limit - others.length), ...others];
}

/** A vocabulary may have tens of thousands, and somebody asks with every letter that they type. */
const folded = new WeakMap<Concept, string[]>();

function foldedNames(concept: Concept): string[] {
  const known = folded.get(concept);
  if (known !== undefined) return known;
  const names = [concept.label, ...concept.aliases, ...concept.hidden].map(fold);
  folded.set(concept, names);
  return names;
}
