import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownTurn } from '../src/turns.js';

describe('ownTurn', () => {
  it('lets the first begin at once and one more in each turn of the loop, as they asked', async () => {
    await turnOfTheLoop();
    const begun: string[] = [];
    const all = ['a', 'b', 'c'].map((one) => ownTurn().then(() => begun.push(one)));
    await Promise.resolve();
    expect(begun).toEqual(['a']);
    const seen: number[] = [];
    while (begun.length < 3) {
      await turnOfTheLoop();
      seen.push(begun.length);
    }
    await Promise.all(all);
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(new Set(seen).size).toBe(seen.length);
    await turnOfTheLoop();
    await turnOfTheLoop();
    await ownTurn();
  });

  it('keeps the order of those who ask while others wait', async () => {
    const begun: number[] = [];
    const ask = async (one: number) => {
      await ownTurn();
      begun.push(one);
      if (one < 4) await ask(one + 2);
    };
    await Promise.all([ask(1), ask(2)]);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });
});
