// A whole issue, its sections linked to the concepts that they speak of.

import type { IssueEntry, KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Anchor, IssueSlug } from '../slug.js';
import { urls } from '../urls.js';
import type { ConceptRef } from './concept-item.js';
import { issueItem, issueRef, type IssueItem, type IssueRef } from './issue-item.js';
import { makePassage, type Passage } from './passage.js';
import { optional, question, readParameters, type Parameters } from './parameters.js';
import { relationItem, type RelationItem } from './relation-item.js';
import { searchedWords, type Ranges } from './searched-words.js';

export interface IssuePage extends Omit<IssueItem, 'sections'> {
  /** In reading order. */
  sections: IssueSection[];
  /** The concepts spoken of, those that most sections speak of first. */
  concepts: (ConceptRef & { sections: number })[];
  /** Issues that this one takes back or replaces, as it says itself. */
  supersedes: string[];
  /** Those of them that are in this archive, and the issues that do so to this one. */
  takesBack: IssueRef[];
  takenBackBy: IssueRef[];
  /** Passages of other issues that are near to some of this one, at most one of each issue. */
  related: RelatedPassage[];
  previous: IssueRef | null;
  next: IssueRef | null;
}

/** The page, with the words marked that somebody searched for before coming to it. */
export interface MarkedIssuePage extends IssuePage {
  /** What was searched; null for nothing. */
  q: string | null;
  /** The page without marks. */
  plainUrl: string;
}

export interface RelatedPassage extends RelationItem {
  /** The section of this issue that it is near to. */
  from: { anchor: Anchor; heading: string };
  issue: IssueRef;
}

export interface IssueSection extends Passage {
  anchor: Anchor;
  formerAnchors: Anchor[];
  /** Of its heading on the page, 2 to 6; null for the lede, which has none of its own. */
  level: number | null;
  /** The heading's words that were searched. JSON leaves it out where there are none. */
  headingMarks?: Ranges;
}

/** Undefined when there is no such issue. */
export async function makeMarkedIssuePage(
  kb: KnowledgeBase,
  slug: IssueSlug,
  given: Parameters,
): Promise<MarkedIssuePage | undefined> {
  const { q } = readParameters({ q: optional(question) }, given);
  const page = await makeIssuePage(kb, slug, q);
  return page && { ...page, q: q ?? null, plainUrl: urls.issue(slug) };
}

/** Undefined when there is no such issue. */
export async function makeIssuePage(
  kb: KnowledgeBase,
  slug: IssueSlug,
  q?: string,
): Promise<IssuePage | undefined> {
  const entry = await kb.issue(slug);
  if (!entry) return undefined;
  const { previous, next } = await kb.neighbours(slug);
  const { issue } = entry;
  return {
    ...issueItem({ ...issue, sectionCount: issue.sections.length }),
    sections: await sectionsOf(kb, entry, q),
    concepts: conceptsOf(entry),
    supersedes: issue.supersedes,
    takesBack: entry.supersedes.map(issueRef),
    takenBackBy: entry.supersededBy.map(issueRef),
    related: await relatedPassages(kb, entry),
    previous: previous ? issueRef(previous) : null,
    next: next ? issueRef(next) : null,
  };
}

/** Heading levels follow depth, and never skip one on the way down. */
async function sectionsOf(
  kb: KnowledgeBase,
  { issue, sections }: IssueEntry,
  q: string | undefined,
): Promise<IssueSection[]> {
  const searched = q === undefined ? undefined : await searchedWords(kb, issue.slug, q);
  let level = 1;
  const levels = sections.map(({ section: { form, depth } }) => {
    if (form === 'lede') return null;
    level = Math.max(2, Math.min(depth + 1, level + 1, 6));
    return level;
  });
  return Promise.all(
    sections.map(async (entry, i) => {
      const { section } = entry;
      return {
        ...(await makePassage(kb, entry, null, searched?.(section.text, section))),
        anchor: section.anchor,
        formerAnchors: section.formerAnchors,
        level: levels[i]!,
        ...(searched && { headingMarks: searched(section.heading, section) }),
      };
    }),
  );
}

/** More would be another index; shorter sections have too few words to be near to anything. */
const MAX_RELATED = 4;
const MIN_WORDS = 40;
/** Asked for of each section, in case those before have given its nearest issues already. */
const ASKED = 3;

/** Each of the longest sections gives its nearest that no section before it gave. */
async function relatedPassages(
  kb: KnowledgeBase,
  { sections }: IssueEntry,
): Promise<RelatedPassage[]> {
  const longest = sections
    .map(({ section }) => section)
    .filter(({ stock, text }) => !stock && text.split(/\s+/).length >= MIN_WORDS)
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, MAX_RELATED);
  const passages: RelatedPassage[] = [];
  const taken = new Set<IssueSlug>();
  for (const { section } of sections) {
    if (!longest.includes(section)) continue;
    for (const relation of (await kb.related(section.id, ASKED)) ?? []) {
      if (relation.to.kind !== 'section' || taken.has(relation.to.issue)) continue;
      const entry = await kb.section(relation.to.id);
      if (!entry) continue;
      taken.add(relation.to.issue);
      const from = { anchor: section.anchor, heading: section.heading };
      passages.push({ ...relationItem(relation, null), from, issue: issueRef(entry.issue) });
      break;
    }
  }
  return passages;
}

function conceptsOf({ sections }: IssueEntry): IssuePage['concepts'] {
  const counted = new Map<ConceptRef['slug'], IssuePage['concepts'][number]>();
  for (const { concepts } of sections) {
    for (const ref of concepts) {
      const known = counted.get(ref.slug);
      if (known === undefined) counted.set(ref.slug, { ...ref, sections: 1 });
      else known.sections += 1;
    }
  }
  return [...counted.values()].sort((a, b) => b.sections - a.sections);
}
