// Names that are written as titles, or lead to pages called so, and that no
// grammar would know for names: verb phrases above all.

import { countOccurrence, emptyCandidate, type Candidate } from './candidate.js';
import type { Grammar } from './grammar.js';
import type { Run, Stretch } from './reading.js';

/** A title written once is a headline. */
const LEAST_SECTIONS = 2;
/** In words. */
const LONGEST = 7;

/**
 * Names that no grammar would know for one ("Respond to Change", "Test If It
 * Holds"): the archive sets them apart again and again, with the capitals of a
 * title, or links them, once is enough, to a page of its own that is called so.
 */
export function findTitles(
  stretches: readonly Stretch[],
  candidates: readonly Candidate[],
  grammar: Grammar,
): Candidate[] {
  const known = new Set(candidates.map(({ keys }) => keys.join(' ')));
  const named = new Set<Candidate>();
  const titles = new Map<string, { candidate: Candidate; sections: Set<string> }>();
  for (const stretch of stretches)
    for (const { start, length } of titlesIn(stretch)) {
      const keys = stretch.keys.slice(start, start + length);
      const key = keys.join(' ');
      if (known.has(key) || grammar.isStopWord(keys[0]!)) continue;
      if (grammar.isStopWord(keys.at(-1)!) && !isNamed(stretch, start, length)) continue;
      const title = titles.get(key) ?? { candidate: emptyCandidate(keys), sections: new Set() };
      titles.set(key, title);
      title.sections.add(stretch.section.id);
      if (isNamed(stretch, start, length)) named.add(title.candidate);
    }
  const byFirst = new Map<string, Candidate[]>();
  for (const { candidate, sections } of titles.values()) {
    if (sections.size < LEAST_SECTIONS && !named.has(candidate)) continue;
    const first = candidate.keys[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), candidate]);
  }
  for (const stretch of stretches)
    stretch.keys.forEach((key, start) => {
      for (const candidate of byFirst.get(key) ?? [])
        if (candidate.keys.every((one, index) => stretch.keys[start + index] === one))
          countOccurrence(candidate, stretch, start, candidate.keys.length, grammar);
    });
  const found = [...byFirst.values()].flat();
  return found;
}

/** The runs of words that are set apart, or stand within a sentence, with the capitals of a title. */
function titlesIn(stretch: Stretch): Run[] {
  const { apart, section, place, starts, ends, keys, opens } = stretch;
  if (place === 'heading') return [];
  const written = (start: number, length = 1) =>
    section.text.slice(starts[start], ends[start + length - 1]);
  const found: Run[] = apart.flatMap(({ start, length, named }) => {
    const article = named && length > 1 && /^(?:the|an?)$/iu.test(written(start)) ? 1 : 0;
    const run = { start: start + article, length: length - article };
    return named || isTitle(written(start, length), length) ? [run] : [];
  });
  // Where nothing is in lower case, capitals say nothing.
  if (!keys.some((_, index) => /^\p{Ll}{3}/u.test(written(index)))) return found;
  for (let start = opens ? 1 : 0; start < keys.length; start += 1) {
    if (!/^\p{Lu}/u.test(written(start))) continue;
    let length = 1;
    for (let next = start + 1; next < keys.length; next += 1) {
      if (/^\p{Lu}/u.test(written(next))) length = next + 1 - start;
      else if (written(next).length > SMALL) break;
    }
    if (isTitle(written(start, length), length) && !found.some((run) => run.start === start))
      found.push({ start, length });
    start += length;
  }
  return found;
}

/** Linked to a page that is called so, with or without its article. */
function isNamed({ apart }: Stretch, start: number, length: number): boolean {
  return (
    length <= LONGEST &&
    apart.some(
      (run) =>
        run.named &&
        run.start + run.length === start + length &&
        run.start >= start - 1 &&
        run.start <= start,
    )
  );
}

/** Titles leave words up to this many letters in lower case. */
const SMALL = 3;

function isTitle(written: string, length: number): boolean {
  return (
    length > 1 &&
    length <= LONGEST &&
    /^\p{Lu}/u.test(written) &&
    !/(?:^|\s)\p{Ll}{4}/u.test(written)
  );
}
