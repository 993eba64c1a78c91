// The concepts nearest to a concept: by the glossary, by what is said of each,
// and by the company that they keep in the archive.

import type { ConceptSlug } from '../slug.js';
import { asWritten } from './content-words.js';
import type { Definitions } from './definitions.js';
import { headedBy, textOf, type Profiles } from './profiles.js';
import type { Relation, RelationReason } from './relation.js';
import { sharedSections, speaking, surprise, together } from './together.js';
import type { ArchiveCounts } from './section-counts.js';

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

export function relateConcepts(
  counts: ArchiveCounts,
  definitions: Definitions,
  profiles: Profiles,
  slug: ConceptSlug,
  limit: number,
): Relation[] {
  const concept = definitions.concepts.get(slug);
  if (concept === undefined) return [];
  const reasons = new Map<ConceptSlug, RelationReason[]>();
  const give = (to: ConceptSlug, reason: RelationReason) => {
    if (to !== slug && definitions.concepts.has(to))
      reasons.set(to, [...(reasons.get(to) ?? []), reason]);
  };
  const scores: Record<keyof typeof WEIGHTS, Map<ConceptSlug, number>> = {
    glossary: new Map(),
    speaks: new Map(),
    together: new Map(),
    alike: new Map(),
    spokenOf: new Map(),
  };
  for (const relation of ['broader', 'narrower', 'related'] as const) {
    for (const to of concept[relation]) {
      give(to, { kind: 'glossary', relation });
      scores.glossary.set(to, 1);
    }
  }
  for (const to of spokenOfBy(counts, definitions, slug)) {
    const weight = weighSpeaking(counts, definitions, slug, to);
    scores.speaks.set(to, weight);
    for (const reason of speakingReasons(counts, definitions, slug, to)) give(to, reason);
  }
  for (const from of speakersOf(counts, definitions, slug)) {
    const weight = weighSpeaking(counts, definitions, from, slug);
    scores.spokenOf.set(from, weight / Math.log(2 + spokenOfBy(counts, definitions, from).size));
    for (const reason of speakingReasons(counts, definitions, from, slug)) give(from, reason);
  }
  for (const [to, sections] of sharedSections(counts, slug)) {
    const surprising = surprise(counts, slug, to, sections.length);
    if (sections.length < 2 || surprising < SURE) continue;
    scores.together.set(to, surprising);
    give(to, together(counts, slug, to, sections));
  }
  for (const [to, likeness] of profiles(slug)) {
    scores.alike.set(to, likeness.score);
    // A reason of its own only where there is no better one.
    if (likeness.score < ALIKE || reasons.has(to)) continue;
    const terms = asWritten(likeness.shared.slice(0, SHOWN), [
      textOf(counts, definitions, slug),
      textOf(counts, definitions, to),
    ]);
    if (terms.length > 2) give(to, { kind: 'shared terms', terms, quotes: [] });
  }
  return ranked(scores, reasons)
    .slice(0, limit)
    .map(({ to, score, why }) => ({
      to: { kind: 'concept', slug: to, label: definitions.concepts.get(to)!.label },
      score,
      reasons: why,
    }));
}

/** The concepts that this one's definition, or a section that it heads, speaks of. */
function spokenOfBy(
  counts: ArchiveCounts,
  definitions: Definitions,
  slug: ConceptSlug,
): Set<ConceptSlug> {
  const spoken = new Set(definitions.mentions.get(slug)?.keys());
  for (const id of headedBy(counts, slug))
    for (const other of counts.sections.get(id)!.mentions.keys()) spoken.add(other);
  spoken.delete(slug);
  return spoken;
}

function speakersOf(
  counts: ArchiveCounts,
  definitions: Definitions,
  slug: ConceptSlug,
): Set<ConceptSlug> {
  const speakers = new Set<ConceptSlug>();
  for (const [from, mentioned] of definitions.mentions) if (mentioned.has(slug)) speakers.add(from);
  for (const id of counts.byConcept.get(slug) ?? []) {
    const { section, mentions } = counts.sections.get(id)!;
    if (section.stock) continue;
    for (const [other, all] of mentions)
      if (other !== slug && all.some(({ place }) => place === 'heading')) speakers.add(other);
  }
  return speakers;
}

/** How often `from`'s own text speaks of `of`, and how few others do: (1 + ln tf) · ln(1 + N / n). */
function weighSpeaking(
  counts: ArchiveCounts,
  definitions: Definitions,
  from: ConceptSlug,
  of: ConceptSlug,
): number {
  let times = definitions.mentions.get(from)?.get(of)?.length ?? 0;
  for (const id of headedBy(counts, from))
    times += counts.sections.get(id)!.mentions.get(of)?.length ?? 0;
  if (times === 0) return 0;
  const all = definitions.concepts.size + counts.sections.size;
  const mentioning = (definitions.mentionedIn.get(of) ?? 0) + (counts.byConcept.get(of)?.size ?? 0);
  return (1 + Math.log(times)) * Math.log(1 + all / Math.max(1, mentioning));
}

function speakingReasons(
  counts: ArchiveCounts,
  definitions: Definitions,
  from: ConceptSlug,
  of: ConceptSlug,
): RelationReason[] {
  const reasons: RelationReason[] = [];
  if (definitions.mentions.get(from)?.has(of) === true)
    reasons.push({ kind: 'definition', from, of });
  const sections = headedBy(counts, from).filter((id) =>
    counts.sections
      .get(id)!
      .mentions.get(of)
      ?.some(({ place }) => place === 'text'),
  );
  if (sections.length > 0) reasons.push(speaking(counts, from, of, sections));
  return reasons;
}

/** The candidates that have a reason, each sign measured against the strongest of its kind. */
function ranked(
  scores: Record<keyof typeof WEIGHTS, Map<ConceptSlug, number>>,
  reasons: Map<ConceptSlug, RelationReason[]>,
): { to: ConceptSlug; score: number; why: RelationReason[] }[] {
  const kinds = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  const whole = kinds.reduce((sum, kind) => sum + WEIGHTS[kind], 0);
  const strongest = Object.fromEntries(
    kinds.map((kind) => [kind, Math.max(1e-9, ...scores[kind].values())]),
  );
  return [...reasons]
    .map(([to, why]) => {
      const parts = kinds.map(
        (kind) => (WEIGHTS[kind] * (scores[kind].get(to) ?? 0)) / strongest[kind]!,
      );
      return { to, why, score: parts.reduce((sum, part) => sum + part, 0) / whole };
    })
    .sort((a, b) => b.score - a.score || (a.to < b.to ? -1 : 1));
}
