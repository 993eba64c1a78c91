import type { KnowledgeBase, Suggestion } from '../knowledge-base/knowledge-base.js';
import type { Page } from '../model.js';
import { urls } from '../urls.js';
import { atMost, readParameters, optional, type Parameters } from './parameters.js';

/** Something to offer while the reader types, and where it leads. */
export type SuggestionItem = Suggestion & { url: string };

const LIMIT = 8;

export async function makeSuggestPage(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<Page<SuggestionItem>> {
  const { q } = readParameters({ q: optional(atMost(200), '') }, given);
  const suggestions = q.trim() === '' ? [] : await kb.suggest(q, LIMIT);
  const items = suggestions.map((suggestion) => ({ ...suggestion, url: urlOf(suggestion) }));
  return { total: items.length, page: 1, perPage: LIMIT, items };
}

function urlOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'concept':
      return urls.concept(suggestion.slug);
    case 'heading':
      return urls.section(suggestion.id);
    case 'word':
      return urls.search({ q: suggestion.text });
  }
}
