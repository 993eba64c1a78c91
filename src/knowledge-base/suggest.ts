// Offers concepts while the reader types, and beside them what search offers.

import type { SearchIndex } from '../search/search-index.js';
import { fold } from '../text/fold.js';
import { inTurns } from '../turns.js';
import { compareText } from './compare-text.js';
import { conceptEntry } from './concept-entry.js';
import type { Suggestion } from './knowledge-base.js';
import { gatherBeginnings, namedSo } from './name-beginnings.js';
import { knownConcept, type State } from './state.js';

export async function suggest(
  state: State,
  index: SearchIndex,
  prefix: string,
  limit: number,
): Promise<Suggestion[]> {
  const wanted = fold(prefix.trim());
  if (wanted === '') return [];
  const beginnings = await (state.beginnings ??= inTurns(gatherBeginnings(state.linker.concepts)));
  const named: Suggestion[] = [...namedSo(beginnings, wanted)]
    .filter(({ slug }) => knownConcept(state, slug) !== undefined)
    .map((concept) => ({ concept, issues: conceptEntry(state, concept).issueCount }))
    .sort((a, b) => b.issues - a.issues || compareText(a.concept.label, b.concept.label))
    .map(({ concept }) => ({ kind: 'concept', text: concept.label, slug: concept.slug }));
  // Concepts first, but never so many that nothing else is offered.
  const most = Math.ceil(limit / 2);
  const others = index.suggest(prefix, limit - Math.min(named.length, most));
  return [...named.slice(0, limit - others.length), ...others];
}
