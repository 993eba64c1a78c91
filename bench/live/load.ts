// Readers of an archive: so many requests a second, whatever the answers take.

import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface Load {
  /** In ms, from the moment that the request was due to the end of its answer. */
  taken: number[];
  /** What answered otherwise than with 200, or not at all. */
  failed: string[];
  stop: () => Promise<void>;
}

/** @param next the address of the next request */
export function startLoad(perSecond: number, next: () => string): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const taken: number[] = [];
  const failed: string[] = [];
  const open = new Set<Promise<void>>();
  const began = performance.now();
  let due = 0;
  const send = () => {
    // A timer that comes late makes up for it: readers do not wait for one another.
    for (; began + (due * 1000) / perSecond <= performance.now(); due++) {
      const address = next();
      const from = began + (due * 1000) / perSecond;
      const answer = ask(agent, address).then(
        () => void taken.push(performance.now() - from),
        (error: Error) => void failed.push(`${address}: ${error.message}`),
      );
      open.add(answer);
      void answer.then(() => open.delete(answer));
    }
  };
  const timer = setInterval(send, 1000 / perSecond);
  return {
    taken,
    failed,
    async stop() {
      clearInterval(timer);
      await Promise.race([Promise.all(open), wait(30_000)]);
      failed.push(...Array.from(open, () => 'no answer'));
      agent.destroy();
    },
  };
}

function ask(agent: Agent, address: string): Promise<void> {
  return new Promise((done, fail) => {
    get(address, { agent }, (response) => {
      response.resume();
      response.on('error', fail).on('end', () => {
        if (response.statusCode === 200) done();
        else fail(new Error(String(response.statusCode)));
      });
    }).on('error', fail);
  });
}

/** Of values in any order; `share` 0.5 is the median, 1 the greatest. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
