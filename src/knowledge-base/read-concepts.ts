// What the knowledge base in memory tells of concepts and of their passages.

import { mentionsAt } from '../concepts/mentions/packed-mentions.js';
import type { Concept, IsoDay, Mention } from '../model.js';
import type { ConceptSlug } from '../slug.js';
import { nextTurn, takeTurns } from '../turns.js';
import { makeAccount } from './account.js';
import { conceptEntry } from './concept-entry.js';
import { cut } from './cut.js';
import type { KeptIssue } from './kept-issue.js';
import type { ConceptAccount, ConceptEntry, KnowledgeBase } from './knowledge-base.js';
import { byDate } from './order.js';
import {
  ages,
  byLabel,
  knownConcept,
  newest,
  placesOf,
  supersessions,
  wasOut,
  type State,
} from './state.js';

type OfConcepts = Pick<
  KnowledgeBase,
  'concept' | 'concepts' | 'account' | 'sectionsOf' | 'mentionsOf'
>;

/** So many accounts of concepts are kept, of some kilobytes each. */
const MAX_ACCOUNTS = 500;

/** @param now gives the state to answer by */
export function readConcepts(now: () => State): OfConcepts {
  return {
    async concept(slug, asOf) {
      const concept = knownConcept(now(), slug);
      return concept && conceptEntry(now(), concept, asOf);
    },

    async concepts(asOf) {
      const state = now();
      if (asOf !== undefined) return allEntries(state, asOf);
      return (state.made.concepts ??= allEntries(state));
    },

    async account(slug, asOf) {
      // It takes some 20 ms, and pages ask for more beside it.
      await nextTurn();
      const state = now();
      const concept = knownConcept(state, slug);
      if (concept === undefined) return undefined;
      if (asOf !== undefined) return accountOf(state, concept, asOf);
      const { relatedness, told } = state;
      const version = relatedness.versionOf(slug);
      const known = told.accounts.get(slug);
      if (known?.version === version) return known.account;
      if (told.accounts.size >= MAX_ACCOUNTS) told.accounts.clear();
      const account = accountOf(state, concept);
      told.accounts.set(slug, { version, account });
      account.catch(() => told.accounts.delete(slug));
      return account;
    },

    async sectionsOf(slug, { sort, page, perPage, asOf }) {
      const state = now();
      if (knownConcept(state, slug) === undefined) return undefined;
      const passages = passagesOn(state, slug, asOf);
      // Sorting keeps the order of relevance within an issue.
      if (sort !== 'relevance') passages.sort((a, b) => byDate(sort)(a.kept.facts, b.kept.facts));
      return cut(passages, { page, perPage }, ({ kept, place }) => kept.sections[place]!);
    },

    async mentionsOf(slug, request) {
      const state = now();
      if (knownConcept(state, slug) === undefined) return undefined;
      const mentions = placesOf(state, slug)
        .map(({ issue, place }) => ({ slug: issue.slug, place, age: ages(state).get(issue.slug)! }))
        .sort((a, b) => a.age - b.age || a.place - b.place)
        .flatMap(({ slug: issue, place }) =>
          mentionsIn(state, state.issues.get(issue)!, place, slug),
        );
      return cut(mentions, request, (mention) => mention);
    },
  };
}

/** Of a concept with thousands of passages each part takes a slice. */
async function accountOf(state: State, concept: Concept, asOf?: IsoDay): Promise<ConceptAccount> {
  const { slug } = concept;
  const finder = await state.linker.finder();
  const passages = passagesOn(state, slug, asOf).map(({ kept, place }) => ({
    section: kept.issue.sections[place]!,
    issue: kept.facts,
    get mentions() {
      return mentionsIn(state, kept, place, slug);
    },
  }));
  const speakers = new Set(passages.map(({ issue }) => issue.slug));
  await nextTurn();
  const out = newest(state).filter(({ facts }) => wasOut(facts, asOf));
  const archive = out.flatMap(({ facts: { slug, date } }) => (date === null ? [] : { slug, date }));
  const ofConcept = supersessions(state).filter(
    ({ by, of }) => wasOut(by, asOf) && speakers.has(by.slug) && speakers.has(of.slug),
  );
  await nextTurn();
  return makeAccount({ concept, passages, archive, supersessions: ofConcept, finder });
}

/** By label. A change that comes meanwhile is told by the next list. */
async function allEntries(state: State, asOf?: IsoDay): Promise<ConceptEntry[]> {
  const turn = takeTurns();
  const entries: ConceptEntry[] = [];
  for (const { slug } of byLabel(state)) {
    const concept = knownConcept(state, slug, asOf);
    if (concept !== undefined) entries.push(conceptEntry(state, concept, asOf));
    await turn();
  }
  return entries;
}

interface Place {
  kept: KeptIssue;
  place: number;
}

/** Those most about it first. */
function passagesOn(state: State, slug: ConceptSlug, asOf?: IsoDay): Place[] {
  return state.relatedness
    .passagesOf(slug)
    .map(({ issue, place }) => ({ kept: state.issues.get(issue.slug)!, place }))
    .filter(({ kept }) => wasOut(kept.facts, asOf));
}

function mentionsIn(
  { linker: { concepts, ranks } }: State,
  { issue, mentions }: KeptIssue,
  place: number,
  slug: ConceptSlug,
): Mention[] {
  return mentionsAt(mentions, place, issue.sections[place]!, concepts, ranks.get(slug));
}
