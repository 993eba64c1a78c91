// What was read of each section, one run of numbers each: its words in their
// order, and the landmarks of its text.

import {
  addPage,
  createPages,
  giveBack,
  isOpen,
  offsetAt,
  PAGE_SIZE,
  pageAt,
  pageNumberOf,
  reserve,
  type Pages,
} from './pages.js';
import { FIELDS } from './fields.js';

export interface Run {
  /** The numbers of its words in reading order, field after field, with BREAKs. */
  words: Uint32Array;
  /** Where each field begins in `words`, in the order of FIELDS, and where the last ends. */
  fieldStarts: readonly number[];
  /**
   * Every now and then, a word's index among the text's words and its offset
   * in the text, one after the other: an excerpt need not read from the start.
   */
  landmarks: Uint32Array;
}

/** By section number. */
export interface Runs {
  pages: Pages;
  addresses: Uint32Array;
  sizes: Uint32Array;
  /** By page, how many of its numbers are of sections that are there. */
  used: number[];
}

/** A run begins with where its fields end. */
export const HEADER = FIELDS.length;

export function createRuns(): Runs {
  return {
    pages: createPages(),
    addresses: new Uint32Array(1024),
    sizes: new Uint32Array(1024),
    used: [],
  };
}

export function putRun(runs: Runs, section: number, { words, fieldStarts, landmarks }: Run): void {
  const size = HEADER + words.length + landmarks.length;
  const address = reserve(runs.pages, size);
  const page = pageAt(runs.pages, address);
  const start = offsetAt(address);
  page.set(fieldStarts.slice(1), start);
  page.set(words, start + HEADER);
  page.set(landmarks, start + HEADER + words.length);
  place(runs, section, address, size);
}

/** Forgets a section's run. Where most of a page is forgotten, the rest of it moves elsewhere. */
export function dropRun(runs: Runs, section: number): void {
  const { pages, addresses, sizes, used } = runs;
  const page = pageNumberOf(addresses[section]!);
  used[page]! -= sizes[section]!;
  sizes[section] = 0;
  if (used[page]! > PAGE_SIZE / 2 || isOpen(pages, page)) return;
  const numbers = pages.all[page]!;
  for (let other = 0; other < addresses.length; other += 1) {
    if (sizes[other] === 0 || pageNumberOf(addresses[other]!) !== page) continue;
    const start = offsetAt(addresses[other]!);
    const run = numbers.subarray(start, start + sizes[other]!);
    const moved = reserve(pages, run.length);
    pageAt(pages, moved).set(run, offsetAt(moved));
    place(runs, other, moved, run.length);
  }
  used[page] = 0;
  giveBack(pages, page);
}

/** Takes a page whose runs lie one after the other, as the sections from `first` on. */
export function adoptPage(runs: Runs, first: number, page: Uint32Array, sizes: Uint32Array): void {
  let address = addPage(runs.pages, page) * PAGE_SIZE;
  let section = first;
  for (const size of sizes) {
    place(runs, section, address, size);
    address += size;
    section += 1;
  }
}

export function runOf(runs: Runs, section: number): Run {
  const address = runs.addresses[section]!;
  const page = pageAt(runs.pages, address);
  const start = offsetAt(address) + HEADER;
  const fieldStarts = [0];
  for (let at = start - HEADER; at < start; at += 1) fieldStarts.push(page[at]!);
  const words = fieldStarts[HEADER]!;
  const end = start + runs.sizes[section]! - HEADER;
  return {
    words: page.subarray(start, start + words),
    fieldStarts,
    landmarks: page.subarray(start + words, end),
  };
}

/** Where the words of a field, or of all (null), lie. */
export function findRange(
  { pages, addresses }: Runs,
  section: number,
  field: number | null,
): { words: Uint32Array; start: number; end: number } {
  const address = addresses[section]!;
  const words = pageAt(pages, address);
  const header = offsetAt(address);
  const first = header + HEADER;
  return {
    words,
    start: field === null || field === 0 ? first : first + words[header + field - 1]!,
    end: first + words[header + (field ?? HEADER - 1)]!,
  };
}

function place(runs: Runs, section: number, address: number, size: number): void {
  if (section >= runs.addresses.length) {
    runs.addresses = longer(runs.addresses, section * 2);
    runs.sizes = longer(runs.sizes, section * 2);
  }
  runs.addresses[section] = address;
  runs.sizes[section] = size;
  const page = pageNumberOf(address);
  runs.used[page] = (runs.used[page] ?? 0) + size;
}

/** The same numbers, with room for `size`. */
export function longer<
  Numbers extends Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array,
>(numbers: Numbers, size: number): Numbers {
  const larger = new (numbers.constructor as new (size: number) => Numbers)(size);
  larger.set(numbers);
  return larger;
}
