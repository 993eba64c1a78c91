// Offers concepts while the reader types, and beside them what search offers.

import type { SearchIndex } from '../search/search-index.js';
import { fold } from '../text/fold.js';
import { compareText } from './compare-text.js';
import type { Suggestion } from './knowledge-base.js';
import { knownConcepts, placesOf, type State } from './state.js';

export function suggest(
  state: State,
  index: SearchIndex,
  prefix: string,
  limit: number,
): Suggestion[] {
  const wanted = fold(prefix.trim());
  if (wanted === '') return [];
  const named: Suggestion[] = knownConcepts(state)
    .filter(({ label, aliases, hidden }) =>
      [label, ...aliases, ...hidden].some((name) => startsAtWord(fold(name), wanted)),
    )
    .map((concept) => ({
      concept,
      issues: new Set(placesOf(state, concept.slug).map(({ issue }) => issue)).size,
    }))
    .sort((a, b) => b.issues - a.issues || compareText(a.concept.label, b.concept.label))
    .map(({ concept }) => ({ kind: 'concept', text: concept.label, slug: concept.slug }));
  // Concepts first, but never so many that nothing else is offered.
  const most = Math.ceil(limit / 2);
  const others = index.suggest(prefix, limit - Math.min(named.length, most));
  return [...named.slice(0, limit - others.length), ...others];
}

/** "teams" begins a word of "platform teams", "eams" does not. */
function startsAtWord(name: string, prefix: string): boolean {
  return name.startsWith(prefix) || name.includes(` ${prefix}`) || name.includes(`-${prefix}`);
}
