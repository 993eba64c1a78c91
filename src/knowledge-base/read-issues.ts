// What the knowledge base in memory tells of issues and sections.

import { countMentions } from '../concepts/mentions/packed-mentions.js';
import { cut } from './cut.js';
import type { Counts, KnowledgeBase } from './knowledge-base.js';
import { entryOf, knownConcepts, newest, supersessions, type State } from './state.js';

type OfIssues = Pick<
  KnowledgeBase,
  'issue' | 'issues' | 'neighbours' | 'section' | 'sections' | 'counts'
>;

/** @param now gives the state to answer by */
export function readIssues(now: () => State): OfIssues {
  return {
    async issue(slug) {
      const kept = now().issues.get(slug);
      if (kept === undefined) return undefined;
      const all = supersessions(now());
      return {
        issue: kept.issue,
        sections: kept.sections,
        supersedes: all.filter(({ by }) => by.slug === slug).map(({ of }) => of),
        supersededBy: all.filter(({ of }) => of.slug === slug).map(({ by }) => by),
      };
    },

    async issues({ page, perPage, year }) {
      const all = newest(now());
      const wanted =
        year === undefined ? all : all.filter(({ facts }) => facts.date?.startsWith(`${year}-`));
      return cut(wanted, { page, perPage }, ({ summary }) => summary);
    },

    async neighbours(slug) {
      const own = now().issues.get(slug)?.facts;
      if (own === undefined) return {};
      // Of an issue without a date nobody knows whether it came before a dated one.
      const row = newest(now()).filter(
        ({ facts }) =>
          facts.publication === own.publication && (facts.date === null) === (own.date === null),
      );
      const place = row.findIndex(({ facts }) => facts.slug === slug);
      const previous = row[place + 1];
      const next = row[place - 1];
      return {
        ...(previous && { previous: previous.summary }),
        ...(next && { next: next.summary }),
      };
    },

    async section(id) {
      return entryOf(now(), id);
    },

    async sections(ids) {
      return ids.flatMap((id) => entryOf(now(), id) ?? []);
    },

    async counts() {
      const state = now();
      return (state.made.counts ??= count(state));
    },
  };
}

function count(state: State): Counts {
  let mentions = 0;
  for (const issue of state.issues.values()) mentions += countMentions(issue.mentions);
  return {
    issues: state.issues.size,
    sections: state.sections.size,
    concepts: knownConcepts(state).length,
    mentions,
  };
}
