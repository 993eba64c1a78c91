import { describe, expect, it } from 'vitest';
import { loadAhead } from '../../src/build/ahead.js';

describe('loading ahead', () => {
  it('gives each in its order, though later ones are there before', async () => {
    const given: [number, string][] = [];
    const slowFirst = async (item: number) => {
      for (let wait = 0; wait < 10 - item; wait += 1) await Promise.resolve();
      return `loaded ${item}`;
    };
    for await (const one of loadAhead([1, 2, 3, 4, 5], slowFirst, 3)) given.push(one);
    expect(given).toEqual([1, 2, 3, 4, 5].map((item) => [item, `loaded ${item}`]));
  });

  it('never has more at once than it is told', async () => {
    let loading = 0;
    let most = 0;
    const load = async () => {
      loading += 1;
      most = Math.max(most, loading);
      await Promise.resolve();
    };
    for await (const [item] of loadAhead([1, 2, 3, 4, 5, 6], load, 3)) {
      expect(item).toBeGreaterThan(0);
      loading -= 1;
    }
    expect(most).toBe(3);
  });

  it('gives nothing where there is nothing', async () => {
    for await (const one of loadAhead([], () => Promise.resolve(1), 3))
      expect.unreachable(`${String(one)} was never there`);
  });
});
