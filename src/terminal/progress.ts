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

/** Silent for the first second, and after its end; between, one line rewritten on a terminal, a line every 10 s in a log. */
export function showProgress(
  name: string,
  out: Pick<WriteStream, 'write'> & { isTTY?: boolean },
  now: () => number = Date.now,
): Progress {
  const terminal = out.isTTY === true;
  const every = terminal ? EVERY_MS.terminal : EVERY_MS.log;
  const started = now();
  let stageBegan = { stage: '', at: started, done: 0 };
  let last = started + AFTER_MS - every;
  let shown = false;
  let isOver = false;
  return {
    step: ({ stage, done, total }) => {
      if (isOver) return;
      const at = now();
      if (stage !== stageBegan.stage) stageBegan = { stage, at, done: done - 1 };
      if (at - last < every) return;
      last = at;
      shown = true;
      const msEach = (at - stageBegan.at) / (done - stageBegan.done);
      const line = `${name}: ${stage} ${done} of ${total}${timeLeft(msEach * (total - done))}`;
      out.write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: () => {
      isOver = true;
      if (shown && terminal) out.write('\r\u001b[K');
    },
  };
}

/** Of this stage; nothing where it is over in a moment. */
function timeLeft(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 2) return '';
  if (seconds < 90) return `, about ${seconds} s to go`;
  return `, about ${Math.round(seconds / 60)} minutes to go`;
}
