// Long work on the thread that serves, done in slices.

import { setImmediate as nextTurn } from 'node:timers/promises';

/** A reader hardly notices so long a wait. */
const SLICE_MS = 10;

/**
 * A long work of which every step is short: whoever wants its value does it at
 * once, or in turns with others.
 */
export type Steps<Value> = Generator<void, Value>;

export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

export async function inTurns<Value>(steps: Steps<Value>): Promise<Value> {
  const turn = takeTurns();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await turn();
  }
}

/**
 * To be awaited between one small step of a long work and the next. Others get
 * the thread whenever the work has held it for a slice.
 */
export function takeTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await nextTurn();
    began = performance.now();
  };
}
