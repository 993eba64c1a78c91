// Runs the command line as a user does: a process of its own.

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const node = [process.execPath, '--import', 'tsx', join(root, 'src/cli.ts')] as const;

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `backmatter …args` in a folder (the project's own unless told) until it ends. */
export async function backmatter(args: string[], cwd: string = root): Promise<Ended> {
  const [program, ...first] = node;
  return new Promise((resolve) => {
    const child = execFile(
      program,
      [...loader(first), ...args],
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
  const [program, ...first] = node;
  const child = spawn(program, [...loader(first), 'serve', ...args, '--port', '0'], {
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

/** `--import tsx` is looked up from the folder that the command runs in, so it is named in full. */
function loader(args: readonly string[]): string[] {
  return args.map((arg) => (arg === 'tsx' ? import.meta.resolve('tsx') : arg));
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('BACKMATTER_'));
  return { ...Object.fromEntries(kept), NO_COLOR: '1' };
}
