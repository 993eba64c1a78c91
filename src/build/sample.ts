// An archive may be too large to be read at once for its concepts.

/**
 * In UTF-16 units. In a thread so much takes about 10 s and 400 MB, and what is
 * spoken of in a hundred issues is spoken of in each tenth of them.
 */
const MOST_TEXT = 12_000_000;

/** All of it, or every second, third… of an archive's issues, as many as need be. */
export function evenly<Item>(items: readonly Item[], lengthOf: (item: Item) => number): Item[] {
  const length = items.reduce((sum, item) => sum + lengthOf(item), 0);
  const step = Math.max(1, Math.ceil(length / MOST_TEXT));
  return items.filter((_, index) => index % step === 0);
}
