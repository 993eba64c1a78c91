// Which words of the archive begin alike or are spelt alike. MiniSearch's tree
// of letters holds the words that are taken in; those of an index that was
// saved come in order, and a list in order needs no tree. This is the only file
// that knows MiniSearch.

import SearchableMap from 'minisearch/SearchableMap';
import { longer } from './runs.js';

export interface Spelling {
  form: string;
  /** How many letters are changed, left out or put in. */
  distance: number;
}

export interface Dictionary {
  /** A form that it has not got. */
  add(form: string): void;
  /** A form that comes after all those given so before, in the order of UTF-16 units. */
  addInOrder(form: string): void;
  /** In order. */
  startingWith(prefix: string): string[];
  /** In order; at most `distance` away. */
  speltLike(form: string, distance: number): Spelling[];
}

export function createDictionary(): Dictionary {
  const tree = new SearchableMap<true>();
  const list: string[] = [];
  /** By place in the list, how many letters a form shares with the one before it. */
  let shared = new Uint8Array(1024);
  return {
    add(form) {
      tree.set(form, true);
    },
    addInOrder(form) {
      if (list.length >= shared.length) shared = longer(shared, list.length * 2);
      shared[list.length] = Math.min(255, sharedLength(list.at(-1) ?? '', form));
      list.push(form);
    },
    startingWith(prefix) {
      const found = [...tree.atPrefix(prefix).keys()];
      const from = firstWhere(list, 0, (form) => form >= prefix);
      const to = firstWhere(list, from, (form) => !form.startsWith(prefix));
      return found.concat(list.slice(from, to)).sort();
    },
    speltLike(form, distance) {
      const found = spellings(list, shared, form, distance);
      for (const [other, [, away]] of tree.fuzzyGet(form, distance))
        found.push({ form: other, distance: away });
      return found.sort((a, b) => (a.form < b.form ? -1 : 1));
    },
  };
}

/** The first index from `from` on that the test holds for, which holds for all after it; the length for none. */
function firstWhere(
  list: readonly string[],
  from: number,
  test: (form: string) => boolean,
): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Levenshtein's table of distances, a row for each letter of the list's form,
 * kept as far as the next form begins alike. Where no number of a row is within
 * reach, no form that begins so can be, and all are passed over.
 */
function spellings(
  list: readonly string[],
  shared: Uint8Array,
  wanted: string,
  reach: number,
): Spelling[] {
  const found: Spelling[] = [];
  const longest = wanted.length + reach;
  // A column more on the right, where no distance is within reach.
  const width = wanted.length + 2;
  const table = new Uint8Array((longest + 1) * width).fill(reach + 1);
  for (let column = 0; column <= reach; column += 1) table[column] = column;
  const letters = Uint16Array.from(wanted, (_, at) => wanted.charCodeAt(at));
  for (let at = 0; at < list.length;) {
    const form = list[at]!;
    let row = shared[at]!;
    let least = 0;
    while (row < form.length && row < longest && least <= reach) {
      row += 1;
      least = fillRow(table, row * width, width, row, form.charCodeAt(row - 1), letters, reach);
    }
    at += 1;
    if (least > reach || row < form.length) while (shared[at]! >= row) at += 1;
    else if (table[row * width + wanted.length]! <= reach)
      found.push({ form, distance: table[row * width + wanted.length]! });
  }
  return found;
}

/**
 * Gives the least number of the row. Columns further than `reach` from the
 * diagonal can have no number within reach, and keep what they had at first.
 */
function fillRow(
  table: Uint8Array,
  here: number,
  width: number,
  row: number,
  letter: number,
  letters: Uint16Array,
  reach: number,
): number {
  const above = here - width;
  const first = Math.max(1, row - reach);
  const last = Math.min(letters.length, row + reach);
  let left = row <= reach ? row : reach + 1;
  let least = left;
  table[here + first - 1] = left;
  for (let column = first; column <= last; column += 1) {
    const changed = table[above + column - 1]! + (letters[column - 1] === letter ? 0 : 1);
    const longer = table[above + column]! + 1;
    left += 1;
    if (longer < left) left = longer;
    if (changed < left) left = changed;
    table[here + column] = left;
    if (left < least) least = left;
  }
  return least;
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
