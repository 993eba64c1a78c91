// The programs that are measured, each a process of its own.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Cost {
  /** Until it has printed what it had to. */
  ms: number;
  /** Of all its threads, until its end. */
  cpuMs: number;
}

/** Makes a process say at its end what it has used. */
const SAY_CPU = `data:text/javascript,process.on('exit',()=>process.stderr.write(JSON.stringify(process.cpuUsage())))`;

/** Runs Node on `args`. */
export async function run(args: readonly string[]): Promise<Cost & { printed: string }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', SAY_CPU, ...args]);
  let printed = '';
  let said = '';
  let ms = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    ms = performance.now() - started;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  const used = /\{"user":(\d+),"system":(\d+)\}$/.exec(said);
  if (printed === '' || used === null) throw new Error(`node ${args.join(' ')}: ${said}`);
  return { ms, cpuMs: (Number(used[1]) + Number(used[2])) / 1000, printed };
}

export interface Served {
  /** From the process's start to the first answer of a search. */
  ms: number;
  address: string;
  /** Once it has come to rest. */
  residentMb: () => Promise<number>;
  stop: () => Promise<void>;
}

export async function serveUntilAnswer(dir: string): Promise<Served> {
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/cli.js', 'serve', dir, '--port', '0', '--watch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((done, fail) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const found = /Read it at (\S+)/.exec(printed);
      if (found !== null) done(found[1]!);
    });
    child.once('exit', () => fail(new Error(`The server has ended: ${printed}`)));
  });
  await fetch(`${address}/api/search?q=planning`).then((answer) => answer.json());
  return {
    ms: performance.now() - started,
    address,
    async residentMb() {
      await wait(REST_MS);
      const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(child.pid)]);
      return Number(stdout) / 1024;
    },
    async stop() {
      child.removeAllListeners('exit');
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** After a change the server looks for concepts and writes what it knows, and then is quiet. */
const REST_MS = 30_000;
