// What the knowledge base in memory holds for related, and why.

import type { Relation } from '../concepts/relations/relation.js';
import type { IsoDay } from '../model.js';
import { parseSectionId, type ConceptSlug, type SectionId } from '../slug.js';
import { nextTurn, takeTurns } from '../turns.js';
import type { KnowledgeBase } from './knowledge-base.js';
import { entryOf, knownConcept, nearness, wasOut, type State } from './state.js';

/** So many groups of concepts are kept related. */
const MAX_GROUPS = 4;

/** @param now gives the state to answer by */
export function readRelations(now: () => State): Pick<KnowledgeBase, 'related' | 'relatedAmong'> {
  return {
    async related(to, limit, asOf) {
      // Whoever asks for several, or for more beside it, gives other requests a turn between them.
      await nextTurn();
      if (parseSectionId(to) === undefined) {
        const slug = to as ConceptSlug;
        if (knownConcept(now(), slug) === undefined) return undefined;
        const isKnown = (slug: ConceptSlug) => knownConcept(now(), slug, asOf) !== undefined;
        return (await nearness(now(), asOf)).relatedConcepts(slug, limit, isKnown);
      }
      const state = now();
      const entry = entryOf(state, to as SectionId);
      if (entry === undefined || !wasOut(entry.issue, asOf)) return undefined;
      return (await nearness(state, asOf)).relatedSections(entry.section.id, limit);
    },

    async relatedAmong(slugs, limit, asOf) {
      const state = now();
      const { among } = state.made;
      const key = [asOf ?? 'now', limit, ...slugs].join(' ');
      const known = among.get(key);
      if (known !== undefined) return known;
      const relations = relateAmong(state, slugs, limit, asOf);
      if (among.size >= MAX_GROUPS) among.clear();
      among.set(key, relations);
      return relations;
    },
  };
}

async function relateAmong(
  state: State,
  slugs: readonly ConceptSlug[],
  limit: number,
  asOf?: IsoDay,
): Promise<Map<ConceptSlug, Relation[]>> {
  const turn = takeTurns();
  const near = await nearness(state, asOf);
  const wanted = new Set(slugs.filter((slug) => knownConcept(state, slug, asOf)));
  const relations = new Map<ConceptSlug, Relation[]>();
  for (const slug of slugs) {
    const isWanted = (to: ConceptSlug) => wanted.has(to);
    const found = isWanted(slug) ? await near.relatedConcepts(slug, limit, isWanted) : [];
    relations.set(slug, found);
    await turn();
  }
  return relations;
}
