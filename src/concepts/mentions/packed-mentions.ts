// The mentions of an issue's sections as columns of numbers: the words are cut
// from heading and text again, the concepts are their ranks in the glossary.

import type { Concept, Mention, Section } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';

/** Can be cloned and written to disk as it is. */
export interface PackedMentions {
  /** Where each section's begin, counted in mentions; one more than there are sections. */
  starts: Uint32Array;
  /** Of each mention: its concept's rank, its kind, start and end. */
  rows: Int32Array;
  /** Words of the front matter; `start` of such a mention says which. */
  named: string[];
}

/** A mention as its row tells it. */
export interface MentionRow {
  rank: number;
  place: Mention['place'];
  start: number;
  end: number;
  linkable: boolean;
}

const WIDTH = 4;
const PLACES = ['heading', 'text', 'front matter'] as const;
const LINKABLE = 4;

/** @param ranks the places of the concepts in the glossary */
export function packMentions(
  sections: readonly (readonly Mention[])[],
  ranks: ReadonlyMap<ConceptSlug, number>,
): PackedMentions {
  const all = sections.flat();
  const packed: PackedMentions = {
    starts: new Uint32Array(sections.length + 1),
    rows: new Int32Array(WIDTH * all.length),
    named: [],
  };
  let count = 0;
  sections.forEach((mentions, place) => {
    count += mentions.length;
    packed.starts[place + 1] = count;
  });
  all.forEach(({ concept, place, words, start, end, linkable }, index) => {
    const kind = PLACES.indexOf(place) + (linkable ? LINKABLE : 0);
    const at = place === 'front matter' ? packed.named.push(words) - 1 : start;
    packed.rows.set([ranks.get(concept)!, kind, at, end], WIDTH * index);
  });
  return packed;
}

/**
 * The mentions of the section that stands at `place` in its issue, in their order; those of one
 * concept alone where its rank is given.
 */
export function rowsAt(
  { starts, rows }: PackedMentions,
  place: number,
  only?: number,
): MentionRow[] {
  const found: MentionRow[] = [];
  for (let at = WIDTH * starts[place]!; at < WIDTH * starts[place + 1]!; at += WIDTH) {
    if (only !== undefined && rows[at] !== only) continue;
    const kind = rows[at + 1]!;
    found.push({
      rank: rows[at]!,
      place: PLACES[kind % LINKABLE]!,
      start: rows[at + 2]!,
      end: rows[at + 3]!,
      linkable: kind >= LINKABLE,
    });
  }
  return found;
}

/** Start and end of each mention of the concept in the section's text, one after another. */
export function rangesInText(
  { starts, rows }: PackedMentions,
  place: number,
  rank: number,
): number[] {
  const ranges: number[] = [];
  for (let at = WIDTH * starts[place]!; at < WIDTH * starts[place + 1]!; at += WIDTH) {
    if (rows[at] === rank && PLACES[rows[at + 1]! % LINKABLE] === 'text')
      ranges.push(rows[at + 2]!, rows[at + 3]!);
  }
  return ranges;
}

/** The section's mentions as they were packed; those of one concept alone where its rank is given. */
export function mentionsAt(
  packed: PackedMentions,
  place: number,
  { id, heading, text }: Section,
  concepts: readonly Concept[],
  only?: number,
): Mention[] {
  return rowsAt(packed, place, only).map(({ rank, place, start, end, linkable }) => {
    const mention = { concept: concepts[rank]!.slug, section: id, place };
    if (place === 'front matter')
      return { ...mention, words: packed.named[start]!, start: 0, end: 0, linkable };
    const words = (place === 'heading' ? heading : text).slice(start, end);
    return { ...mention, words, start, end, linkable };
  });
}

/** The ranks of the concepts that the section speaks of, most mentioned first. */
export function ranksAt({ starts, rows }: PackedMentions, place: number): number[] {
  const counts = new Map<number, number>();
  for (let at = WIDTH * starts[place]!; at < WIDTH * starts[place + 1]!; at += WIDTH)
    counts.set(rows[at]!, (counts.get(rows[at]!) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([rank]) => rank);
}

/** How many mentions the issue has. */
export function countMentions({ starts }: PackedMentions): number {
  return starts.at(-1)!;
}
