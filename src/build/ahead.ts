// Waits for several at once, in order.

/**
 * Gives each with what was loaded for it, in their order, while those behind it are loading.
 *
 * @param load must not reject; so many are begun at once
 */
export async function* loadAhead<Item, Value>(
  items: Iterable<Item>,
  load: (item: Item) => Promise<Value>,
  atOnce: number,
): AsyncIterable<[Item, Value]> {
  const loading: [Item, Promise<Value>][] = [];
  const first = async (): Promise<[Item, Value]> => {
    const [item, value] = loading.shift()!;
    return [item, await value];
  };
  for (const item of items) {
    loading.push([item, load(item)]);
    if (loading.length === atOnce) yield await first();
  }
  while (loading.length > 0) yield await first();
}
