import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTurns, nextTurn, type Line, type Steps } from '../src/turns.js';

let turn: number;
let isOver: boolean;

beforeEach(() => {
  turn = 0;
  isOver = false;
  void (async () => {
    for (; !isOver; turn += 1) await turnOfTheLoop();
  })();
});

afterEach(() => {
  isOver = true;
});

describe('long works on one thread', () => {
  it('hold it for one slice in each turn of the event loop, however many there are', async () => {
    const slices = await slicesOf(['readers', 'readers', 'readers', 'readers']);
    const turns = slices.map((slice) => slice.turn);
    // Each begins at once, when it is asked for.
    expect(new Set(turns.slice(4)).size).toBe(turns.length - 4);
  });

  it('go on one after another', async () => {
    const slices = await slicesOf(['readers', 'readers', 'readers']);
    expect(slices.map(({ work }) => work).slice(0, 9)).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
  });

  it('give every other slice to who writes', async () => {
    const slices = await slicesOf(['readers', 'readers', 'readers', 'writers']);
    const afterBeginning = slices.map(({ work }) => work).slice(4);
    expect(afterBeginning.filter((_, at) => at % 2 === 0).slice(0, 3)).toEqual([3, 3, 3]);
  });

  it('are short enough to go together where a slice has room for all', async () => {
    const turns = await Promise.all(
      Array.from({ length: 20 }, async () => {
        await nextTurn();
        return turn;
      }),
    );
    expect(new Set(turns).size).toBeLessThan(5);
  });

  it('hand on what goes wrong in them', async () => {
    // eslint-disable-next-line require-yield -- it never comes so far.
    const failing = function* (): Steps<void> {
      throw new Error('no');
    };
    await expect(inTurns(failing())).rejects.toThrow('no');
  });
});

interface Slice {
  work: number;
  turn: number;
}

/** Four slices of each work, in the order in which they were done. */
async function slicesOf(lines: readonly Line[]): Promise<Slice[]> {
  const slices: Slice[] = [];
  await Promise.all(
    lines.map((line, work) =>
      inTurns(
        busy(4, () => slices.push({ work, turn })),
        line,
      ),
    ),
  );
  return slices;
}

/** Steps that take a slice each. */
function* busy(steps: number, onStep: () => void): Steps<void> {
  for (let step = 0; step < steps; step += 1) {
    onStep();
    const began = performance.now();
    while (performance.now() - began < 11);
    yield;
  }
}
