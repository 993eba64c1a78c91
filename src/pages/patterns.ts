// What the style page shows: the pieces of the pages, with what this archive holds.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { mainConcepts, makeIndex, type IndexEntry } from './concepts.js';
import { makeConceptAnswer, type ConceptAnswer } from './concept.js';
import { issueItem, type IssueItem } from './issue-item.js';
import { readParameters, type Parameters } from './parameters.js';
import { makeSearchPage, type SearchPage } from './search.js';
import { chartOf, type Chart } from './shares.js';

export interface PatternsPage {
  /** Entries of the main concepts, with a “see” among them where there is one. */
  entries: IndexEntry[];
  issues: IssueItem[];
  /** Null in an archive without concepts. */
  concept: ConceptAnswer | null;
  chart: Chart | null;
  search: SearchPage;
}

export async function makePatternsPage(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<PatternsPage> {
  readParameters({}, given);
  const main = mainConcepts(await kb.concepts(), 8);
  const [first] = main;
  const concept = first && (await makeConceptAnswer(kb, first.concept.slug, {}));
  const issues = await kb.issues({ page: 1, perPage: 3 });
  return {
    entries: (await makeIndex(main)).slice(0, 10),
    issues: issues.items.map(issueItem),
    concept: concept ?? null,
    chart: concept && concept.time.shares.length > 0 ? chartOf(concept.time.shares) : null,
    search: await makeSearchPage(kb, { q: first?.concept.label ?? '' }),
  };
}
