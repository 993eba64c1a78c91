// Other sections that use the words of one.

import type { SectionId } from '../slug.js';
import { isStopWord } from '../text/stop-words.js';
import { sameWord } from './expand.js';
import { order, sortRange } from './order.js';
import { rangeOf } from './positions.js';
import type { Leaf } from './leaf.js';
import type { Engine } from './find.js';
import { MAX_WORK, scoreLeaves } from './score.js';
import type { LikeSection } from './search-index.js';
import { BREAK } from './fields.js';

/** As many of the section's words as tell it from others best. */
const WORDS = 20;

/** Empty when there is no section of that id. */
export function moreLike(id: SectionId, limit: number, engine: Engine): LikeSection[] {
  const { shelf, vocabulary, scores } = engine;
  const [slug] = id.split('#');
  const own = shelf.issues
    .get(slug ?? '')
    ?.sections.map((number) => shelf.sections[number])
    .find((section) => section?.id === id);
  if (own === undefined) return [];
  const counts = new Map<string, number>();
  // The headings above it and its concepts it shares with all of its issue.
  for (const field of ['heading', 'text'] as const) {
    for (const word of own.words.subarray(...rangeOf(own, field))) {
      if (word === BREAK) continue;
      const form = vocabulary.formOf(word);
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const words = [...counts]
    .filter(
      ([form]) =>
        form.length > 1 && !isStopWord(form, own.language) && vocabulary.sectionsWith(form) > 1,
    )
    .map(([form, times]) => ({
      form,
      weight: (1 + Math.log(times)) * Math.log(shelf.count / vocabulary.sectionsWith(form)),
    }))
    .sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
    .slice(0, WORDS);
  const leaves = words.map(({ form }, index): Leaf => ({
    kind: 'word',
    bit: 1 << index,
    written: form,
    field: null,
    excluded: false,
    words: sameWord(form, vocabulary, own.language === null ? [] : [own.language]),
  }));
  scores.workLeft = MAX_WORK;
  scoreLeaves(leaves, engine);
  const found = scores.found
    .subarray(0, scores.foundCount)
    .filter((number) => number !== own.number);
  const count = Math.min(limit, found.length);
  sortRange(found, order('relevance', shelf, scores.scores), 0, count);
  return [...found.subarray(0, count)].map((number) => ({
    id: shelf.sections[number]!.id,
    score: scores.scores[number]!,
    words: leaves
      .filter((leaf) => (scores.bits[number]! & leaf.bit) !== 0)
      .map((leaf) => leaf.written),
  }));
}
