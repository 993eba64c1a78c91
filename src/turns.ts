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
/** When the first began in this turn of the event loop; null where nobody has. */
let turnBegan: number | null = null;

/** What takes next to nothing need not wait for a turn of its own. */
const NOTHING_MS = 2;

/**
 * Lets those who ask begin in their order, and in one turn of the event loop no more than
 * take next to nothing, and one that takes longer: were ten readers to begin at once, the eleventh would wait for them all.
 */
export async function ownTurn(): Promise<void> {
  if (turnBegan === null) {
    turnBegan = performance.now();
    setImmediate(nextBegin);
  } else if (waiting.length > 0 || isFull()) {
    return new Promise((begin) => void waiting.push(begin));
  }
}

function isFull(): boolean {
  return performance.now() - turnBegan! >= NOTHING_MS;
}

function nextBegin(): void {
  turnBegan = waiting.length === 0 ? null : performance.now();
  if (turnBegan === null) return;
  setImmediate(nextBegin);
  beginOne();
}

function beginOne(): void {
  if (waiting.length === 0 || isFull()) return;
  waiting.shift()!();
  // When all is done that the one does without waiting for anything, the next may begin.
  queueMicrotask(() => process.nextTick(beginOne));
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
