// Looks one leaf of a question up: in which sections it stands, and how often.
// A word's counts in the fields are weighted, and a long text's count less.

import { WEIGHTS } from './expand.js';
import { FIELDS } from './fields.js';
import type { Engine } from './find.js';
import type { Leaf } from './leaf.js';
import { countNear, countPhrase, withPlaces, type Place } from './positions.js';
import { inConcepts, inHeading, inText, inTrail, timesIn } from './postings.js';
import { isSynonym } from './proximity.js';
import { findRange } from './runs.js';
import type { SearchField } from './search-index.js';
import type { Shelf } from './shelf.js';
import type { Vocabulary } from './vocabulary.js';

/** How much a long text's words count less. Headings are short and do not differ so. */
const B = 0.75;
const FIELD_WEIGHTS: Record<SearchField, number> = {
  heading: 1.5,
  trail: 0.4,
  concepts: 0.8,
  text: 1,
};

// What is done with each takes so much of a question's work, in some 7 ns.
const WORK_PER_WORD_READ = 0.75;
const WORK_PER_COUNT = 4;
/** Finding a word and fetching its postings. */
const WORK_PER_WORD = 400;
/** Fetching a section's words. */
const WORK_PER_SECTION = 30;

/**
 * Leaves in the engine's scores which sections have the leaf, and how often.
 * Gives in how many sections of the archive it stands; undefined when there was
 * more to look at than a question may.
 *
 * @param needed the leaves that no section is found without
 */
export function countLeaf(leaf: Leaf, needed: number, engine: Engine): number | undefined {
  engine.scores.touchedCount = 0;
  if (leaf.kind === 'word') return countWords(leaf, engine);
  const [only, second] = leaf.places;
  return only !== undefined && second === undefined && !isSynonym(leaf)
    ? countPlace(only, leaf.field, engine)
    : withPlaces(leaf.places, engine.vocabulary.families.length, () =>
        countPassages(leaf, needed, engine),
      );
}

function countWords(
  leaf: Leaf & { kind: 'word' },
  { shelf, postings, vocabulary, scores: into }: Engine,
): number | undefined {
  const { counts, touched } = into;
  const { present, lengths } = shelf;
  const norm = B / Math.max(1, shelf.totalLength / Math.max(1, shelf.count));
  const [inHeadings, inTrails, inLabels, inTexts] = FIELDS.map((field) =>
    leaf.field === null || leaf.field === field ? FIELD_WEIGHTS[field] : 0,
  ) as [number, number, number, number];
  for (const [number, { weight }] of leaf.words) {
    into.workLeft -= WORK_PER_WORD + vocabulary.sectionsOf(number) * WORK_PER_COUNT;
    if (into.workLeft < 0) return undefined;
    const heading = weight * inHeadings;
    const trail = weight * inTrails;
    const concepts = weight * inLabels;
    const text = weight * inTexts;
    postings.each(number, (numbers, from, to) => {
      for (let at = from; at < to; at += 2) {
        const section = numbers[at]!;
        if (present[section] === 0) continue;
        const times = numbers[at + 1]!;
        const more =
          heading * inHeading(times) +
          trail * inTrail(times) +
          concepts * inConcepts(times) +
          (text * inText(times)) / (1 - B + norm * lengths[section]!);
        if (more === 0) continue;
        const count = counts[section]!;
        if (count === 0) touched[into.touchedCount++] = section;
        counts[section] = count + more;
      }
    });
  }
  return into.touchedCount;
}

/** One place alone stands wherever one of its words does: nothing is to be read. */
function countPlace(
  place: Place,
  field: SearchField | null,
  { shelf: { present }, postings, vocabulary, scores: into }: Engine,
): number | undefined {
  const { counts, touched } = into;
  for (const number of place) {
    into.workLeft -= WORK_PER_WORD + vocabulary.sectionsOf(number) * WORK_PER_COUNT;
    if (into.workLeft < 0) return undefined;
    postings.each(number, (numbers, from, to) => {
      for (let at = from; at < to; at += 2) {
        const section = numbers[at]!;
        const times = timesIn(numbers[at + 1]!, field);
        if (present[section] === 0 || times === 0) continue;
        if (counts[section] === 0) touched[into.touchedCount++] = section;
        counts[section]! += times;
      }
    });
  }
  return into.touchedCount;
}

/**
 * Only in sections that have all that is `needed`; what is found in those
 * tells how many others have it.
 */
function countPassages(
  leaf: Leaf & { kind: 'phrase' | 'near' },
  needed: number,
  { shelf, postings, vocabulary, scores: into }: Engine,
): number | undefined {
  const { counts, touched, bits } = into;
  const { present, runs } = shelf;
  const { place, sections } = rarestOf(leaf, vocabulary);
  const field = leaf.field === null ? null : FIELDS.indexOf(leaf.field);
  const size = leaf.places.length;
  let candidates = 0;
  let looked = 0;
  // Counts double as the note that a section was looked at: 0 for not yet.
  for (const number of sections === 0 ? [] : place) {
    postings.each(number, (numbers, from, to) => {
      for (let at = from; at < to && into.workLeft >= 0; at += 2) {
        const section = numbers[at]!;
        if (present[section] === 0 || counts[section] !== 0) continue;
        candidates += 1;
        if ((bits[section]! & needed) !== needed) continue;
        looked += 1;
        const { words, start, end } = findRange(runs, section, field);
        into.workLeft -= (end - start) * WORK_PER_WORD_READ + WORK_PER_SECTION;
        const count =
          leaf.kind === 'phrase'
            ? countPhrase(words, start, end, size)
            : countNear(words, start, end, size, leaf.distance);
        if (count === 0) continue;
        counts[section] = isSynonym(leaf) ? countSynonym(leaf, section, shelf) : count;
        touched[into.touchedCount++] = section;
      }
    });
  }
  if (into.workLeft < 0) return undefined;
  return looked === 0 ? 0 : (into.touchedCount * candidates) / looked;
}

/** As a word of the question would be counted, so that in a section of any length it says less than one. */
function countSynonym(
  { places, field }: Leaf & { kind: 'phrase' },
  section: number,
  { runs, lengths, totalLength, count }: Shelf,
): number {
  const norm = B / Math.max(1, totalLength / Math.max(1, count));
  return FIELDS.reduce((sum, name, index) => {
    if (field !== null && field !== name) return sum;
    const { words, start, end } = findRange(runs, section, index);
    const times = countPhrase(words, start, end, places.length);
    const length = name === 'text' ? 1 - B + norm * lengths[section]! : 1;
    return sum + (WEIGHTS.synonym * FIELD_WEIGHTS[name] * times) / length;
  }, 0);
}

/** The place that stands in the fewest sections; in 0 when it has no words, so that nothing can be found. */
export function rarestOf(
  { places }: Leaf & { kind: 'phrase' | 'near' },
  vocabulary: Vocabulary,
): { place: Place; sections: number } {
  let rarest: { place: Place; sections: number } | undefined;
  for (const place of places) {
    let sections = 0;
    for (const number of place) sections += vocabulary.sectionsOf(number);
    if (rarest === undefined || sections < rarest.sections) rarest = { place, sections };
  }
  return rarest ?? { place: new Set(), sections: 0 };
}
