// The concepts, and which concepts each one's definition speaks of.

import type { Concept, Section } from '../model.js';
import type { ConceptSlug, IssueSlug } from '../slug.js';
import { anchor, issueSlug, parseSectionId, sectionId } from '../slug.js';
import { contentWords } from './content-words.js';
import type { MentionFinder } from './mentions/mentions.js';

/** Lists are by rank: a concept's place in the glossary. */
export interface Definitions {
  concepts: readonly Concept[];
  ranks: ReadonlyMap<ConceptSlug, number>;
  read: readonly ReadDefinition[];
  /** Of each concept, the ranks of those whose definitions speak of it. */
  speakers: readonly (readonly number[])[];
}

export interface ReadDefinition {
  /** How often it speaks of which concepts, its own left out. */
  mentions: ReadonlyMap<ConceptSlug, number>;
  /** The content words of label and definition, counted. */
  terms: ReadonlyMap<string, number>;
}

/** @param read what `readDefinition` gives for each of the concepts */
export function createDefinitions(
  concepts: readonly Concept[],
  read: readonly ReadDefinition[],
): Definitions {
  const ranks = new Map(concepts.map(({ slug }, rank) => [slug, rank]));
  const speakers = concepts.map((): number[] => []);
  read.forEach(({ mentions }, rank) => {
    for (const slug of mentions.keys()) speakers[ranks.get(slug)!]!.push(rank);
  });
  return { concepts, ranks, read, speakers };
}

/** @param finder of the whole glossary */
export function readDefinition(concept: Concept, finder: MentionFinder): ReadDefinition {
  const text = concept.definition?.text ?? '';
  const mentions = new Map<ConceptSlug, number>();
  for (const { concept: slug, place } of finder.find(asSection(concept))) {
    if (slug === concept.slug || place !== 'text') continue;
    mentions.set(slug, (mentions.get(slug) ?? 0) + 1);
  }
  return { mentions, terms: contentWords(`${concept.label}\n${text}`).terms };
}

/** Without those that are quoted from an issue that was not out. */
export function definitionsAsOf(
  { concepts, read }: Definitions,
  wasOut: (issue: IssueSlug) => boolean,
): Definitions {
  const isLater = ({ definition }: Concept): boolean => {
    const source = parseSectionId(definition?.source ?? '');
    return source !== undefined && !wasOut(source.issue);
  };
  return createDefinitions(
    concepts.map((concept) => (isLater(concept) ? { ...concept, definition: null } : concept)),
    concepts.map((concept, rank) =>
      isLater(concept)
        ? { mentions: new Map(), terms: contentWords(`${concept.label}\n`).terms }
        : read[rank]!,
    ),
  );
}

/** A definition in the form in which mentions are found. */
export function asSection(concept: Concept): Section {
  const issue = issueSlug(concept.slug);
  return {
    id: sectionId(issue, anchor('definition')),
    issue,
    anchor: anchor('definition'),
    formerAnchors: [],
    heading: concept.label,
    form: 'lede',
    depth: 0,
    trail: [],
    tree: concept.definition?.tree ?? { type: 'root', children: [] },
    text: concept.definition?.text ?? '',
    stock: false,
    language: null,
    line: 1,
  };
}
