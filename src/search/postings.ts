// The inverted index: in which sections a word stands, and how often in which
// field. Ranking is our own (score.ts) and reads it where it lies.

import type { SearchField } from './search-index.js';
import { BREAK, FIELDS } from './fields.js';
import {
  addPage,
  closePages,
  createPages,
  giveBack,
  offsetAt,
  PAGE_SIZE,
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

/** In one field, or in all. */
export function timesIn(counts: number, field: SearchField | null): number {
  switch (field) {
    case 'heading':
      return inHeading(counts);
    case 'trail':
      return inTrail(counts);
    case 'concepts':
      return inConcepts(counts);
    case 'text':
      return inText(counts);
    case null:
      return inHeading(counts) + inTrail(counts) + inConcepts(counts) + inText(counts);
  }
}

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
  /** Sweeps nothing, and so lets no section's number be used again, until what it gives is called. */
  hold(): () => void;
  /**
   * The postings of `words`, numbered anew from 1 in that order, of the sections
   * that have a new number.
   *
   * @param newNumbers by section, its new number and 1; 0 for those left out.
   */
  save(words: Uint32Array, newNumbers: Uint32Array): Generator<SavedPostings>;
  /** Takes the parts that were saved, in their order, while it has no others. */
  restore(part: SavedPostings): void;
}

/** Chunks as they lie in memory, all full: of one word after the other, from the first on. */
export interface SavedPostings {
  first: number;
  chunks: Uint32Array;
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

  let held = 0;

  function growTo(word: number): void {
    if (word < firsts.length) return;
    firsts = longer(firsts, word * 2);
    lasts = longer(lasts, word * 2);
  }

  function append(word: number, section: number, counts: number): void {
    growTo(word);
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

  /** Section by its new number, and counts. */
  function keptOf(word: number, newNumbers: Uint32Array): Uint32Array {
    let used = 0;
    each(word, (numbers, from, to) => {
      if (kept.length < used + to - from) kept = longer(kept, (used + to - from) * 2);
      for (let at = from; at < to; at += 2) {
        const number = newNumbers[numbers[at]!] ?? 0;
        if (number === 0) continue;
        kept[used] = number - 1;
        kept[used + 1] = numbers[at + 1]!;
        used += 2;
      }
    });
    return kept.subarray(0, used);
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
      if (held > 0) return [];
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
    hold() {
      held += 1;
      return () => {
        held -= 1;
      };
    },
    *save(words, newNumbers) {
      let chunks = new Uint32Array(PAGE_SIZE);
      let first = 1;
      // Address 0 is nobody's.
      let at = 1;
      for (const [index, word] of words.entries()) {
        const kept = keptOf(word, newNumbers);
        for (let from = 0; from < kept.length;) {
          if (at + CHUNK_HEADER + 2 > PAGE_SIZE) {
            yield { first, chunks: chunks.slice(0, at) };
            chunks = new Uint32Array(PAGE_SIZE);
            first = index + 1;
            at = 1;
          }
          const room = Math.floor((PAGE_SIZE - at - CHUNK_HEADER) / 2);
          const used = Math.min(room, (kept.length - from) / 2);
          chunks[at + USED] = chunks[at + ROOM] = used;
          chunks.set(kept.subarray(from, from + used * 2), at + CHUNK_HEADER);
          at += CHUNK_HEADER + used * 2;
          from += used * 2;
        }
      }
      yield { first, chunks: chunks.slice(0, at) };
    },
    restore({ first, chunks }) {
      const page = addPage(pages, chunks) * PAGE_SIZE;
      let word = first;
      for (let at = 1; at < chunks.length; word += 1) {
        growTo(word);
        // A word's postings may go on from the part before.
        const before = lasts[word]!;
        if (before === 0) firsts[word] = page + at;
        else pageAt(pages, before)[offsetAt(before) + NEXT] = page + at;
        lasts[word] = page + at;
        count += chunks[at + USED]!;
        at += CHUNK_HEADER + chunks[at + USED]! * 2;
      }
    },
  };
}

function addChunk(pages: Pages, room: number): number {
  const address = reserve(pages, CHUNK_HEADER + room * 2);
  pageAt(pages, address)[offsetAt(address) + ROOM] = room;
  return address;
}

/** The postings of the word that is saved. */
let kept = new Uint32Array(1024);

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
