// The sections nearest to a section: those that use the same rare words and
// speak of the same concepts.

import type { ConceptSlug, SectionId } from '../slug.js';
import { asWritten, contentWords } from './content-words.js';
import { dot, unit } from './cosine.js';
import type { Definitions } from './definitions.js';
import type { Relation, RelationReason } from './relation.js';
import type { ArchiveCounts, SectionCounts } from './section-counts.js';
import { rarity } from './section-counts.js';
import { quoteAt, sentenceAt } from './sentence.js';

/** Sections less alike than this are not shown: two passages on nothing in common reach .05. */
const FLOOR = 0.1;
/** Passages more alike than this are the same passage. */
const COPY = 0.85;
/** A reason names no more than this many words or concepts. */
const SHOWN = 6;

/** Each section's words and concepts as vectors of length 1; made when asked for. */
export type SectionVectors = Map<SectionId, Vectors>;

interface Vectors {
  words: Map<string, number>;
  /** Each weighted by how few sections speak of it. */
  concepts: Map<string, number>;
}

/** @param vectors forgotten by the caller when the archive changes */
export function relateSections(
  counts: ArchiveCounts,
  definitions: Definitions,
  vectors: SectionVectors,
  id: SectionId,
  limit: number,
): Relation[] {
  const own = counts.sections.get(id);
  if (own === undefined) return [];
  const vectorsOf = (entry: SectionCounts) => {
    const known = vectors.get(entry.section.id);
    if (known !== undefined) return known;
    const made = makeVectors(counts, entry);
    vectors.set(entry.section.id, made);
    return made;
  };
  const { words: vector, concepts: spoken } = vectorsOf(own);
  const found = [...candidates(counts, own, vector)]
    .map((candidate) => {
      const entry = counts.sections.get(candidate)!;
      const other = vectorsOf(entry);
      const words = dot(vector, other.words);
      const concepts = dot(spoken, other.concepts);
      // A copy tells the reader nothing, nor does another week's list of jobs.
      if (words > COPY || isSameColumn(own, entry)) return { entry, score: 0 };
      return { entry, score: 0.6 * words + 0.4 * concepts };
    })
    .filter(({ score }) => score >= FLOOR)
    .sort((a, b) => b.score - a.score || (a.entry.section.id < b.entry.section.id ? -1 : 1));
  const relations: Relation[] = [];
  const issues = new Set([own.section.issue]);
  const shown: Map<string, number>[] = [];
  for (const { entry, score } of found) {
    if (relations.length === limit) break;
    if (issues.has(entry.section.issue)) continue;
    if (shown.some((one) => dot(one, vectorsOf(entry).words) > COPY)) continue;
    const reasons = reasonsFor(counts, definitions, own, entry, vector);
    if (reasons.length === 0) continue;
    issues.add(entry.section.issue);
    shown.push(vectorsOf(entry).words);
    const { id, issue, heading } = entry.section;
    relations.push({ to: { kind: 'section', id, issue, heading }, score, reasons });
  }
  return relations;
}

/** Two sections of one stock heading, as "Jobs" in every issue. */
function isSameColumn({ section: one }: SectionCounts, { section: other }: SectionCounts): boolean {
  return one.stock && other.stock && one.heading === other.heading;
}

/** Sections that share one of the section's weightiest words, or a concept. */
function candidates(
  counts: ArchiveCounts,
  own: SectionCounts,
  vector: Map<string, number>,
): Set<SectionId> {
  const found = new Set<SectionId>();
  const heaviest = [...vector].sort(([, a], [, b]) => b - a).slice(0, 25);
  for (const [term] of heaviest) for (const id of counts.byTerm.get(term) ?? []) found.add(id);
  for (const concept of own.mentions.keys())
    for (const id of counts.byConcept.get(concept) ?? []) found.add(id);
  return found;
}

function makeVectors(counts: ArchiveCounts, { terms, mentions }: SectionCounts): Vectors {
  const counted = new Map<string, number>();
  for (const [concept, found] of mentions) counted.set(concept, found.length);
  return {
    words: unit(terms, (term) =>
      Math.log(counts.sections.size / Math.max(1, counts.byTerm.get(term)?.size ?? 1)),
    ),
    concepts: unit(counted, (slug) =>
      rarity(counts, counts.byConcept.get(slug as ConceptSlug)?.size ?? 1),
    ),
  };
}

/** One or two letters of an alphabet say nothing to a reader; one Chinese character does. */
const SAYING = /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}]|\p{N}{3}/u;

function reasonsFor(
  counts: ArchiveCounts,
  definitions: Definitions,
  one: SectionCounts,
  other: SectionCounts,
  vector: Map<string, number>,
): RelationReason[] {
  const reasons: RelationReason[] = [];
  const concepts = [...one.mentions.keys()]
    .filter((slug) => other.mentions.has(slug) && definitions.concepts.has(slug))
    .sort((a, b) => (counts.byConcept.get(a)?.size ?? 0) - (counts.byConcept.get(b)?.size ?? 0))
    .slice(0, SHOWN)
    .map((slug) => ({ slug, label: definitions.concepts.get(slug)!.label }));
  if (concepts.length > 0) reasons.push({ kind: 'shared concepts', concepts });
  const terms = [...vector]
    .filter(([term]) => other.terms.has(term) && SAYING.test(term))
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([term]) => term);
  if (terms.length > 1) {
    const sides = [one.section, other.section];
    reasons.push({
      kind: 'shared terms',
      terms: asWritten(
        terms,
        sides.map(({ heading, text }) => `${heading}\n${text}`),
      ),
      quotes: sides.map((section) => ({
        section: section.id,
        // A heading alone, above other headings, is all that there is to quote.
        text: richest(section.text, terms) || section.heading,
      })),
    });
  }
  return reasons;
}

/** The sentence that has most of the terms, the first of them where several do. */
function richest(text: string, terms: readonly string[]): string {
  let best = { text: '', found: -1 };
  for (let at = 0; at < text.length;) {
    const { start, end } = sentenceAt(text, at, at + 1);
    const sentence = text.slice(start, end);
    const { terms: words } = contentWords(sentence);
    const found = terms.filter((term) => words.has(term)).length;
    if (found > best.found) best = { text: quoteAt(text, start, start + 1), found };
    at = Math.max(end, at) + 1;
  }
  return best.text;
}
