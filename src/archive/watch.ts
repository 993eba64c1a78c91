// Tells that an archive's folder has changed. What has changed is not told:
// the build compares the files with what it knows, and hashes decide.

import type { Worker } from 'node:worker_threads';
import { startThread } from '../thread.js';
import type { WatchMessage } from './watch-worker.js';

export interface Watch {
  /** Ends it, and waits for a look that has begun. */
  close: () => Promise<void>;
}

/** A save is several events; most are over so soon after the first. */
const SAVE_MS = 100;
/** File systems miss events (network drives do); a look now and then finds what was missed. */
const RESCAN_MS = 60_000;

/**
 * Calls `look` soon after files came, changed or went, and every minute, one
 * call after another. Hidden files and folders, node_modules and editors'
 * leavings are not watched.
 *
 * @param dir absolute
 * @param look must not reject; true where a file was not yet at rest, and it is to be called again
 * @param rescanMs only tests are in a hurry
 */
export async function watchArchive(
  dir: string,
  look: () => Promise<boolean>,
  rescanMs = RESCAN_MS,
): Promise<Watch> {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let thread: Worker | undefined;

  // Counted from the first event, and not from the last: somebody who saves and
  // saves again is not kept waiting.
  function soon(): void {
    again = true;
    if (closed || looking !== undefined) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      looking = lookOnce();
    }, SAVE_MS);
  }

  async function lookOnce(): Promise<void> {
    again = false;
    const unsettled = await look();
    looking = undefined;
    if (again || unsettled) soon();
  }

  /** Until the thread is watching, or has ended. */
  function startWatching(): Promise<void> {
    return new Promise((started) => {
      thread = startThread(new URL('./watch-worker.js', import.meta.url), { workerData: dir });
      thread.on('message', (message: WatchMessage) => {
        if (message === 'ready') started();
        else soon();
      });
      // One that fails ends.
      thread.on('error', () => undefined);
      thread.once('exit', () => {
        thread = undefined;
        started();
        soon();
      });
    });
  }

  const rescan = setInterval(() => {
    if (thread === undefined) void startWatching();
    soon();
  }, rescanMs);
  await startWatching();
  // Between the build and this moment something may have changed.
  soon();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(rescan);
      await Promise.all([thread?.terminate(), looking]);
    },
  };
}
