// Names that are written as titles, or lead to pages called so, and that no
// grammar would know for names: verb phrases above all.

import { accountOf, type Candidate } from './candidate.js';
import type { Grammar } from './grammar.js';
import { keysOf, type Row, type Run, type Stretch } from './row.js';

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
  row: Row,
  candidates: readonly Candidate[],
  grammar: Grammar,
): Candidate[] {
  const known = new Set(candidates.map(({ keys }) => keys.join(' ')));
  const titles = new Map<string, { run: Run; named: boolean; sections: Set<string> }>();
  for (const stretch of row.stretches)
    for (const run of titlesIn(stretch, row)) {
      const keys = keysOf(run, row);
      const key = keys.join(' ');
      if (known.has(key) || grammar.isStopWord(keys[0]!)) continue;
      const named = isNamed(stretch, run);
      if (grammar.isStopWord(keys.at(-1)!) && !named) continue;
      const title = titles.get(key) ?? { run, named, sections: new Set() };
      titles.set(key, title);
      title.sections.add(stretch.section.id);
      title.named ||= named;
    }
  const chosen = [...titles.values()].filter(
    ({ named, sections }) => named || sections.size >= LEAST_SECTIONS,
  );
  return allPlaces(
    chosen.map(({ run }) => run),
    row,
  ).map((places, index) =>
    accountOf(Int32Array.from(places), chosen[index]!.run.length, row, grammar),
  );
}

/** All places in the row where the words of each run stand. */
function allPlaces(runs: readonly Run[], { words }: Row): number[][] {
  const found = runs.map((): number[] => []);
  const byFirst = new Map<number, number[]>();
  runs.forEach(({ start }, index) => {
    const others = byFirst.get(words[start]!);
    if (others === undefined) byFirst.set(words[start]!, [index]);
    else others.push(index);
  });
  words.forEach((word, place) => {
    for (const index of byFirst.get(word) ?? []) {
      const { start, length } = runs[index]!;
      let same = 1;
      while (same < length && words[place + same] === words[start + same]) same += 1;
      if (same === length) found[index]!.push(place);
    }
  });
  return found;
}

/** The runs of words that are set apart, or stand within a sentence, with the capitals of a title. */
function titlesIn(stretch: Stretch, { starts, ends }: Row): Run[] {
  const { apart, text, place, first, end, opens } = stretch;
  if (place === 'heading') return [];
  const written = (start: number, length = 1) =>
    text.slice(starts[start], ends[start + length - 1]);
  const found: Run[] = apart.flatMap(({ start, length, named }) => {
    const article = named && length > 1 && /^(?:the|an?)$/iu.test(written(start)) ? 1 : 0;
    const run = { start: start + article, length: length - article };
    return named || isTitle(written(start, length), length) ? [run] : [];
  });
  // Where nothing is in lower case, capitals say nothing.
  let small = first;
  while (small < end && !/^\p{Ll}{3}/u.test(written(small))) small += 1;
  if (small === end) return found;
  for (let start = opens ? first + 1 : first; start < end; start += 1) {
    if (!/^\p{Lu}/u.test(written(start))) continue;
    let length = 1;
    for (let next = start + 1; next < end; next += 1) {
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
function isNamed({ apart }: Stretch, { start, length }: Run): boolean {
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
