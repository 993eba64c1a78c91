// What is counted of each section, kept so that one issue can be replaced
// without counting the others again.

import type { Mention, Section } from '../model.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import { contentWords } from './content-words.js';

export interface SectionCounts {
  section: Section;
  /** How often each content word stands in heading and text. */
  terms: Map<string, number>;
  /** All words, content words or not. */
  length: number;
  mentions: Map<ConceptSlug, Mention[]>;
}

export interface ArchiveCounts {
  sections: Map<SectionId, SectionCounts>;
  issues: Map<IssueSlug, SectionId[]>;
  byConcept: Map<ConceptSlug, Set<SectionId>>;
  byTerm: Map<string, Set<SectionId>>;
  /** Words of all sections together. */
  length: number;
}

export function emptyCounts(): ArchiveCounts {
  return {
    sections: new Map(),
    issues: new Map(),
    byConcept: new Map(),
    byTerm: new Map(),
    length: 0,
  };
}

export function addIssue(
  counts: ArchiveCounts,
  slug: IssueSlug,
  sections: readonly { section: Section; mentions: Mention[] }[],
): void {
  removeIssue(counts, slug);
  counts.issues.set(
    slug,
    sections.map(({ section }) => section.id),
  );
  for (const { section, mentions } of sections) {
    const { terms, length } = contentWords(`${section.heading}\n${section.text}`);
    addSection(counts, { section, terms, length, mentions: byConcept(mentions) });
  }
}

export function removeIssue(counts: ArchiveCounts, slug: IssueSlug): void {
  for (const id of counts.issues.get(slug) ?? []) {
    const entry = counts.sections.get(id);
    if (entry === undefined) continue;
    counts.sections.delete(id);
    counts.length -= entry.length;
    for (const term of entry.terms.keys()) take(counts.byTerm, term, id);
    for (const concept of entry.mentions.keys()) take(counts.byConcept, concept, id);
  }
  counts.issues.delete(slug);
}

/** The counts of an archive that has these of its issues alone. */
export function countsAsOf(
  counts: ArchiveCounts,
  wasOut: (issue: IssueSlug) => boolean,
): ArchiveCounts {
  const then = emptyCounts();
  for (const [slug, ids] of counts.issues) {
    if (!wasOut(slug)) continue;
    then.issues.set(slug, ids);
    for (const id of ids) addSection(then, counts.sections.get(id)!);
  }
  return then;
}

/** ln(1 + N / n): how much a word says that n of N sections have. */
export function rarity(counts: ArchiveCounts, sectionsWith: number): number {
  return Math.log(1 + counts.sections.size / Math.max(1, sectionsWith));
}

function addSection(counts: ArchiveCounts, entry: SectionCounts): void {
  const { id } = entry.section;
  counts.sections.set(id, entry);
  counts.length += entry.length;
  for (const term of entry.terms.keys()) put(counts.byTerm, term, id);
  for (const concept of entry.mentions.keys()) put(counts.byConcept, concept, id);
}

function byConcept(mentions: readonly Mention[]): Map<ConceptSlug, Mention[]> {
  const grouped = new Map<ConceptSlug, Mention[]>();
  for (const mention of mentions) {
    const group = grouped.get(mention.concept);
    if (group === undefined) grouped.set(mention.concept, [mention]);
    else group.push(mention);
  }
  return grouped;
}

function put<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function take<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set === undefined) return;
  set.delete(value);
  if (set.size === 0) map.delete(key);
}
