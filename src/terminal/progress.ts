// A line on stderr for work that takes more than a second.

import type { WriteStream } from 'node:tty';

export interface Progress {
  step: (step: BuildStep) => void;
  end: () => void;
}

/** `done` of `total` things of a stage. */
export interface BuildStep {
  stage: string;
  done: number;
  total: number;
}

const AFTER_MS = 1_000;
const EVERY_MS = { terminal: 100, log: 10_000 };

/** Silent for the first second; then one line rewritten on a terminal, a line every 10 s in a log. */
export function showProgress(
  name: string,
  out: Pick<WriteStream, 'write'> & { isTTY?: boolean },
  now: () => number = Date.now,
): Progress {
  const terminal = out.isTTY === true;
  const every = terminal ? EVERY_MS.terminal : EVERY_MS.log;
  const started = now();
  let last = started + AFTER_MS - every;
  let shown = false;
  return {
    step: ({ stage, done, total }) => {
      if (now() - last < every) return;
      last = now();
      shown = true;
      const line = `${name}: ${stage} ${done} of ${total}`;
      out.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: () => {
      if (shown && terminal) out.write('\r\u001b[K');
    },
  };
}
