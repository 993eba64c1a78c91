// Whether every relation has its reasons, and whether they are so: each is
// counted again from the mentions alone.

import { discoverConcepts } from '../../src/concepts/discovery/discovery.js';
import { issueText } from '../../src/concepts/discovery/issue-text.js';
import { mentionFinder } from '../../src/concepts/mentions/mentions.js';
import type { Quote, RelationReason } from '../../src/concepts/relations/relation.js';
import type { Concept, Issue, Mention, Section } from '../../src/model.js';
import type { ConceptSlug, SectionId } from '../../src/slug.js';
import { atOnce } from '../../src/turns.js';
import { relatednessOf } from '../../test/concepts/archive-of.js';

interface Recount {
  relations: number;
  reasons: number;
  unexplained: number;
  mismatches: number;
}

/** The relations of all concepts found in the archive, and of one section in ten. */
export async function recountReasons(issues: readonly Issue[]): Promise<Recount> {
  const concepts = discoverConcepts(issues.map(issueText)).map(({ concept }) => concept);
  const finder = atOnce(mentionFinder(concepts));
  const relatedness = relatednessOf(concepts);
  const found = new Map<SectionId, { section: Section; mentions: Mention[] }>();
  for (const { slug, sections } of issues) {
    const entries = sections.map((section) => ({ section, mentions: finder.find(section) }));
    for (const entry of entries) found.set(entry.section.id, entry);
    relatedness.put(slug, sections);
  }
  const result: Recount = { relations: 0, reasons: 0, unexplained: 0, mismatches: 0 };
  const check = (
    reasons: readonly RelationReason[],
    holds: (reason: RelationReason) => boolean,
  ) => {
    result.relations += 1;
    result.reasons += reasons.length;
    if (reasons.length === 0) result.unexplained += 1;
    for (const reason of reasons) if (!holds(reason)) result.mismatches += 1;
  };
  for (const { slug } of concepts)
    for (const { to, reasons } of await relatedness.relatedConcepts(slug, 8))
      if (to.kind === 'concept')
        check(reasons, (reason) => conceptReasonHolds(reason, slug, to.slug, concepts, found));
  for (const [index, id] of [...found.keys()].entries()) {
    if (index % 10 !== 0) continue;
    for (const { to, reasons } of await relatedness.relatedSections(id, 5))
      if (to.kind === 'section')
        check(reasons, (reason) => sectionReasonHolds(reason, id, to.id, found));
  }
  return result;
}

type Found = ReadonlyMap<SectionId, { section: Section; mentions: Mention[] }>;

function conceptReasonHolds(
  reason: RelationReason,
  one: ConceptSlug,
  other: ConceptSlug,
  concepts: readonly Concept[],
  found: Found,
): boolean {
  const entries = [...found.values()];
  const speaks = (slug: ConceptSlug, place?: Mention['place']) =>
    entries.filter(({ mentions }) =>
      mentions.some(
        (mention) => mention.concept === slug && (place === undefined || mention.place === place),
      ),
    );
  const issues = (some: typeof entries) => new Set(some.map(({ section }) => section.issue)).size;
  switch (reason.kind) {
    case 'glossary':
      return concepts.find(({ slug }) => slug === one)![reason.relation].includes(other);
    case 'together': {
      const [ofOne, ofOther] = [speaks(one), new Set(speaks(other))];
      const both = ofOne.filter((entry) => ofOther.has(entry));
      const expected = (ofOne.length * ofOther.size) / entries.length;
      return (
        both.length === reason.sections &&
        issues(both) === reason.issues &&
        Math.abs(expected - reason.expected) < 1e-9 &&
        isQuoted(reason.quote, found)
      );
    }
    case 'speaks of': {
      const headed = speaks(reason.from, 'heading').filter(({ section }) => !section.stock);
      const spoken = new Set(speaks(reason.of, 'text'));
      const both = headed.filter((entry) => spoken.has(entry));
      return (
        both.length === reason.sections &&
        issues(both) === reason.issues &&
        isQuoted(reason.quote, found)
      );
    }
    case 'definition': {
      const [from, of] = [reason.from, reason.of].map((slug) =>
        concepts.find((concept) => concept.slug === slug)!,
      ) as [Concept, Concept];
      const section = entries[0]!.section;
      const text = from.definition?.text ?? '';
      const tree = from.definition?.tree ?? section.tree;
      return atOnce(mentionFinder(concepts))
        .find({ ...section, text, tree })
        .some((mention) => mention.concept === of.slug);
    }
    case 'shared concepts':
      return false;
    case 'shared terms':
      return reason.terms.length > 2;
  }
}

function sectionReasonHolds(
  reason: RelationReason,
  one: SectionId,
  other: SectionId,
  found: Found,
): boolean {
  const sides = [found.get(one)!, found.get(other)!];
  if (reason.kind === 'shared concepts')
    return reason.concepts.every(({ slug }) =>
      sides.every(({ mentions }) => mentions.some(({ concept }) => concept === slug)),
    );
  if (reason.kind !== 'shared terms') return false;
  return reason.quotes.length === 2 && reason.quotes.every((quote) => isQuoted(quote, found));
}

function isQuoted(quote: Quote, found: Found): boolean {
  const section = found.get(quote.section)?.section;
  if (section === undefined) return false;
  const words = quote.text.replace(/^…|…$/gu, '');
  return words !== '' && (section.text.includes(words) || section.heading.includes(words));
}
