// A quoted sentence as pages show it, with the place that it is quoted from.

import type { KnowledgeBase, Quote } from '../knowledge-base/knowledge-base.js';
import { urls } from '../urls.js';
import { issueRef, type IssueRef } from './issue-item.js';

export interface QuoteItem extends Quote {
  url: string;
  heading: string;
  issue: IssueRef;
}

/** In the same order; a section can be gone between two questions, its quote is then left out. */
export async function quoteItems(
  kb: KnowledgeBase,
  quotes: readonly Quote[],
): Promise<QuoteItem[]> {
  const items = await Promise.all(
    quotes.map(async (quote) => {
      const entry = await kb.section(quote.section);
      return (
        entry && {
          ...quote,
          url: urls.section(quote.section),
          heading: entry.section.heading,
          issue: issueRef(entry.issue),
        }
      );
    }),
  );
  return items.filter((item) => item !== undefined);
}
