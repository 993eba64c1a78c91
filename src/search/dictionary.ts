// Which words of the archive begin alike or are spelt alike. MiniSearch's tree
// of letters holds the words that came last; a few thousand of them become a
// list in order, which is looked through sooner. This is the only file that
// knows MiniSearch.

import SearchableMap from 'minisearch/SearchableMap';

export interface Spelling {
  form: string;
  /** How many letters are changed, left out or put in. */
  distance: number;
}

export interface Dictionary {
  /** A form that it has not got. */
  add(form: string): void;
  /** Forms that it has not got, in the order of UTF-16 units. */
  addInOrder(forms: readonly string[]): void;
  /** In order. */
  startingWith(prefix: string): string[];
  /** In order; at most `distance` away. */
  speltLike(form: string, distance: number): Spelling[];
  /** All that it has at the first step, in order, whatever is added before the last. */
  all(): Generator<string>;
}

/** In order, and never changed. */
interface List {
  forms: readonly string[];
  /** By place in the list, how many letters a form shares with the one before it. */
  shared: Uint8Array;
}

/** As many are put in order in a few milliseconds. */
const LARGEST_TREE = 4_096;
/** As many are merged in a few milliseconds. */
const LARGEST_LIST = 65_536;

export function createDictionary(): Dictionary {
  let tree = new SearchableMap<true>();
  let inTree = 0;
  /** The longest ones first: a list is merged with one before it that is no longer. */
  const lists: List[] = [];

  function addInOrder(forms: readonly string[]): void {
    let added = forms;
    for (let last = lists.at(-1); last !== undefined; last = lists.at(-1)) {
      const size = last.forms.length + added.length;
      if (last.forms.length > added.length * 2 || size > LARGEST_LIST) break;
      lists.pop();
      added = [...inOrder([last.forms, added])];
    }
    const shared = Uint8Array.from(added, (form, at) =>
      Math.min(255, sharedLength(added[at - 1] ?? '', form)),
    );
    lists.push({ forms: added, shared });
  }

  return {
    add(form) {
      tree.set(form, true);
      // The tree's own size is counted anew each time.
      inTree += 1;
      if (inTree < LARGEST_TREE) return;
      addInOrder([...tree.keys()].sort());
      tree = new SearchableMap();
      inTree = 0;
    },
    addInOrder,
    startingWith(prefix) {
      const found = lists.map(({ forms }) => {
        const from = firstWhere(forms, 0, (form) => form >= prefix);
        return forms.slice(
          from,
          firstWhere(forms, from, (form) => !form.startsWith(prefix)),
        );
      });
      return found
        .concat([...tree.atPrefix(prefix).keys()])
        .flat()
        .sort();
    },
    speltLike(form, distance) {
      const found = lists.flatMap((list) => spellings(list, form, distance));
      for (const [other, [, away]] of tree.fuzzyGet(form, distance))
        found.push({ form: other, distance: away });
      return found.sort((a, b) => (a.form < b.form ? -1 : 1));
    },
    *all() {
      yield* inOrder([...lists.map(({ forms }) => forms), [...tree.keys()].sort()]);
    },
  };
}

/** All of some lists that are in order. */
function* inOrder(lists: readonly (readonly string[])[]): Generator<string> {
  const left = lists.filter((list) => list.length > 0).map((list) => ({ list, at: 0 }));
  while (left.length > 0) {
    let first = 0;
    for (let other = 1; other < left.length; other += 1)
      if (left[other]!.list[left[other]!.at]! < left[first]!.list[left[first]!.at]!) first = other;
    const chosen = left[first]!;
    yield chosen.list[chosen.at]!;
    chosen.at += 1;
    if (chosen.at === chosen.list.length) left.splice(first, 1);
  }
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
function spellings({ forms, shared }: List, wanted: string, reach: number): Spelling[] {
  const found: Spelling[] = [];
  const longest = wanted.length + reach;
  // A column more on the right, where no distance is within reach.
  const width = wanted.length + 2;
  const table = new Uint8Array((longest + 1) * width).fill(reach + 1);
  for (let column = 0; column <= reach; column += 1) table[column] = column;
  const letters = Uint16Array.from(wanted, (_, at) => wanted.charCodeAt(at));
  for (let at = 0; at < forms.length;) {
    const form = forms[at]!;
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
