// The real program, in a process of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface RunningServer {
  child: ChildProcess;
  /** Its address, once all is read; rejects when it ends before, or takes minutes. */
  ready: Promise<string>;
  /** All that it has printed so far. */
  printed: () => string;
  /**
   * Ends it, by SIGTERM unless told, and waits for that; by SIGKILL when it does
   * not end. Gives the exit code; null by a signal.
   */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface ServerOptions {
  args?: readonly string[];
  nodeArgs?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** What comes before `node`, such as `unshare` and its arguments. */
  under?: readonly string[];
}

/** Longer than any archive takes that is tried here. */
const READY_MS = 600_000;
/** Longer than the grace that answers under way get. */
const END_MS = 30_000;

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Serves an archive on a free port, and watches it. dist/ has to be built. */
export function startServer(
  dir: string,
  { args = [], nodeArgs = [], environment = {}, under = [] }: ServerOptions = {},
): RunningServer {
  const line = [...under, process.execPath, ...nodeArgs, cli, 'serve', dir];
  const child = spawn(line[0]!, [...line.slice(1), '--port', '0', '--watch', ...args], {
    env: { ...process.env, ...environment, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const ready = new Promise<string>((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`Not ready for minutes: ${printed}`)), READY_MS);
    const read = (data: Buffer) => {
      printed += data.toString();
      const [, address] = /Read it at (http:\S+)/.exec(printed) ?? [];
      if (address === undefined) return;
      clearTimeout(timer);
      done(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => {
      clearTimeout(timer);
      fail(new Error(`The server ended with ${code}: ${printed}`));
    });
  });
  // Whoever kills it before does not wait for it.
  ready.catch(() => undefined);
  return {
    child,
    ready,
    printed: () => printed,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
      return ended.finally(() => clearTimeout(timer));
    },
  };
}

/** One figure of /metrics, by its name and label as they stand there. */
export async function metric(address: string, name: string): Promise<number> {
  return (await metrics(address)).get(name) ?? Number.NaN;
}

export async function metrics(address: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const lines = text.split('\n').filter((line) => /^\w/.test(line));
  return new Map(lines.map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1])]));
}
