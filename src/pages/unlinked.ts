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
  const mentions = (await kb.account(slug))?.unlinked ?? [];
  const words = new Map(mentions.map(({ section, words }) => [section, words]));
  return (await kb.sections([...words.keys()])).map(({ section, issue }) => ({
    url: urls.section(section.id),
    heading: section.heading,
    issue: issueRef(issue),
    words: words.get(section.id)!,
  }));
}
