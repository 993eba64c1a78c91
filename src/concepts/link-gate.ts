// Which mentions deserve a link, learned from those that people linked by hand.
// A link on every mention is a page in blue.

import type { Mention } from '../model.js';
import type { ConceptSlug } from '../slug.js';
import type { HandLink } from './learned-links.js';
import { fitLogistic } from './logistic.js';
import { nameKey } from './words.js';

/** A passage with its hand-made links, and the mentions found in it. */
export interface LinkedPassage {
  links: readonly HandLink[];
  mentions: readonly Mention[];
  /** In UTF-16 units. */
  length: number;
  /** How like the passage is to a concept's definition, 0 to 1. */
  likeness: (concept: ConceptSlug) => number;
}

/** The concepts of a passage that deserve a link, out of those mentioned there. */
export type LinkGate = (passage: Omit<LinkedPassage, 'links'>) => Set<ConceptSlug>;

/** Fewer hand-made links than this teach nothing, and every mention may be a link. */
const MIN_LINKS = 20;

/**
 * Learns from passages with hand-made links. What counts most is how often
 * people linked the same words where they stood (link probability: Mihalcea and
 * Csomai, CIKM 2007); besides, how many words they are, their capital, how often
 * the concept is mentioned here and how early, and how like its definition the
 * passage is (relatedness: Milne and Witten, CIKM 2008).
 */
export function learnGate(passages: readonly LinkedPassage[]): LinkGate {
  const rates = new LinkRates(passages);
  if (rates.linked < MIN_LINKS)
    return ({ mentions }) => new Set(mentions.map(({ concept }) => concept));
  const rows = passages.flatMap((passage) => {
    const linked = new Set(passage.links.map(({ target }) => target));
    return [...grouped(passage.mentions)].map(([concept, mentions]) => ({
      features: features(rates, mentions, passage, linked.has(concept)),
      positive: linked.has(concept),
    }));
  });
  const model = fitLogistic(rows);
  // Under F1, the best threshold is half of the best F1 (Lipton, Elkan and
  // Naryanaswamy, ECML 2014); steadier than the threshold that gave that F1.
  const threshold = bestF1(rows.map((row) => ({ ...row, p: model(row.features) }))) / 2;
  return (passage) => {
    const chosen = [...grouped(passage.mentions)].filter(
      ([, group]) => model(features(rates, group, passage, undefined)) >= threshold,
    );
    return new Set(chosen.map(([concept]) => concept));
  };
}

/** How often words were linked, of the passages in which they stood. */
class LinkRates {
  linked = 0;
  private seen = 0;
  private readonly rates = new Map<string, { linked: number; seen: number }>();

  constructor(passages: readonly LinkedPassage[]) {
    for (const { links, mentions } of passages) {
      const targets = new Set(links.map(({ target }) => target));
      for (const [concept, group] of grouped(mentions)) {
        const linked = targets.has(concept) ? 1 : 0;
        this.seen += 1;
        this.linked += linked;
        for (const key of keysOf(concept, group)) {
          const rate = this.rates.get(key) ?? { linked: 0, seen: 0 };
          this.rates.set(key, { linked: rate.linked + linked, seen: rate.seen + 1 });
        }
      }
    }
  }

  /**
   * The smoothed share for the words, backing off to the concept's and then to
   * all; `own`: whether this passage, counted in already, linked them, so that
   * it can be left out.
   */
  share(concept: ConceptSlug, group: readonly Mention[], own: boolean | undefined): number {
    let share = this.linked / Math.max(1, this.seen);
    const [ofConcept, ...ofWords] = keysOf(concept, group);
    const smooth = (key: string, prior: number) => {
      const rate = this.rates.get(key) ?? { linked: 0, seen: 0 };
      const seen = rate.seen - (own === undefined ? 0 : 1);
      const linked = rate.linked - (own === true ? 1 : 0);
      return (linked + prior) / (seen + 1);
    };
    share = smooth(ofConcept!, share);
    return Math.max(...ofWords.map((key) => smooth(key, share)));
  }
}

function keysOf(concept: ConceptSlug, group: readonly Mention[]): string[] {
  return [concept, ...new Set(group.map(({ words }) => `${concept} ${nameKey(words)}`))];
}

function features(
  rates: LinkRates,
  group: readonly Mention[],
  { length, likeness }: Omit<LinkedPassage, 'links'>,
  own: boolean | undefined,
): number[] {
  const first = group[0]!;
  const share = rates.share(first.concept, group, own);
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
