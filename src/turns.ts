// Long work on the thread that serves, done in slices.

import { setImmediate as nextTurn } from 'node:timers/promises';

/** A reader hardly notices so long a wait. */
const SLICE_MS = 10;

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
