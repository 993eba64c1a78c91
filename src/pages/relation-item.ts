// A relation as pages show it, each reason also in words.

import type { Relation } from '../knowledge-base/knowledge-base.js';
import type { ConceptRef } from './concept-item.js';
import type { ConceptSlug } from '../slug.js';
import { urls } from '../urls.js';
import { en } from '../words/en.js';
import { relationInWords, type NamedReason } from '../words/reasons.js';

export type RelationItem = Relation & { url: string; reasons: ReasonItem[] };

export type ReasonItem = NamedReason & {
  /** For JSON, in English; pages say it in their own language. */
  words: string;
  /** Where its quote stands. */
  url?: string;
};

/**
 * @param from what the relations were asked for, when it is a concept.
 * @param asof when the archive is looked at.
 */
export function relationItem(
  relation: Relation,
  from: ConceptRef | null,
  asof?: string,
): RelationItem {
  const { to } = relation;
  const known = [...(from ? [from] : []), ...(to.kind === 'concept' ? [to] : [])];
  const label = (slug: ConceptSlug) => known.find((one) => one.slug === slug)?.label ?? slug;
  return {
    ...relation,
    url: to.kind === 'concept' ? urls.asOf(asof).concept(to.slug) : urls.section(to.id),
    reasons: relation.reasons.map((reason) => {
      const named: NamedReason =
        'from' in reason
          ? { ...reason, names: { from: label(reason.from), of: label(reason.of) } }
          : reason;
      return {
        ...named,
        words: relationInWords(en, named),
        ...('quote' in reason ? { url: urls.section(reason.quote.section) } : {}),
      };
    }),
  };
}
