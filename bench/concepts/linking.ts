// Linking: people's own links are hidden, and found again from the names of the
// pages and from the links of all the other pages.

import { learnedFinder, learnLinks } from '../../src/concepts/links/linked-passages.js';
import type { ConceptSlug } from '../../src/slug.js';
import { atOnce } from '../../src/turns.js';
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
  return score(pages, (page) => {
    const others = pages
      .filter((other) => other !== page)
      .map(({ section, concept, links }) => ({ section, own: concept.slug, links }));
    return atOnce(learnedFinder(concepts, learnLinks(others, concepts)))
      .find(page.section)
      .filter(({ concept, place }) => place === 'text' && concept !== page.concept.slug)
      .map((mention) => ({ ...mention, linked: mention.linkable }));
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
