// The mentions of an issue's sections as columns of numbers: the words are cut
// from heading and text again, the concepts are their places in the glossary.

import type { Concept, Mention, Section } from '../model.js';
import type { ConceptLabel } from '../search/search-index.js';
import type { ConceptSlug } from '../slug.js';

/** Can be cloned and written to disk as it is. */
export interface PackedMentions {
  /** Where each section's begin, counted in mentions; one more than there are sections. */
  starts: Uint32Array;
  /** Of each mention: its concept's rank, its kind, start and end. */
  rows: Int32Array;
  /** Words of the front matter; `start` of such a mention says which. */
  named: string[];
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
    const isNamed = place === 'front matter';
    const at = isNamed ? packed.named.push(words) - 1 : start;
    packed.rows.set([ranks.get(concept)!, kind, at, end], WIDTH * index);
  });
  return packed;
}

/** The mentions of the section that stands at `place` in its issue. */
export function mentionsAt(
  { starts, rows, named }: PackedMentions,
  place: number,
  { id, heading, text }: Section,
  concepts: readonly Concept[],
): Mention[] {
  const mentions: Mention[] = [];
  for (let row = WIDTH * starts[place]!; row < WIDTH * starts[place + 1]!; row += WIDTH) {
    const concept = concepts[rows[row]!]!.slug;
    const kind = rows[row + 1]!;
    const where = PLACES[kind % LINKABLE]!;
    const [start, end] = [rows[row + 2]!, rows[row + 3]!];
    const linkable = kind >= LINKABLE;
    mentions.push(
      where === 'front matter'
        ? { concept, section: id, place: where, words: named[start]!, start: 0, end: 0, linkable }
        : {
            ...{ concept, section: id, place: where },
            words: (where === 'heading' ? heading : text).slice(start, end),
            ...{ start, end, linkable },
          },
    );
  }
  return mentions;
}

/** The concepts that the section speaks of, most mentioned first. */
export function conceptsAt(
  { starts, rows }: PackedMentions,
  place: number,
  concepts: readonly Concept[],
): ConceptLabel[] {
  const counts = new Map<number, number>();
  for (let row = WIDTH * starts[place]!; row < WIDTH * starts[place + 1]!; row += WIDTH)
    counts.set(rows[row]!, (counts.get(rows[row]!) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([rank]) => ({ slug: concepts[rank]!.slug, label: concepts[rank]!.label }));
}
