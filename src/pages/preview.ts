// What a link of ours leads to, in a few lines: for a card beside the link.

import type { KnowledgeBase, SectionEntry } from '../knowledge-base/knowledge-base.js';
import type { ConceptSlug } from '../slug.js';
import { leadsTo } from '../urls.js';
import { issueRef, type IssueRef } from './issue-item.js';
import { once, readParameters, optional, type Parameters } from './parameters.js';
import { RequestError } from './request-error.js';

export interface PreviewPage {
  title: string;
  /** The words of the definition, or of the passage itself. */
  text: string;
  /** Of the text, where it is known. */
  language: string | null;
  /** The issue that the text is from; null for a definition. */
  issue: IssueRef | null;
  /** Of a concept: how many issues and sections speak of it. */
  counts: { issues: number; sections: number } | null;
}

/**
 * Throws a RequestError: 400 when `of` is no address of a concept, a section or
 * an issue, 404 when there is nothing there.
 */
export async function makePreviewPage(kb: KnowledgeBase, given: Parameters): Promise<PreviewPage> {
  const { of } = readParameters({ of: optional(once, '') }, given);
  const place = leadsTo(of);
  if (place === undefined)
    throw new RequestError({ kind: 'malformed', name: 'of', rule: 'address' });
  if ('concept' in place) return ofConcept(kb, place.concept);
  if ('section' in place) {
    const entry = await kb.section(place.section);
    if (entry) return { title: entry.section.heading, ...wordsOf(entry), counts: null };
    throw new RequestError({ kind: 'no such', noun: 'section', name: place.section });
  }
  const issue = await kb.issue(place.issue);
  const first = issue?.sections[0];
  if (issue && first) return { title: issue.issue.title, ...wordsOf(first), counts: null };
  throw new RequestError({ kind: 'no such', noun: 'issue', name: place.issue });
}

/** By its definition, else by the passage most about it. */
async function ofConcept(kb: KnowledgeBase, slug: ConceptSlug): Promise<PreviewPage> {
  const entry = await kb.concept(slug);
  if (!entry) throw new RequestError({ kind: 'no such', noun: 'concept', name: slug });
  const { concept, issueCount, sectionCount } = entry;
  const counts = { issues: issueCount, sections: sectionCount };
  if (concept.definition !== null)
    return {
      title: concept.label,
      text: beginning(concept.definition.text),
      ...{ language: null, issue: null, counts },
    };
  const request = { sort: 'relevance' as const, page: 1, perPage: 1 };
  const passage = (await kb.sectionsOf(slug, request))?.items[0];
  const words = passage ? wordsOf(passage) : { text: '', language: null, issue: null };
  return { title: concept.label, ...words, counts };
}

function wordsOf({ section, issue }: SectionEntry) {
  return { text: beginning(section.text), language: section.language, issue: issueRef(issue) };
}

/** About six lines of a card. */
const MAX_CHARACTERS = 320;

/** Ends with a sentence where one ends late enough, else between two words. */
function beginning(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= MAX_CHARACTERS) return line;
  const cut = line.slice(0, MAX_CHARACTERS);
  const sentence = Math.max(...['. ', '? ', '! ', '。'].map((end) => cut.lastIndexOf(end)));
  if (sentence > MAX_CHARACTERS / 2) return cut.slice(0, sentence + 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 0 ? space : undefined).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
