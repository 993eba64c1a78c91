// What the search form offers while the reader types: names to go to, operators
// to complete the question with, and the best passages.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { urls } from '../urls.js';
import { issueRef, type IssueRef } from './issue-item.js';
import { operatorsFor, type OperatorItem } from './operators.js';
import { atMost, oneOf, readParameters, optional, type Parameters } from './parameters.js';
import { makeSuggestPage, type SuggestionItem } from './suggest.js';

export interface SuggestionsPage {
  names: SuggestionItem[];
  operators: OperatorItem[];
  /** The best of the result; empty when none were asked for. */
  passages: { heading: string; url: string; issue: IssueRef }[];
  /** All that the question finds; null when no passages were asked for. */
  total: number | null;
  /** The whole result. */
  searchUrl: string;
}

/** More are not taken in at a glance. */
const MAX_NAMES = 5;
const MAX_PASSAGES = 5;

export async function makeSuggestionsPage(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<SuggestionsPage> {
  const { q, passages } = readParameters(
    {
      q: optional(atMost(200), ''),
      passages: oneOf(['no', 'yes']),
    },
    given,
  );
  const operators = await operatorsFor(kb, q);
  const found = passages === 'yes' ? await best(kb, q) : { passages: [], total: null };
  return {
    names: await namesFor(kb, q, operators, found.passages),
    operators,
    ...found,
    searchUrl: urls.search({ q }),
  };
}

/** None where the value of an operator is typed, and no heading that is among the passages. */
async function namesFor(
  kb: KnowledgeBase,
  q: string,
  operators: readonly OperatorItem[],
  passages: SuggestionsPage['passages'],
): Promise<SuggestionItem[]> {
  if (operators.some(({ value }) => value !== null)) return [];
  const { items } = await makeSuggestPage(kb, { q });
  const headings = new Set(passages.map(({ heading }) => heading));
  return items
    .filter(({ kind, text }) => kind === 'concept' || (kind === 'heading' && !headings.has(text)))
    .slice(0, MAX_NAMES);
}

async function best(
  kb: KnowledgeBase,
  q: string,
): Promise<Pick<SuggestionsPage, 'passages' | 'total'>> {
  if (q.trim() === '') return { passages: [], total: null };
  const filters = { concepts: [], years: [], publications: [], authors: [], languages: [] };
  const request = { sort: 'relevance' as const, page: 1, perPage: MAX_PASSAGES };
  const result = await kb.search({ q, ...filters, ...request });
  const entries = await kb.sections(result.hits.map(({ id }) => id));
  const passages = entries.map(({ section, issue }) => ({
    heading: section.heading,
    url: urls.section(section.id, { q }),
    issue: issueRef(issue),
  }));
  return { passages, total: result.total };
}
