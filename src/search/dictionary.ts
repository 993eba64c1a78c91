// Which words of the archive begin alike or are spelt alike. MiniSearch's tree
// of letters holds the words that are taken in; those of an index that was
// saved come in order, and a list in order needs no tree. This is the only file
// that knows MiniSearch.

import SearchableMap from 'minisearch/SearchableMap';

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
  return {
    add(form) {
      tree.set(form, true);
    },
    addInOrder(form) {
      list.push(form);
    },
    startingWith(prefix) {
      const found = [...tree.atPrefix(prefix).keys()];
      const from = firstWhere(list, 0, (form) => form >= prefix);
      const to = firstWhere(list, from, (form) => !form.startsWith(prefix));
      return found.concat(list.slice(from, to)).sort();
    },
    speltLike(form, distance) {
      const found = spellings(list, form, distance);
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
  // In leaps that double, for most often it is near.
  let low = from;
  let leap = 1;
  while (low + leap <= list.length && !test(list[low + leap - 1]!)) {
    low += leap;
    leap *= 2;
  }
  let high = Math.min(list.length, low + leap - 1);
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
 * reach, no form that begins so can be, and all are leapt over.
 */
function spellings(list: readonly string[], wanted: string, reach: number): Spelling[] {
  const found: Spelling[] = [];
  const longest = wanted.length + reach;
  const width = wanted.length + 1;
  const table = new Uint8Array((longest + 1) * width);
  for (let column = 0; column < width; column += 1) table[column] = column;
  let previous = '';
  for (let at = 0; at < list.length;) {
    const form = list[at]!;
    let row = sharedLength(previous, form);
    let least = 0;
    while (row < form.length && row < longest && least <= reach) {
      least = fillRow(table, width, row + 1, form.charCodeAt(row), wanted);
      row += 1;
    }
    if (least > reach || row < form.length) {
      const start = form.slice(0, row);
      at = firstWhere(list, at + 1, (other) => !other.startsWith(start));
    } else {
      const distance = table[row * width + wanted.length]!;
      if (distance <= reach) found.push({ form, distance });
      at += 1;
    }
    previous = form;
  }
  return found;
}

/** Gives the least number of the row. */
function fillRow(
  table: Uint8Array,
  width: number,
  row: number,
  letter: number,
  wanted: string,
): number {
  const here = row * width;
  const above = here - width;
  let least = (table[here] = row);
  for (let column = 1; column < width; column += 1) {
    const changed = table[above + column - 1]! + (wanted.charCodeAt(column - 1) === letter ? 0 : 1);
    const number = Math.min(changed, table[above + column]! + 1, table[here + column - 1]! + 1);
    table[here + column] = number;
    if (number < least) least = number;
  }
  return least;
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
