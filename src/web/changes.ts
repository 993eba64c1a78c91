// Tells open pages that the archive has changed, by server-sent events.

import type { Response, RequestHandler } from 'express';

export interface Changes {
  answer: RequestHandler;
  /** What pages show may have changed just now. */
  tell(): void;
  /** How many pages listen. */
  listeners(): number;
  /** Lets go of all pages, and of those that come back. */
  close(): void;
}

/** A page more than these is still served, and shows changes when it is opened anew. */
const MAX_LISTENERS = 200;
/** Networks cut connections on which nothing is said; and so a page that went unseen is noticed. */
const HEARTBEAT_MS = 20_000;
/** After so long a page whose server went asks again. */
const RETRY_MS = 1_000;

/** @param heartbeatMs only tests are in a hurry */
export function createChanges(heartbeatMs = HEARTBEAT_MS): Changes {
  const listeners = new Set<Response>();
  let changedAt = performance.now();
  let closed = false;

  function say(response: Response, text: string): void {
    // Who does not listen to the last word is not told more of them, which would pile up here.
    if (response.writableNeedDrain) response.destroy();
    else response.write(text);
  }

  // Pages tell by it whether what they show is older, and no clocks need to agree.
  const age = () =>
    `event: changed\ndata: ${JSON.stringify({ msAgo: Math.round(performance.now() - changedAt) })}\n\n`;

  const heartbeat = setInterval(() => {
    for (const response of listeners) say(response, ': still here\n\n');
  }, heartbeatMs).unref();

  return {
    answer(_, response) {
      if (closed || listeners.size >= MAX_LISTENERS) {
        response.status(503).set('Retry-After', '60').end();
        return;
      }
      response.set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Compression would hold words back until there are many.
        'Cache-Control': 'no-store, no-transform',
        // So that the server can end: it waits for connections that are kept.
        Connection: 'close',
      });
      response.write(`retry: ${RETRY_MS}\n${age()}`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    tell() {
      changedAt = performance.now();
      for (const response of listeners) say(response, age());
    },
    listeners: () => listeners.size,
    close() {
      closed = true;
      clearInterval(heartbeat);
      for (const response of listeners) response.end();
    },
  };
}
