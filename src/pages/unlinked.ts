// The sections that name a concept only where no link may stand: in a heading,
// in code, in a quoted title.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Mention } from '../model.js';
import type { ConceptSlug, SectionId } from '../slug.js';
import { urls } from '../urls.js';
import { issueRef, type IssueRef } from './issue-item.js';

export interface UnlinkedMention {
  url: string;
  heading: string;
  issue: IssueRef;
  /** As it is written there. */
  words: string;
}

/** A list of them is for looking through, and none is worth more than the linked ones. */
const MAX_SECTIONS = 12;
/** Each page of them costs what all of them do. */
const AT_ONCE = 100_000;

export async function unlinkedMentions(
  kb: KnowledgeBase,
  slug: ConceptSlug,
): Promise<UnlinkedMention[]> {
  const first = new Map<SectionId, Mention>();
  const linked = new Set<SectionId>();
  for (let page = 1; ; page += 1) {
    const mentions = await kb.mentionsOf(slug, { page, perPage: AT_ONCE });
    for (const mention of mentions?.items ?? []) {
      if (mention.linkable) linked.add(mention.section);
      // The front matter names what the whole issue is about.
      else if (mention.place === 'front matter') linked.add(mention.section);
      else if (!first.has(mention.section)) first.set(mention.section, mention);
    }
    if (mentions === undefined || page * AT_ONCE >= mentions.total) break;
  }
  const sections = [...first.keys()].filter((id) => !linked.has(id)).slice(0, MAX_SECTIONS);
  return (await kb.sections(sections)).map(({ section, issue }) => ({
    url: urls.section(section.id),
    heading: section.heading,
    issue: issueRef(issue),
    words: first.get(section.id)!.words,
  }));
}
