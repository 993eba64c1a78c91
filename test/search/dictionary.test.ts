import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../bench/search/passages.js';
import { createDictionary } from '../../src/search/dictionary.js';

const random = randomNumbers(7);
const words = new Set<string>();
while (words.size < 12_000)
  words.add(
    Array.from(
      { length: 2 + Math.floor(random() * 7) },
      () => 'aeinorsté团'[Math.floor(random() * 10)]!,
    ).join(''),
  );
const all = [...words];
const inOrder = [...all].sort();

describe('a dictionary', () => {
  const added = createDictionary();
  for (const word of all) added.add(word);
  const mixed = createDictionary();
  for (const part of [1, 2, 3]) mixed.addInOrder(inOrder.filter((_, at) => at % 5 === part));
  for (const word of inOrder.filter((_, at) => at % 5 === 0 || at % 5 === 4)) mixed.add(word);

  it.each([
    ['of words added one by one', added],
    ['of words added in order too', mixed],
  ])('%s knows those that begin so and those spelt alike, as a look at each would', (_, known) => {
    for (const prefix of ['', 'a', 'st', 'nos', 'é团', 'zz'])
      expect(known.startingWith(prefix)).toEqual(inOrder.filter((word) => word.startsWith(prefix)));
    for (const wanted of [...all.slice(0, 8), 'xq', 'stonerxq', '团ser', 'a'.repeat(24)])
      for (const distance of [1, 2])
        expect(known.speltLike(wanted, distance)).toEqual(
          inOrder
            .map((form) => ({ form, distance: distanceOf(form, wanted) }))
            .filter((found) => found.distance <= distance),
        );
  });

  it('tells all that it had at the first step, in order', () => {
    const growing = createDictionary();
    for (const word of all.slice(0, 5_000)) growing.add(word);
    const told: string[] = [];
    for (const word of growing.all()) {
      if (told.length === 0) for (const later of all.slice(5_000)) growing.add(later);
      told.push(word);
    }
    expect(told).toEqual(all.slice(0, 5_000).sort());
    expect([...growing.all()]).toEqual(inOrder);
  });
});

/** Levenshtein's, by the whole table. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length]!;
}
