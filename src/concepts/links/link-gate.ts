// Which mentions deserve a link, learned from those that people linked by hand.
// A link on every mention is a page in blue.

import type { Mention } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import { nameKey } from '../words.js';
import type { HandLink } from './hand-links.js';
import { fitLogistic, probability, type Logistic } from './logistic.js';

/** A passage with its hand-made links, and the mentions found in it. */
export interface LinkedPassage {
  links: readonly HandLink[];
  mentions: readonly Mention[];
  /** In UTF-16 units. */
  length: number;
  /** How like the passage is to a concept's definition, 0 to 1. */
  likeness: (concept: ConceptSlug) => number;
}

/** What links teach of who deserves one. Can be cloned, stored and written as JSON. */
export interface LearnedGate {
  model: Logistic;
  threshold: number;
  /** Of all mentions, those of a concept in one passage counted once. */
  linked: number;
  seen: number;
  /** The same of a concept, and of a concept called by certain words. */
  rates: [key: string, linked: number, seen: number][];
}

/** The concepts of a passage that deserve a link, out of those mentioned there. */
export type LinkGate = (passage: Omit<LinkedPassage, 'links'>) => Set<ConceptSlug>;

/** Fewer hand-made links than this teach nothing, and every mention may be a link. */
export const MIN_LINKS = 20;
/** Of the passages that speak of concepts, the share that links where linking is a habit. */
const HABIT = 1 / 3;

/**
 * Learns from passages with hand-made links. What counts most is how often
 * people linked the same words where they stood (link probability: Mihalcea and
 * Csomai, CIKM 2007); besides, how many words they are, their capital, how often
 * the concept is mentioned here and how early, and how like its definition the
 * passage is (relatedness: Milne and Witten, CIKM 2008).
 *
 * Where few passages link, linking is no habit, and nobody chose to leave the
 * mentions of the others plain: then those that link are learned from alone.
 *
 * @returns null where there is too little to learn from
 */
export function learnGate(passages: readonly LinkedPassage[]): LearnedGate | null {
  const speaking = passages.filter(({ mentions }) => mentions.length > 0);
  const linking = speaking.filter(({ links }) => links.length > 0);
  const chosen = linking.length < speaking.length * HABIT ? linking : speaking;
  const { linked, seen, rates } = countRates(chosen);
  if (linked < MIN_LINKS) return null;
  const shares = createShares({ linked, seen, rates });
  const rows = chosen.flatMap((passage) => {
    const linked = new Set(passage.links.map(({ target }) => target));
    return [...grouped(passage.mentions)].map(([concept, mentions]) => ({
      features: features(shares, mentions, passage, linked.has(concept)),
      positive: linked.has(concept),
    }));
  });
  const model = fitLogistic(rows);
  // Under F1, the best threshold is half of the best F1 (Lipton, Elkan and
  // Naryanaswamy, ECML 2014); steadier than the threshold that gave that F1.
  const threshold =
    bestF1(rows.map((row) => ({ ...row, p: probability(model, row.features) }))) / 2;
  return { model, threshold, linked, seen, rates };
}

export function createGate(learned: LearnedGate): LinkGate {
  const shares = createShares(learned);
  return (passage) => {
    const chosen = [...grouped(passage.mentions)].filter(
      ([, group]) =>
        probability(learned.model, features(shares, group, passage, undefined)) >=
        learned.threshold,
    );
    return new Set(chosen.map(([concept]) => concept));
  };
}

type Rates = Pick<LearnedGate, 'linked' | 'seen' | 'rates'>;

/** How often words were linked, of the passages in which they stood. */
function countRates(passages: readonly LinkedPassage[]): Rates {
  const rates = new Map<string, [key: string, linked: number, seen: number]>();
  let linked = 0;
  let seen = 0;
  for (const { links, mentions } of passages) {
    const targets = new Set(links.map(({ target }) => target));
    for (const [concept, group] of grouped(mentions)) {
      const here = targets.has(concept) ? 1 : 0;
      seen += 1;
      linked += here;
      for (const key of keysOf(concept, group)) {
        const [, before, of] = rates.get(key) ?? [key, 0, 0];
        rates.set(key, [key, before + here, of + 1]);
      }
    }
  }
  return { linked, seen, rates: [...rates.values()] };
}

/**
 * The smoothed share of links for the words, backing off to the concept's and
 * then to all; `own`: whether this passage, counted in already, linked them, so
 * that it can be left out.
 */
type Shares = (concept: ConceptSlug, group: readonly Mention[], own: boolean | undefined) => number;

function createShares({ linked, seen, rates }: Rates): Shares {
  const known = new Map(rates.map(([key, ...rate]) => [key, rate]));
  return (concept, group, own) => {
    const [ofConcept, ...ofWords] = keysOf(concept, group);
    const smooth = (key: string, prior: number) => {
      const [times, of] = known.get(key) ?? [0, 0];
      const others = of - (own === undefined ? 0 : 1);
      return (times - (own === true ? 1 : 0) + prior) / (others + 1);
    };
    const share = smooth(ofConcept!, linked / Math.max(1, seen));
    return Math.max(...ofWords.map((key) => smooth(key, share)));
  };
}

function keysOf(concept: ConceptSlug, group: readonly Mention[]): string[] {
  return [concept, ...new Set(group.map(({ words }) => `${concept} ${nameKey(words)}`))];
}

function features(
  shares: Shares,
  group: readonly Mention[],
  { length, likeness }: Omit<LinkedPassage, 'links'>,
  own: boolean | undefined,
): number[] {
  const first = group[0]!;
  const share = shares(first.concept, group, own);
  const clamped = Math.min(0.97, Math.max(0.03, share));
  const words = Math.max(...group.map((mention) => mention.words.split(/[\s-]+/u).length));
  return [
    Math.log(clamped / (1 - clamped)),
    words === 1 ? 1 : 0,
    Math.min(words, 4) / 4,
    group.some((mention) => /^\p{Lu}/u.test(mention.words)) ? 1 : 0,
    Math.log(group.length),
    first.start / Math.max(1, length),
    likeness(first.concept),
  ];
}

/** The best F1 that any threshold gives on what people did. */
function bestF1(rows: readonly { p: number; positive: boolean }[]): number {
  const wanted = rows.filter(({ positive }) => positive).length;
  let right = 0;
  let best = 0;
  [...rows]
    .sort((a, b) => b.p - a.p)
    .forEach(({ positive }, index) => {
      if (positive) right += 1;
      best = Math.max(best, (2 * right) / (index + 1 + wanted));
    });
  return best;
}

function grouped(mentions: readonly Mention[]): Map<ConceptSlug, Mention[]> {
  const groups = new Map<ConceptSlug, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.concept);
    if (group === undefined) groups.set(mention.concept, [mention]);
    else group.push(mention);
  }
  return groups;
}
