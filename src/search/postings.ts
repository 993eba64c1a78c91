// The inverted index: in which sections a word stands, and how often in which
// field. Ranking is our own (score.ts) and reads it where it lies.

import type { SearchField } from './search-index.js';
import { BREAK, FIELDS } from './fields.js';
import {
  closePages,
  createPages,
  giveBack,
  offsetAt,
  pageAt,
  reserve,
  type Pages,
} from './pages.js';
import { longer, type Run } from './runs.js';

/**
 * How often a word stands in each field of a section, in one number: so many
 * bits for each field, and a word that stands oftener counts as often as fits.
 */
const COUNTS: Record<SearchField, { shift: number; most: number }> = {
  heading: { shift: 26, most: 2 ** 6 - 1 },
  trail: { shift: 20, most: 2 ** 6 - 1 },
  concepts: { shift: 14, most: 2 ** 6 - 1 },
  text: { shift: 0, most: 2 ** 14 - 1 },
};

export const inHeading = (counts: number): number => counts >>> 26;
export const inTrail = (counts: number): number => (counts >>> 20) & (2 ** 6 - 1);
export const inConcepts = (counts: number): number => (counts >>> 14) & (2 ** 6 - 1);
export const inText = (counts: number): number => counts & (2 ** 14 - 1);

/**
 * A word's postings lie in chunks, each twice as long as the one before, up to
 * MOST_IN_CHUNK: where the next chunk is, how many postings are in this one and
 * how many could be; then for each posting the section's number and the counts.
 */
const NEXT = 0;
const USED = 1;
const ROOM = 2;
const CHUNK_HEADER = 3;
const MOST_IN_CHUNK = 256;

/** Postings of sections that are gone are swept out when there are half as many as others, and this many. */
const MIN_GONE = 100_000;
/** So many are looked through at a time, in a few milliseconds. */
const SWEPT_AT_ONCE = 100_000;

export interface Postings {
  /** Gives the section's words, each once; they are good until the next call. */
  takeIn(section: number, run: Pick<Run, 'words' | 'fieldStarts'>): Uint32Array;
  /** Says that a section with so many different words is there no more. */
  discard(section: number, words: number): void;
  /**
   * Calls `visit` with the postings of a word, a stretch of `numbers` at a
   * time: section and counts in turn. Sections that are gone may be among them.
   */
  each(word: number, visit: (numbers: Uint32Array, from: number, to: number) => void): void;
  /**
   * Goes on to throw out postings of sections that are gone, where there are
   * many. Gives the sections that no posting speaks of any more.
   */
  sweep(present: Uint8Array): number[];
}

export function createPostings(): Postings {
  const pages = createPages();
  /** By word, the addresses of its first and last chunk; 0 for none. */
  let firsts = new Uint32Array(1024);
  let lasts = new Uint32Array(1024);
  let count = 0;
  let gone = 0;
  let goneSections: number[] = [];
  let sweeping: { word: number; pages: number[]; gone: number; sections: number[] } | undefined;

  function append(word: number, section: number, counts: number): void {
    if (word >= firsts.length) {
      firsts = longer(firsts, word * 2);
      lasts = longer(lasts, word * 2);
    }
    let address = lasts[word]!;
    if (address === 0) address = firsts[word] = lasts[word] = addChunk(pages, 1);
    let page = pageAt(pages, address);
    let start = offsetAt(address);
    if (page[start + USED] === page[start + ROOM]) {
      address = addChunk(pages, Math.min(MOST_IN_CHUNK, page[start + ROOM]! * 2));
      page[start + NEXT] = lasts[word] = address;
      page = pageAt(pages, address);
      start = offsetAt(address);
    }
    const at = start + CHUNK_HEADER + page[start + USED]! * 2;
    page[at] = section;
    page[at + 1] = counts;
    page[start + USED]! += 1;
  }

  function each(
    word: number,
    visit: (numbers: Uint32Array, from: number, to: number) => void,
  ): void {
    for (let address = firsts[word] ?? 0; address !== 0;) {
      const page = pageAt(pages, address);
      const start = offsetAt(address);
      address = page[start + NEXT]!;
      const from = start + CHUNK_HEADER;
      visit(page, from, from + page[start + USED]! * 2);
    }
  }

  /** Writes a word's postings anew, without those of sections that are gone. Gives how many it looked at. */
  function clean(word: number, present: Uint8Array): number {
    const all: number[] = [];
    each(word, (numbers, from, to) => {
      for (let at = from; at < to; at += 1) all.push(numbers[at]!);
    });
    firsts[word] = lasts[word] = 0;
    for (let at = 0; at < all.length; at += 2)
      if (present[all[at]!] === 1) append(word, all[at]!, all[at + 1]!);
    return all.length / 2;
  }

  return {
    takeIn(section, run) {
      const found = countWords(run);
      for (const word of found) {
        append(word, section, countsOf[word]!);
        countsOf[word] = 0;
      }
      count += found.length;
      return found;
    },
    discard(section, words) {
      count -= words;
      gone += words;
      goneSections.push(section);
    },
    each,
    sweep(present) {
      if (sweeping === undefined) {
        if (gone < MIN_GONE || gone < count / 2) return [];
        sweeping = { word: 0, pages: closePages(pages), gone, sections: goneSections };
        goneSections = [];
      }
      for (let seen = 0; seen < SWEPT_AT_ONCE && sweeping.word < firsts.length; sweeping.word += 1)
        seen += clean(sweeping.word, present);
      if (sweeping.word < firsts.length) return [];
      const { pages: old, sections } = sweeping;
      for (const page of old) giveBack(pages, page);
      gone -= sweeping.gone;
      sweeping = undefined;
      return sections;
    },
  };
}

function addChunk(pages: Pages, room: number): number {
  const address = reserve(pages, CHUNK_HEADER + room * 2);
  pageAt(pages, address)[offsetAt(address) + ROOM] = room;
  return address;
}

/** The counts of each word of the section at hand, by word; 0 for all others. */
let countsOf = new Uint32Array(1024);
let distinct = new Uint32Array(1024);

function countWords({ words, fieldStarts }: Pick<Run, 'words' | 'fieldStarts'>): Uint32Array {
  let found = 0;
  if (distinct.length < words.length) distinct = new Uint32Array(words.length * 2);
  for (const [index, field] of FIELDS.entries()) {
    const { shift, most } = COUNTS[field];
    const end = fieldStarts[index + 1]!;
    for (let at = fieldStarts[index]!; at < end; at += 1) {
      const word = words[at]!;
      if (word === BREAK) continue;
      if (word >= countsOf.length) countsOf = longer(countsOf, word * 2);
      const counts = countsOf[word]!;
      if (counts === 0) distinct[found++] = word;
      if (((counts >>> shift) & most) < most) countsOf[word] = counts + 2 ** shift;
    }
  }
  return distinct.subarray(0, found);
}
