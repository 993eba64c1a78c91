// A relation as pages show it, each reason also in words.

import type { Relation } from '../knowledge-base/knowledge-base.js';
import type { ConceptRef } from './concept-item.js';
import type { ConceptSlug } from '../slug.js';
import { urls } from '../urls.js';

type RelationReason = Relation['reasons'][number];

export type RelationItem = Relation & { url: string; reasons: ReasonItem[] };

export type ReasonItem = RelationReason & {
  /** A sentence without its full stop, that reads on from “related, since”. */
  words: string;
  /** Where its quote stands. */
  url?: string;
};

/** @param from what the relations were asked for, when it is a concept. */
export function relationItem(relation: Relation, from: ConceptRef | null): RelationItem {
  const { to } = relation;
  const known = [...(from ? [from] : []), ...(to.kind === 'concept' ? [to] : [])];
  return {
    ...relation,
    url: to.kind === 'concept' ? urls.concept(to.slug) : urls.section(to.id),
    reasons: relation.reasons.map((reason) => ({
      ...reason,
      words: inWords(reason, (slug) => known.find((one) => one.slug === slug)?.label ?? slug),
      ...('quote' in reason ? { url: urls.section(reason.quote.section) } : {}),
    })),
  };
}

function inWords(reason: RelationReason, label: (slug: ConceptSlug) => string): string {
  switch (reason.kind) {
    case 'glossary':
      return {
        broader: 'the glossary calls it broader',
        narrower: 'the glossary calls it narrower',
        related: 'the glossary relates them',
      }[reason.relation];
    case 'together':
      return (
        `spoken of together in ${count(reason.sections, 'section')} of ` +
        `${count(reason.issues, 'issue')}, where chance would give ${roughly(reason.expected)}`
      );
    case 'speaks of':
      return (
        `${count(reason.sections, 'section')} of ${count(reason.issues, 'issue')} on ` +
        `${label(reason.from)} ${reason.sections === 1 ? 'speaks' : 'speak'} of ${label(reason.of)}`
      );
    case 'definition':
      return `the definition of ${label(reason.from)} speaks of ${label(reason.of)}`;
    case 'shared concepts':
      return `both speak of ${list(reason.concepts.map((concept) => concept.label))}`;
    case 'shared terms':
      return `both use ${list(reason.terms.map((term) => `“${term}”`))}`;
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function roughly(n: number): string {
  return n < 10 ? n.toFixed(1) : n.toFixed(0);
}

function list(names: string[]): string {
  return new Intl.ListFormat('en').format(names);
}
