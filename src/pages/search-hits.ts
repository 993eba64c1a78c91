// The hits as the page shows them: those of one issue together, each with the
// reasons why it was found, in words.

import type { SearchResult } from '../knowledge-base/knowledge-base.js';
import type { HitItem } from './search.js';

export interface HitGroup {
  /** The best of its issue, or the first in the order asked for. */
  hit: ExplainedHit;
  /** The other hits of that issue on this page. */
  more: ExplainedHit[];
}

export interface ExplainedHit extends HitItem {
  /** Each reads on from “It”. */
  reasons: string[];
}

type Reason = SearchResult['hits'][number]['why'][number];

/** Where all are of one issue, none is put below another: all would be hidden but one. */
export function groupHits(hits: readonly HitItem[]): HitGroup[] {
  const groups = new Map<string, HitGroup>();
  const one = new Set(hits.map(({ issue }) => issue.slug)).size === 1;
  for (const hit of hits) {
    const explained = { ...hit, reasons: whyInWords(hit.why) };
    const group = groups.get(hit.issue.slug);
    if (group === undefined || one)
      groups.set(one ? hit.id : hit.issue.slug, { hit: explained, more: [] });
    else group.more.push(explained);
  }
  return [...groups.values()];
}

/** A sentence for each word and way in which it matched, its fields together. */
export function whyInWords(why: readonly Reason[]): string[] {
  const fields = new Map<string, { reason: Reason; places: string[] }>();
  for (const reason of why) {
    const key = JSON.stringify([reason.term, reason.match]);
    const known = fields.get(key) ?? { reason, places: [] };
    if (!known.places.includes(PLACES[reason.field])) known.places.push(PLACES[reason.field]);
    fields.set(key, known);
  }
  return [...fields.values()].map(({ reason, places }) => {
    const way = WAYS[reason.match];
    return `matches “${reason.term}”${way === '' ? '' : ` ${way}`} in ${list.format(places)}`;
  });
}

const PLACES: Record<Reason['field'], string> = {
  heading: 'the heading',
  trail: 'the headings above it',
  concepts: 'the names of its concepts',
  text: 'the text',
};

const WAYS: Record<Reason['match'], string> = {
  exact: '',
  stem: 'by its stem',
  prefix: 'as the beginning of a word',
  synonym: 'by another name',
  fuzzy: 'by a similar spelling',
  phrase: 'as a phrase',
};

const list = new Intl.ListFormat('en');
