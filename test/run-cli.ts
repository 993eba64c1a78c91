// Runs the command line as a user does: a process of its own.

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `backmatter …args` in a folder (the project's own unless told) until it ends. */
export async function backmatter(args: string[], cwd: string = root): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { cwd, env: cleanEnvironment(), maxBuffer: 1 << 26 },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

export interface Served {
  address: string;
  /** All that was printed so far. */
  printed: () => string;
  child: ChildProcess;
  /** Ends it as Ctrl+C does; gives the exit code. */
  stop: () => Promise<number | null>;
}

/** Starts `backmatter serve …args` on a free port and waits until it says where to read. */
export async function serve(args: string[], cwd: string = root): Promise<Served> {
  const child = spawn(process.execPath, [cli, 'serve', ...args, '--port', '0'], {
    cwd,
    env: cleanEnvironment(),
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return new Promise((resolve, reject) => {
    const read = (data: Buffer) => {
      printed += data.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (address === undefined) return;
      resolve({
        address,
        printed: () => printed,
        child,
        stop: () => {
          child.kill('SIGINT');
          return ended;
        },
      });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => reject(new Error(`serve ended with ${code}: ${printed}`)));
  });
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('BACKMATTER_'));
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}
