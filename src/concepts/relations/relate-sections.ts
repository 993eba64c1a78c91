// The sections nearest to a section: those that use the same rare words and
// speak of the same concepts.

import type { Definitions } from '../definitions.js';
import { rowOf, spokenIn, type ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';
import type { TermNumbers } from './issue-words.js';
import type { Relation, RelationReason } from './relation.js';
import { likeness, likenesses, weighedWords, type SectionVectors } from './section-vectors.js';
import { readSection, sharedWords, type ReadSection } from './shared-words.js';

/** Sections less alike than this are not shown: two passages on nothing in common reach .05. */
const FLOOR = 0.1;
/** Passages more alike than this are the same passage. */
const COPY = 0.85;
/** A reason names no more than this many words or concepts. */
const SHOWN = 6;

/** @param own one of the vectors' sections */
export function relateSections(
  counts: ArchiveCounts,
  definitions: Definitions,
  numbers: TermNumbers,
  vectors: SectionVectors,
  own: SectionCounts,
  limit: number,
): Relation[] {
  const weighed = weighedWords(vectors, own);
  const read = readSection(own.section);
  const relations: Relation[] = [];
  const issues = new Set([own.issue]);
  const shown: SectionCounts[] = [];
  for (const { entry, score } of nearest(vectors, own)) {
    if (relations.length === limit) break;
    const { issue, section } = entry;
    if (issues.has(issue)) continue;
    if (shown.some((one) => likeness(vectors, one, entry) > COPY)) continue;
    const reasons = reasonsFor(counts, definitions, numbers, own, entry, weighed, read);
    if (reasons.length === 0) continue;
    issues.add(issue);
    shown.push(entry);
    const { id, heading } = section;
    const to = { kind: 'section' as const, id, issue: issue.slug, heading };
    relations.push({ to, score, reasons });
  }
  return relations;
}

function nearest(
  vectors: SectionVectors,
  own: SectionCounts,
): { entry: SectionCounts; score: number }[] {
  const { words, concepts } = likenesses(vectors, own);
  const found: { entry: SectionCounts; score: number }[] = [];
  vectors.sections.forEach((entry, place) => {
    if (entry === null) return;
    const score = 0.6 * words[place]! + 0.4 * concepts[place]!;
    if (score < FLOOR || words[place]! > COPY || entry.issue === own.issue) return;
    // A copy tells the reader nothing, nor does another week's list of jobs.
    if (!isSameColumn(own, entry)) found.push({ entry, score });
  });
  return found.sort(
    (a, b) => b.score - a.score || (a.entry.section.id < b.entry.section.id ? -1 : 1),
  );
}

/** Two sections of one stock heading, as "Jobs" in every issue. */
function isSameColumn({ section: one }: SectionCounts, { section: other }: SectionCounts): boolean {
  return one.stock && other.stock && one.heading === other.heading;
}

/** One or two letters of an alphabet say nothing to a reader; one Chinese character does. */
const SAYING = /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}]|\p{N}{3}/u;

function reasonsFor(
  counts: ArchiveCounts,
  { concepts }: Definitions,
  { terms }: TermNumbers,
  own: SectionCounts,
  other: SectionCounts,
  weighed: ReadonlyMap<number, number>,
  read: ReadSection,
): RelationReason[] {
  const reasons: RelationReason[] = [];
  const spoken = [...spokenIn(own)]
    .filter((rank) => rowOf(other, rank) !== -1)
    .sort((a, b) => counts.speaking[a]!.length - counts.speaking[b]!.length)
    .slice(0, SHOWN)
    .map((rank) => ({ slug: concepts[rank]!.slug, label: concepts[rank]!.label }));
  if (spoken.length > 0) reasons.push({ kind: 'shared concepts', concepts: spoken });
  const shared = [...termsIn(other)]
    .filter((number) => (weighed.get(number) ?? 0) > 0 && SAYING.test(terms[number]!))
    .sort((a, b) => weighed.get(b)! - weighed.get(a)! || (terms[a]! < terms[b]! ? -1 : 1))
    .slice(0, SHOWN)
    .map((number) => terms[number]!);
  if (shared.length > 1) reasons.push(sharedWords(shared, [read, readSection(other.section)]));
  return reasons;
}

function termsIn({ issue: { words }, place }: SectionCounts): Uint32Array {
  return words.terms.subarray(words.starts[place], words.starts[place + 1]);
}
