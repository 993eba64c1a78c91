// Why two things are related and why a passage was found, in words.

import type { Relation, SearchResult } from '../knowledge-base/knowledge-base.js';
import type { Words } from './en.js';

type RelationReason = Relation['reasons'][number];
type Reason = SearchResult['hits'][number]['why'][number];

/** A reason with the labels of the concepts that it names by slug. */
export type NamedReason = RelationReason & { names?: { from: string; of: string } };

/** One word, and one way in which it matched, in one field or more. */
export interface Match extends Pick<Reason, 'term' | 'match'> {
  fields: Reason['field'][];
}

/** A sentence without its full stop, that reads on from “related, since”. */
export function relationInWords({ reasons: words }: Words, reason: NamedReason): string {
  const { from, of } = reason.names ?? { from: '', of: '' };
  switch (reason.kind) {
    case 'glossary':
      return words[reason.relation];
    case 'together':
      return words.together(reason.sections, reason.issues, reason.expected);
    case 'speaks of':
      return words.speaksOf(reason.sections, reason.issues, from, of);
    case 'definition':
      return words.definition(from, of);
    case 'shared concepts':
      return words.sharedConcepts(reason.concepts.map((concept) => concept.label));
    case 'shared terms':
      return words.sharedTerms(reason.terms);
  }
}

export function matchInWords({ search: words }: Words, { term, match, fields }: Match): string {
  return words.matches(
    term,
    words.ways[match],
    fields.map((field) => words.places[field]),
  );
}
