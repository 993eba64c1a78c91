// A section as a page shows it: its words, with the concepts it speaks of linked.

import type { Emphasis, Link, Root } from 'mdast';
import type { KnowledgeBase, SectionEntry } from '../knowledge-base/knowledge-base.js';
import type { Mention, SectionForm } from '../model.js';
import type { ConceptSlug, SectionId } from '../slug.js';
import { wrapRanges, type Wrap } from '../text/plain-text.js';
import { urls } from '../urls.js';
import type { ConceptRef } from './concept-item.js';
import { issueRef, type IssueRef } from './issue-item.js';
import { linkFiles } from './file-links.js';
import type { Ranges } from './searched-words.js';

export interface Passage {
  id: SectionId;
  url: string;
  heading: string;
  trail: string[];
  form: SectionForm;
  language: string | null;
  issue: IssueRef;
  /** Those of its issue. */
  authors: string[];
  publication: string | null;
  concepts: ConceptRef[];
  text: string;
  /** For HTML; JSON leaves it out. */
  tree: Root;
  /** What relative links in `tree` are relative to. JSON leaves it out. */
  base: string | null;
}

/**
 * Links the first mention of every concept in the section but `own`, the concept
 * that the page itself is about: its mentions are marked instead. So are the
 * words that were `searched`. The links keep to the day of a look back, `asof`.
 */
export async function makePassage(
  kb: KnowledgeBase,
  { section, issue, mentions, concepts }: SectionEntry,
  own: ConceptSlug | null = null,
  searched: Ranges = [],
  asof?: string,
): Promise<Passage> {
  const tree = wrapRanges(section.tree, wrapsOf(mentions, own, searched, asof));
  await linkFiles(kb, tree, issue.file);
  return {
    id: section.id,
    url: urls.section(section.id),
    heading: section.heading,
    trail: section.trail,
    form: section.form,
    language: section.language,
    issue: issueRef(issue),
    authors: issue.authors,
    publication: issue.publication,
    concepts,
    text: section.text,
    tree,
    base: issue.url,
  };
}

/** A copy of a text that stands in no section, the first mention of every concept in it linked, to the day of `asof`. */
export function linkMentions(tree: Root, mentions: readonly Mention[], asof?: string): Root {
  return wrapRanges(tree, wrapsOf(mentions, null, [], asof));
}

function wrapsOf(
  mentions: readonly Mention[],
  own: ConceptSlug | null,
  searched: Ranges,
  asof?: string,
): Wrap[] {
  const linked = new Set<ConceptSlug>();
  const wraps: Wrap[] = [];
  for (const { place, concept, linkable, start, end } of mentions) {
    if (place !== 'text') continue;
    if (concept === own) {
      wraps.push({ start, end, around: marked });
    } else if (linkable && !linked.has(concept)) {
      linked.add(concept);
      const found = searched.some((range) => range[0] < end && range[1] > start);
      wraps.push({
        ...{ start, end },
        around: (words) => conceptLink(concept, found ? [marked(words)] : words, asof),
      });
    }
  }
  // What is in a link is marked by the link.
  const free = searched.filter(
    ([start, end]) => !wraps.some((wrap) => wrap.start < end && wrap.end > start),
  );
  return [...wraps, ...free.map(([start, end]) => ({ start, end, around: marked }))];
}

/** Becomes `<mark>`. */
const marked = (children: Emphasis['children']): Emphasis => ({
  type: 'emphasis',
  data: { hName: 'mark' },
  children,
});

const conceptLink = (concept: ConceptSlug, children: Link['children'], asof?: string): Link => ({
  type: 'link',
  url: urls.asOf(asof).concept(concept),
  // By the class, HTML tells our own links from those of the issue's author.
  data: { hProperties: { className: ['concept'] } },
  children,
});
