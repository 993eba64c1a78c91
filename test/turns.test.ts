import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownTurn } from '../src/turns.js';

describe('ownTurn', () => {
  it('lets all begin at once, in their order, who take no time', async () => {
    await rest();
    const { begun } = begin(5, 0);
    await turnOfTheLoop();
    await turnOfTheLoop();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it('lets one begin in a turn of the loop where each takes long', async () => {
    await rest();
    const { begun, all } = begin(4, 15);
    const seen: number[] = [];
    while (begun.length < 4) {
      await turnOfTheLoop();
      seen.push(begun.length);
    }
    await all;
    expect(begun).toEqual([0, 1, 2, 3]);
    expect(seen.length).toBeGreaterThan(2);
    for (const [at, count] of seen.entries()) expect(count - (seen[at - 1] ?? 1)).toBeLessThan(2);
  });

  it('keeps the order of those who ask while others wait', async () => {
    await rest();
    const begun: number[] = [];
    const ask = async (one: number) => {
      await ownTurn();
      begun.push(one);
      busy(12);
      if (one < 4) await ask(one + 2);
    };
    await Promise.all([ask(1), ask(2)]);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });
});

function begin(count: number, ms: number): { begun: number[]; all: Promise<unknown> } {
  const begun: number[] = [];
  const one = async (number: number) => {
    // As requests do, which come one by one in the same turn of the loop.
    await turnOfTheLoop();
    await ownTurn();
    begun.push(number);
    busy(ms);
  };
  return { begun, all: Promise.all(Array.from({ length: count }, (_, number) => one(number))) };
}

/** Until nobody waits. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await turnOfTheLoop();
}

function busy(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}
