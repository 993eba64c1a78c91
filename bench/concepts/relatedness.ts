// Relatedness: the concepts that people linked from a page, found again from
// the pages' words with all links hidden.

import { contentWords } from '../../src/concepts/content-words.js';
import { cosines } from '../../src/concepts/cosine.js';
import { mentionFinder } from '../../src/concepts/mentions/mentions.js';
import type { ConceptSlug } from '../../src/slug.js';
import { atOnce } from '../../src/turns.js';
import { relatednessOf } from '../../test/concepts/archive-of.js';
import type { LinkedArchive } from './linked-archive.js';

export type Ranking = (slug: ConceptSlug) => ConceptSlug[] | Promise<ConceptSlug[]>;

/** Of the first min(R, 5) concepts given, the share that people linked; R is how many they did. */
export async function rPrecisionAt5({ pages }: LinkedArchive, rank: Ranking): Promise<number> {
  const slugs = new Set(pages.map(({ concept }) => concept.slug));
  let sum = 0;
  let count = 0;
  for (const { concept, links } of pages) {
    const gold = new Set(links.map(({ target }) => target).filter((slug) => slugs.has(slug)));
    if (gold.size === 0) continue;
    const depth = Math.min(5, gold.size);
    const given = (await rank(concept.slug)).slice(0, depth);
    sum += given.filter((slug) => gold.has(slug)).length / depth;
    count += 1;
  }
  return sum / count;
}

export function ours({ pages }: LinkedArchive): Ranking {
  const relatedness = relatednessOf(pages.map(({ concept }) => concept));
  return async (slug) =>
    (await relatedness.relatedConcepts(slug, 5)).flatMap(({ to }) =>
      to.kind === 'concept' ? [to.slug] : [],
    );
}

export function tfIdf({ pages }: LinkedArchive): Ranking {
  const bags = bagsOf({ pages });
  return (slug) =>
    sorted(new Map([...cosines(bags, slug)].map(([key, { score }]) => [key, score])));
}

/** Okapi BM25 with the page as the question, k1 = 1.2, b = 0.75. */
export function bm25({ pages }: { pages: LinkedArchive['pages'] }): Ranking {
  const bags = bagsOf({ pages });
  const lengths = new Map(
    [...bags].map(([slug, bag]) => [slug, [...bag.values()].reduce((sum, n) => sum + n, 0)]),
  );
  const mean = [...lengths.values()].reduce((sum, n) => sum + n, 0) / bags.size;
  const frequency = new Map<string, number>();
  for (const bag of bags.values())
    for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return (slug) => {
    const scores = new Map<ConceptSlug, number>();
    for (const [other, bag] of bags) {
      if (other === slug) continue;
      let score = 0;
      for (const term of bags.get(slug)!.keys()) {
        const tf = bag.get(term) ?? 0;
        const df = frequency.get(term)!;
        const idf = Math.log(1 + (bags.size - df + 0.5) / (df + 0.5));
        score += (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * lengths.get(other)!) / mean));
      }
      scores.set(other, score);
    }
    return sorted(scores);
  };
}

/** Who names whom, counted both ways: (1 + ln tf) · ln(1 + N / n), for n of N pages that name it. */
export function naming({ pages }: LinkedArchive): Ranking {
  const finder = atOnce(mentionFinder(pages.map(({ concept }) => concept)));
  const named = new Map(
    pages.map(({ concept, section }) => {
      const times = new Map<ConceptSlug, number>();
      for (const mention of finder.find(section))
        if (mention.concept !== concept.slug)
          times.set(mention.concept, (times.get(mention.concept) ?? 0) + 1);
      return [concept.slug, times];
    }),
  );
  const naming = new Map<ConceptSlug, number>();
  for (const times of named.values())
    for (const slug of times.keys()) naming.set(slug, (naming.get(slug) ?? 0) + 1);
  const weight = (from: ConceptSlug, to: ConceptSlug) => {
    const times = named.get(from)!.get(to) ?? 0;
    return times === 0 ? 0 : (1 + Math.log(times)) * Math.log(1 + pages.length / naming.get(to)!);
  };
  return (slug) => {
    const scores = new Map<ConceptSlug, number>();
    for (const other of named.keys()) {
      const score = other === slug ? 0 : weight(slug, other) + weight(other, slug);
      if (score > 0) scores.set(other, score);
    }
    return sorted(scores);
  };
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum of 1 / (10 + rank). */
export function fused(...rankings: Ranking[]): Ranking {
  return async (slug) => {
    const scores = new Map<ConceptSlug, number>();
    for (const rank of rankings)
      for (const [place, other] of (await rank(slug)).entries())
        scores.set(other, (scores.get(other) ?? 0) + 1 / (10 + place + 1));
    return sorted(scores);
  };
}

function bagsOf({ pages }: Pick<LinkedArchive, 'pages'>): Map<ConceptSlug, Map<string, number>> {
  return new Map(
    pages.map(({ concept, section }) => [
      concept.slug,
      contentWords(`${concept.label}\n${section.text}`).terms,
    ]),
  );
}

function sorted(scores: Map<ConceptSlug, number>): ConceptSlug[] {
  return [...scores].sort(([, a], [, b]) => b - a).map(([slug]) => slug);
}
