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
  /** By place in the list, the form's `signature`. */
  signatures: Uint32Array;
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
    lists.push({ forms: added, signatures: Uint32Array.from(added, (form) => signature(form)) });
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

/** The forms at most `reach` away. Most are told by their letters alone to be further. */
function spellings({ forms, signatures }: List, wanted: string, reach: number): Spelling[] {
  const found: Spelling[] = [];
  const own = signature(wanted);
  const rows = makeRows(wanted, reach);
  for (let at = 0; at < forms.length; at += 1) {
    const other = signatures[at]!;
    if (isOver(own & ~other, reach) || isOver(other & ~own, reach)) continue;
    const form = forms[at]!;
    if (Math.abs(form.length - wanted.length) > reach) continue;
    const distance = distanceTo(form, rows, reach);
    if (distance <= reach) found.push({ form, distance });
  }
  return found;
}

/** Which letters a form has, a bit for each; some letters share one. A slip adds and takes away one at most. */
function signature(form: string): number {
  let bits = 0;
  for (let at = 0; at < form.length; at += 1) bits |= 1 << (form.charCodeAt(at) & 31);
  return bits >>> 0;
}

/** Whether there are more bits than `most`. */
function isOver(bits: number, most: number): boolean {
  let left = bits;
  for (let gone = 0; gone < most; gone += 1) left &= left - 1;
  return left !== 0;
}

/** Levenshtein's table of distances to the wanted letters, used for one form after the other. */
interface Rows {
  letters: Uint16Array;
  /** Row after row, a number for each letter and two more. */
  table: Uint8Array;
  width: number;
}

function makeRows(wanted: string, reach: number): Rows {
  // A column more on the right, where no distance is within reach.
  const width = wanted.length + 2;
  const table = new Uint8Array((wanted.length + reach + 1) * width).fill(reach + 1);
  for (let column = 0; column <= reach; column += 1) table[column] = column;
  const letters = Uint16Array.from(wanted, (_, at) => wanted.charCodeAt(at));
  return { letters, table, width };
}

/** More than `reach` where it cannot be within it. The form is at most so much longer. */
function distanceTo(form: string, { letters, table, width }: Rows, reach: number): number {
  for (let row = 1; row <= form.length; row += 1) {
    const least = fillRow(table, row * width, width, row, form.charCodeAt(row - 1), letters, reach);
    if (least > reach) return least;
  }
  return table[form.length * width + letters.length]!;
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
