// Long work on the thread that serves, done in slices, one after another.

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

const waiting: (() => void)[] = [];
/** Whether somebody has begun in this turn of the event loop. */
let isTaken = false;

/**
 * Lets one begin in each turn of the event loop, in the order in which they ask: what came
 * over the network meanwhile is taken in between. Were ten readers to begin at once, the
 * eleventh would wait for them all.
 */
export async function ownTurn(): Promise<void> {
  if (isTaken) return new Promise((begin) => void waiting.push(begin));
  isTaken = true;
  setImmediate(giveTurn);
}

function giveTurn(): void {
  const begin = waiting.shift();
  isTaken = begin !== undefined;
  begin?.();
  if (isTaken) setImmediate(giveTurn);
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
