// The concepts nearest to a concept: by the glossary, by what is said of each,
// and by the company that they keep in the archive.

import type { ConceptSlug } from '../../slug.js';
import type { Steps } from '../../turns.js';
import { asWritten } from '../content-words.js';
import type { Definitions } from '../definitions.js';
import type { ArchiveCounts } from './archive-counts.js';
import { likenesses, sharedTerms, textOf, type Profiles } from './profiles.js';
import type { Relation, RelationReason } from './relation.js';
import { speakersOf, speaking, speakingReasons, spokenBy } from './speaking.js';
import { countShared, surprise, together } from './together.js';

/** The chance of seeing this much by accident is below 1 % (chi-square, one degree). */
const SURE = 6.63;
/** Two concepts whose passages are less alike than this are not related by their words alone. */
const ALIKE = 0.3;
/** A reason names no more than this many words. */
const SHOWN = 6;

/**
 * How much each sign weighs. What is said of a concept itself tells most, and
 * what others' pages say of it less: everybody mentions the common ones. Set
 * on two glossaries whose own links were hidden (`bench/concepts.ts`).
 */
const WEIGHTS = { glossary: 2, speaks: 1, together: 1, alike: 0.5, spokenOf: 0.3 };

/** Of each kind of sign: how strong it is for which concept, by rank. */
interface Signs extends Record<Exclude<keyof typeof WEIGHTS, 'alike'>, Map<number, number>> {
  /** For every concept. */
  alike: Float64Array;
}

/**
 * While its steps are taken, nothing is to be counted anew.
 *
 * @param isWanted which concepts may be given; all others are weighed all the same
 */
export function* relateConcepts(
  counts: ArchiveCounts,
  definitions: Definitions,
  profiles: Profiles,
  slug: ConceptSlug,
  limit: number,
  isWanted: (slug: ConceptSlug) => boolean = () => true,
): Steps<Relation[]> {
  const { concepts, ranks } = definitions;
  const rank = ranks.get(slug);
  if (rank === undefined) return [];
  const signs = weighSigns(counts, definitions, profiles, rank);
  yield;
  const relations: Relation[] = [];
  // Reasons take reading and are given for those alone that are shown.
  for (const { to, score } of byStrength(signs, concepts)) {
    if (relations.length === limit) break;
    const { slug, label } = concepts[to]!;
    if (!isWanted(slug)) continue;
    const reasons = reasonsFor(counts, definitions, profiles, signs, rank, to);
    if (reasons.length > 0)
      relations.push({ to: { kind: 'concept', slug, label }, score, reasons });
    yield;
  }
  return relations;
}

function weighSigns(
  counts: ArchiveCounts,
  definitions: Definitions,
  profiles: Profiles,
  rank: number,
): Signs {
  const { concepts, ranks, speakers } = definitions;
  const signs: Signs = {
    glossary: new Map(),
    speaks: new Map(),
    together: new Map(),
    alike: likenesses(profiles, rank),
    spokenOf: new Map(),
  };
  for (const relation of ['broader', 'narrower', 'related'] as const) {
    for (const slug of concepts[rank]![relation]) {
      const to = ranks.get(slug);
      if (to !== undefined && to !== rank) signs.glossary.set(to, 1);
    }
  }
  /** How often a text speaks of a concept, and how few others do: (1 + ln tf) · ln(1 + N / n). */
  const weigh = (times: number, of: number) => {
    const all = concepts.length + counts.sections;
    const mentioning = speakers[of]!.length + counts.speaking[of]!.length;
    return (1 + Math.log(times)) * Math.log(1 + all / Math.max(1, mentioning));
  };
  for (const [to, times] of spokenBy(counts, definitions, rank))
    signs.speaks.set(to, weigh(times, to));
  for (const from of speakersOf(counts, definitions, rank)) {
    const { times, others } = speaking(counts, definitions, from, rank);
    signs.spokenOf.set(from, weigh(times, rank) / Math.log(2 + others));
  }
  for (const [to, sections] of countShared(counts, rank).entries()) {
    const surprising = sections < 2 ? 0 : surprise(counts, rank, to, sections);
    if (surprising >= SURE) signs.together.set(to, surprising);
  }
  return signs;
}

/** Those that may have a reason, each sign of theirs measured against the strongest of its kind. */
function byStrength(
  { alike, ...signs }: Signs,
  concepts: Definitions['concepts'],
): { to: number; score: number }[] {
  const kinds = Object.keys(signs) as (keyof typeof signs)[];
  const candidates = new Set(kinds.flatMap((kind) => [...signs[kind].keys()]));
  let likest = 1e-9;
  alike.forEach((likeness, to) => {
    likest = Math.max(likest, likeness);
    if (likeness >= ALIKE) candidates.add(to);
  });
  const strongest = kinds.map((kind) => Math.max(1e-9, ...signs[kind].values()));
  const whole = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
  const scoreOf = (to: number) => {
    let sum = (WEIGHTS.alike * alike[to]!) / likest;
    kinds.forEach((kind, at) => {
      sum += (WEIGHTS[kind] * (signs[kind].get(to) ?? 0)) / strongest[at]!;
    });
    return sum / whole;
  };
  return Array.from(candidates, (to) => ({ to, score: scoreOf(to) })).sort(
    (a, b) => b.score - a.score || (concepts[a.to]!.slug < concepts[b.to]!.slug ? -1 : 1),
  );
}

function reasonsFor(
  counts: ArchiveCounts,
  definitions: Definitions,
  profiles: Profiles,
  signs: Signs,
  rank: number,
  to: number,
): RelationReason[] {
  const concept = definitions.concepts[rank]!;
  const { slug } = definitions.concepts[to]!;
  const reasons: RelationReason[] = [];
  for (const relation of ['broader', 'narrower', 'related'] as const)
    if (concept[relation].includes(slug)) reasons.push({ kind: 'glossary', relation });
  if (signs.speaks.has(to)) reasons.push(...speakingReasons(counts, definitions, rank, to));
  if (signs.spokenOf.has(to)) reasons.push(...speakingReasons(counts, definitions, to, rank));
  if (signs.together.has(to)) reasons.push(together(counts, rank, to));
  // Words alone are a reason only where there is no better one.
  if (reasons.length > 0 || signs.alike[to]! < ALIKE) return reasons;
  const terms = asWritten(
    sharedTerms(profiles, rank, to).slice(0, SHOWN),
    [rank, to].map((one) => textOf(profiles, definitions, one)),
  );
  return terms.length > 2 ? [{ kind: 'shared terms', terms, quotes: [] }] : [];
}
