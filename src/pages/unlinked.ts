// The sections that name a concept only where no link may stand: in a heading,
// in code, in a quoted title.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { ConceptSlug } from '../slug.js';
import { urls } from '../urls.js';
import { issueRef, type IssueRef } from './issue-item.js';

export interface UnlinkedMention {
  url: string;
  heading: string;
  issue: IssueRef;
  /** As it is written there. */
  words: string;
}

export async function unlinkedMentions(
  kb: KnowledgeBase,
  slug: ConceptSlug,
): Promise<UnlinkedMention[]> {
  const found: UnlinkedMention[] = [];
  for (const mention of (await kb.account(slug))?.unlinked ?? []) {
    // It may have gone meanwhile, or have another id.
    const entry = await kb.section(mention.section);
    if (entry === undefined) continue;
    const { id, heading } = entry.section;
    const issue = issueRef(entry.issue);
    found.push({ url: urls.section(id), heading, issue, words: mention.words });
  }
  return found;
}
