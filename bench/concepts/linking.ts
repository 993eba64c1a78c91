// Linking: people's own links are hidden, and found again from the names of the
// pages and from the links of all the other pages.

import { contentWords } from '../../src/concepts/content-words.js';
import { cosines } from '../../src/concepts/cosine.js';
import { learnNames } from '../../src/concepts/learned-links.js';
import { learnGate } from '../../src/concepts/link-gate.js';
import { createMentionFinder } from '../../src/concepts/mentions.js';
import type { Mention } from '../../src/model.js';
import type { ConceptSlug } from '../../src/slug.js';
import type { LinkedArchive, LinkedPage } from './linked-archive.js';

export interface LinkingScore {
  /** Hand-made links of which some word was found to speak of the same concept. */
  anchorRecall: number;
  /** Hand-made links of which the words were found to speak of another concept only. */
  wrongTarget: number;
  precision: number;
  recall: number;
  /** Of the pairs (page, concept linked from it). */
  f1: number;
}

/** The words of the page titles, linked wherever they stand: what tools of today do. */
export function titleBaseline({ pages }: LinkedArchive): LinkingScore {
  return score(pages, (page) => {
    const text = page.section.text.toLowerCase();
    return pages.flatMap(({ concept }): Found[] => {
      const start = text.indexOf(concept.label.toLowerCase());
      if (start === -1 || concept === page.concept) return [];
      return [{ concept: concept.slug, start, end: start + concept.label.length, linked: true }];
    });
  });
}

export function linking({ pages }: LinkedArchive): LinkingScore {
  const concepts = pages.map((page) => page.concept);
  const bags = new Map(
    pages.map(({ concept, section }) => [concept.slug, contentWords(section.text).terms]),
  );
  const likeness = new Map([...bags.keys()].map((slug) => [slug, cosines(bags, slug)]));
  return score(pages, (page) => {
    const others = pages.filter((other) => other !== page);
    const finder = createMentionFinder(
      concepts,
      learnNames(others.flatMap((other) => other.links)),
    );
    const mentionsOf = (one: LinkedPage): Mention[] =>
      finder
        .find(one.section)
        .filter(({ concept, place }) => place === 'text' && concept !== one.concept.slug);
    const passageOf = (one: LinkedPage) => ({
      links: one.links,
      mentions: mentionsOf(one),
      length: one.section.text.length,
      likeness: (slug: ConceptSlug) => likeness.get(one.concept.slug)?.get(slug)?.score ?? 0,
    });
    const gate = learnGate(others.map(passageOf));
    const passage = passageOf(page);
    const deserving = gate(passage);
    return passage.mentions.map((mention) => ({
      ...mention,
      linked: mention.linkable && deserving.has(mention.concept),
    }));
  });
}

interface Found {
  concept: ConceptSlug;
  start: number;
  end: number;
  linked: boolean;
}

function score(pages: LinkedPage[], find: (page: LinkedPage) => Found[]): LinkingScore {
  let links = 0;
  let right = 0;
  let wrong = 0;
  let wanted = 0;
  let given = 0;
  let both = 0;
  for (const page of pages) {
    const found = find(page);
    for (const link of page.links) {
      const there = found.filter(({ start, end }) => start < link.end && end > link.start);
      links += 1;
      if (there.some(({ concept }) => concept === link.target)) right += 1;
      else if (there.length > 0) wrong += 1;
      if (process.env.MISSES && !there.some(({ concept }) => concept === link.target))
        console.log(`${link.words} → ${link.target}`, there.map((t) => t.concept).join());
    }
    const gold = new Set(page.links.map(({ target }) => target));
    const made = new Set(found.filter(({ linked }) => linked).map(({ concept }) => concept));
    wanted += gold.size;
    given += made.size;
    both += [...made].filter((concept) => gold.has(concept)).length;
  }
  const precision = both / Math.max(1, given);
  const recall = both / Math.max(1, wanted);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return { anchorRecall: right / links, wrongTarget: wrong / links, precision, recall, f1 };
}
