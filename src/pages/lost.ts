// Where somebody may have wanted to go who asked for an address that is not there.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { SectionId } from '../slug.js';
import { takeTurns } from '../turns.js';
import { urls } from '../urls.js';
import type { ConceptRef } from './concept-item.js';
import { everyIssue } from './every-issue.js';
import { issueRef, type IssueRef } from './issue-item.js';
import { likenessTo } from './likeness.js';

export interface Nearby {
  concepts: ConceptRef[];
  issues: IssueRef[];
  /** Sections that hold the words. */
  sections: { id: SectionId; url: string; heading: string; issue: IssueRef }[];
}

const EACH = 3;
/** Below it, names look alike by chance. */
const LIKE = 0.4;

/** Likest first. @param words those of the address. */
export async function findNearby(kb: KnowledgeBase, words: string): Promise<Nearby> {
  if (words === '') return { concepts: [], issues: [], sections: [] };
  return {
    concepts: await conceptsLike(kb, words),
    issues: (await likest(words, await everyIssue(kb), ({ slug, title }) => [slug, title])).map(
      issueRef,
    ),
    sections: await sectionsWith(kb, words),
  };
}

/** Concepts with a name like this, likest first. */
export async function conceptsLike(kb: KnowledgeBase, words: string): Promise<ConceptRef[]> {
  const concepts = (await kb.concepts()).map(({ concept }) => concept);
  const likely = await likest(words, concepts, ({ slug, label, aliases }) => [
    slug,
    label,
    ...aliases,
  ]);
  return likely.map(({ slug, label }) => ({ slug, label }));
}

async function likest<Named>(
  words: string,
  all: readonly Named[],
  namesOf: (one: Named) => string[],
): Promise<Named[]> {
  const turn = takeTurns();
  const likeness = likenessTo(words);
  const found: { one: Named; like: number }[] = [];
  for (const one of all) {
    const like = Math.max(...namesOf(one).map(likeness));
    if (like >= LIKE) found.push({ one, like });
    await turn();
  }
  return found
    .sort((a, b) => b.like - a.like)
    .slice(0, EACH)
    .map(({ one }) => one);
}

async function sectionsWith(kb: KnowledgeBase, words: string): Promise<Nearby['sections']> {
  const { hits } = await kb.search({
    ...{ q: words, concepts: [], years: [], publications: [], authors: [], languages: [] },
    ...{ sort: 'relevance', page: 1, perPage: EACH },
  });
  const entries = await kb.sections(hits.map(({ id }) => id));
  return entries.map(({ section, issue }) => ({
    id: section.id,
    url: urls.section(section.id),
    heading: section.heading,
    issue: issueRef(issue),
  }));
}
