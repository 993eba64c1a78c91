// The hits as the page shows them: those of one issue together, each with the
// reasons why it was found.

import type { SearchResult } from '../knowledge-base/knowledge-base.js';
import { urls } from '../urls.js';
import type { Match } from '../words/reasons.js';
import type { HitItem } from './search.js';

export interface HitGroup {
  /** The best of its issue, or the first in the order asked for. */
  hit: ExplainedHit;
  /** The other hits of that issue on this page. */
  more: ExplainedHit[];
}

export interface ExplainedHit extends HitItem {
  matches: Match[];
}

type Reason = SearchResult['hits'][number]['why'][number];

/**
 * Where all are of one issue, none is put below another: all would be hidden but
 * one. Their addresses carry the question, so that its words are marked there.
 */
export function groupHits(hits: readonly HitItem[], q: string): HitGroup[] {
  const groups = new Map<string, HitGroup>();
  const one = new Set(hits.map(({ issue }) => issue.slug)).size === 1;
  for (const hit of hits) {
    const url = urls.section(hit.id, { q });
    const explained = { ...hit, url, matches: matchesOf(hit.why) };
    const group = groups.get(hit.issue.slug);
    if (group === undefined || one)
      groups.set(one ? hit.id : hit.issue.slug, { hit: explained, more: [] });
    else group.more.push(explained);
  }
  return [...groups.values()];
}

/** One for each word and way in which it matched, its fields together. */
export function matchesOf(why: readonly Reason[]): Match[] {
  const matches = new Map<string, Match>();
  for (const { term, match, field } of why) {
    const key = JSON.stringify([term, match]);
    const known = matches.get(key) ?? { term, match, fields: [] };
    if (!known.fields.includes(field)) known.fields.push(field);
    matches.set(key, known);
  }
  return [...matches.values()];
}
