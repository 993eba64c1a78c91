// What an archive's hand-made links teach, and mentions found by it.

import type { Concept, Issue, Mention, Section } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import { atOnce, type Steps } from '../../turns.js';
import { contentWords } from '../content-words.js';
import { dot, unit } from '../cosine.js';
import { asSection } from '../definitions.js';
import { mentionFinder, type MentionFinder } from '../mentions/mentions.js';
import { createTargetOf, handLinks, type HandLink } from './hand-links.js';
import { learnNames } from './learned-links.js';
import { createGate, learnGate, MIN_LINKS, type LearnedGate } from './link-gate.js';

/** Can be cloned, stored and written as JSON. */
export interface LearnedLinks {
  /** By which links call concepts. */
  names: [ConceptSlug, string[]][];
  /** Null where there are too few links, and every mention may be one. */
  gate: LearnedGate | null;
}

export const NOTHING_LEARNED: LearnedLinks = { names: [], gate: null };

/** A passage as it was written, and where people linked from it. */
export interface HandLinked {
  section: Section;
  /** The concept whose definition it is: it does not link to itself. */
  own: ConceptSlug | null;
  links: readonly HandLink[];
}

/**
 * All passages of issues and definitions, which can be gone through more than once.
 *
 * @param slugs those of the issues
 */
export function handLinked(
  issues: Iterable<Issue>,
  slugs: ReadonlySet<string>,
  concepts: readonly Concept[],
): Iterable<HandLinked> {
  const targetOf = createTargetOf(concepts, slugs);
  const linked = (section: Section, own: ConceptSlug | null): HandLinked => ({
    section,
    own,
    links: handLinks(section.tree, targetOf).filter(({ target }) => target !== own),
  });
  return {
    *[Symbol.iterator]() {
      for (const concept of concepts) yield linked(asSection(concept), concept.slug);
      for (const { sections } of issues)
        for (const section of sections) yield linked(section, null);
    },
  };
}

/**
 * @param passages are gone through again where there are links enough
 * @param concepts those that people could link to
 */
export function learnLinks(
  passages: Iterable<HandLinked>,
  concepts: readonly Concept[],
): LearnedLinks {
  const links = Array.from(passages, (passage) => passage.links).flat();
  const names = learnNames(links);
  if (links.length < MIN_LINKS) return { names: [...names], gate: null };
  const finder = atOnce(mentionFinder(concepts, names));
  const likeness = atOnce(createLikeness(concepts));
  const gate = learnGate(
    Array.from(passages, ({ section, own, links }) => ({
      links,
      mentions: finder
        .find(section)
        .filter((mention) => inText(mention) && mention.concept !== own),
      length: section.text.length,
      likeness: likeness(section.text),
    })),
  );
  return { names: [...names], gate };
}

/**
 * Finds mentions by the learned names too, and lets those be links that deserve
 * it. To discovered concepts nobody could link by hand: theirs are left as they are.
 */
export function* learnedFinder(
  concepts: readonly Concept[],
  { names, gate: learned }: LearnedLinks,
): Steps<MentionFinder> {
  const finder = yield* mentionFinder(concepts, new Map(names));
  if (learned === null) return finder;
  const gate = createGate(learned);
  const curated = concepts.filter(({ status }) => status === 'curated');
  const isCurated = new Set(curated.map(({ slug }) => slug));
  const likeness = yield* createLikeness(curated);
  return {
    ...finder,
    find(section) {
      const all = finder.find(section);
      const mentions = all.filter((mention) => inText(mention) && isCurated.has(mention.concept));
      if (mentions.length === 0) return all;
      const { text } = section;
      const deserving = gate({ mentions, length: text.length, likeness: likeness(text) });
      return all.map((mention) =>
        isCurated.has(mention.concept) && !deserving.has(mention.concept)
          ? { ...mention, linkable: false }
          : mention,
      );
    },
  };
}

/** How like a text is to each definition: the TF-IDF cosine, as among definitions. */
function* createLikeness(
  concepts: readonly Concept[],
): Steps<(text: string) => (concept: ConceptSlug) => number> {
  const bags: ReadonlyMap<string, number>[] = [];
  const frequency = new Map<string, number>();
  for (const { definition } of concepts) {
    const { terms } = contentWords(definition?.text ?? '');
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    bags.push(terms);
    yield;
  }
  const idf = (term: string) => Math.log(bags.length / (frequency.get(term) ?? 1));
  const vectors = new Map(concepts.map(({ slug }, rank) => [slug, unit(bags[rank]!, idf)]));
  return (text) => {
    const own = unit(contentWords(text).terms, idf);
    return (concept) => dot(own, vectors.get(concept) ?? new Map<string, number>());
  };
}

function inText({ place }: Mention): boolean {
  return place === 'text';
}
