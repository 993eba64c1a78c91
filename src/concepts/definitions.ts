// The concepts by slug, and which concepts each one's definition speaks of.

import type { Concept, Mention, Section } from '../model.js';
import type { ConceptSlug, IssueSlug } from '../slug.js';
import { anchor, issueSlug, parseSectionId, sectionId } from '../slug.js';
import { contentWords } from './content-words.js';
import { createMentionFinder } from './mentions.js';

export interface Definitions {
  concepts: Map<ConceptSlug, Concept>;
  /** What a concept's definition speaks of, itself left out. */
  mentions: Map<ConceptSlug, Map<ConceptSlug, Mention[]>>;
  /** The content words of label and definition, counted. */
  terms: Map<ConceptSlug, Map<string, number>>;
  /** How many definitions speak of a concept. */
  mentionedIn: Map<ConceptSlug, number>;
}

export function createDefinitions(concepts: Concept[]): Definitions {
  const finder = createMentionFinder(concepts);
  const definitions: Definitions = {
    concepts: new Map(concepts.map((concept) => [concept.slug, concept])),
    mentions: new Map(),
    terms: new Map(),
    mentionedIn: new Map(),
  };
  for (const concept of concepts) {
    const text = concept.definition?.text ?? '';
    definitions.terms.set(concept.slug, contentWords(`${concept.label}\n${text}`).terms);
    const mentioned = new Map<ConceptSlug, Mention[]>();
    for (const mention of finder.find(asSection(concept))) {
      if (mention.concept === concept.slug || mention.place !== 'text') continue;
      mentioned.set(mention.concept, [...(mentioned.get(mention.concept) ?? []), mention]);
    }
    definitions.mentions.set(concept.slug, mentioned);
    for (const slug of mentioned.keys())
      definitions.mentionedIn.set(slug, (definitions.mentionedIn.get(slug) ?? 0) + 1);
  }
  return definitions;
}

/** Without those that are quoted from an issue that was not out. */
export function definitionsAsOf(
  definitions: Definitions,
  wasOut: (issue: IssueSlug) => boolean,
): Definitions {
  const concepts = [...definitions.concepts.values()];
  const isLater = ({ definition }: Concept): boolean => {
    const source = parseSectionId(definition?.source ?? '');
    return source !== undefined && !wasOut(source.issue);
  };
  if (!concepts.some(isLater)) return definitions;
  return createDefinitions(
    concepts.map((concept) => (isLater(concept) ? { ...concept, definition: null } : concept)),
  );
}

/** A definition in the form in which mentions are found. */
function asSection(concept: Concept): Section {
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
