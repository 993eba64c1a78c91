// What the links that people put in an archive by hand teach: other names of a
// concept. Which mentions deserve a link they teach too; see link-gate.ts.

import type { ConceptSlug } from '../../slug.js';
import { nameKey } from '../words.js';
import type { HandLink } from './hand-links.js';

/** A name longer than this is a phrase that was linked once, not a name. */
const MAX_WORDS = 5;
/** "here", "this guide", "more": words of linking, which name nothing. */
const LINK_TALK =
  /^(?:(?:click|see|read|learn|find)\b.*|here|this|that|it|more|link|source|docs?|page|(?:this|the) (?:page|post|article|guide|link)|.* (?:definition|description|pattern|page|here))$/iu;

/** The names by which hand-made links call concepts: each to the concept that most of its links lead to. */
export function learnNames(links: readonly HandLink[]): Map<ConceptSlug, string[]> {
  const votes = new Map<string, { words: string; targets: Map<ConceptSlug, number> }>();
  for (const { words, target } of links) {
    const text = words.replace(/\s+/gu, ' ').trim();
    const key = nameKey(text);
    if (key === '' || LINK_TALK.test(text) || text.split(' ').length > MAX_WORDS) continue;
    const vote = votes.get(key) ?? { words: text, targets: new Map<ConceptSlug, number>() };
    votes.set(key, vote);
    vote.targets.set(target, (vote.targets.get(target) ?? 0) + 1);
  }
  const names = new Map<ConceptSlug, string[]>();
  for (const { words, targets } of votes.values()) {
    const total = [...targets.values()].reduce((sum, count) => sum + count, 0);
    for (const [target, count] of targets)
      if (count > total / 2) names.set(target, [...(names.get(target) ?? []), words]);
  }
  return names;
}
