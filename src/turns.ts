// Long work on the thread that serves, done in slices. However many works wait
// to go on, one slice is done in each turn of the event loop: whoever asks
// meanwhile waits for that one, and not for all.

/** A reader hardly notices so long a wait. */
const SLICE_MS = 10;

/**
 * Who waits to go on: those who answer somebody, and those who take in what was
 * saved or keep it for the next start. Every other slice is the writers', so that
 * a save is soon found however much is asked.
 */
export type Line = 'readers' | 'writers';

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

export async function inTurns<Value>(steps: Steps<Value>, line?: Line): Promise<Value> {
  const turn = takeTurns(line);
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
export function takeTurns(line?: Line): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await nextTurn(line);
    began = performance.now();
  };
}

/** Waits until it is the caller's turn: what comes next should take no longer than a slice. */
export function nextTurn(line: Line = 'readers'): Promise<void> {
  return new Promise((go) => {
    waiting[line].push(go);
    setImmediate(letOneGo);
  });
}

/** Those who wait longest first. */
const waiting: Record<Line, (() => void)[]> = { readers: [], writers: [] };
let last: Line = 'readers';
/** When the first went in this turn of the event loop. */
let firstWent: number | undefined;

/** Short works may go in one turn of the event loop, as long as they take no more than a slice together. */
function letOneGo(): void {
  if (firstWent === undefined) {
    firstWent = performance.now();
    setImmediate(() => (firstWent = undefined));
  } else if (performance.now() - firstWent >= SLICE_MS) {
    setImmediate(letOneGo);
    return;
  }
  const next = last === 'readers' ? 'writers' : 'readers';
  last = waiting[next].length > 0 ? next : last;
  waiting[last].shift()!();
}
