// Keeps two programs from writing to one folder. The file `lock` there names its
// holder; a holder that is gone, or that is another program under the same
// number, holds nothing.

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UNFINISHED } from './write-whole.js';

export interface Lock {
  /** Whether this program may write. */
  isHeld: () => boolean;
  /** Takes the lock where nobody holds it, and tells whether this program holds it now. */
  take(): Promise<boolean>;
  /** The number of the process that holds it instead; null where nobody does, or it cannot be told. */
  holder(): Promise<number | null>;
  release(): Promise<void>;
}

interface Holder {
  id: string;
  host: string;
  pid: number;
  /** When the process began, in the system's own words; null where it does not say. */
  began: string | null;
}

/** The holder touches its lock so often, for those on other machines who cannot ask for its process. */
const TOUCH_MS = 30_000;
const ABANDONED_MS = 120_000;

/** @param folder made when the lock is taken */
export function openLock(folder: string): Lock {
  const path = join(folder, 'lock');
  let held = false;
  let timer: NodeJS.Timeout | undefined;
  const releaseAtExit = () => rmSync(path, { force: true });

  async function take(): Promise<boolean> {
    if (held) return true;
    try {
      await mkdir(folder, { recursive: true });
      const holder = await readHolder(path);
      if (holder !== undefined && !(await isGone(holder, path))) return false;
      if (holder !== undefined && !(await takeAway(path, holder))) return false;
      held = await put(path, await self());
    } catch {
      // A folder that cannot be written needs no lock: the writing itself will say so.
      return false;
    }
    if (!held) return false;
    process.once('exit', releaseAtExit);
    timer = setInterval(() => void utimes(path, new Date(), new Date()).catch(ignore), TOUCH_MS);
    timer.unref();
    return true;
  }

  return {
    isHeld: () => held,
    take,
    async holder() {
      return held ? null : ((await readHolder(path))?.pid ?? null);
    },
    async release() {
      if (!held) return;
      held = false;
      clearInterval(timer);
      process.off('exit', releaseAtExit);
      await rm(path, { force: true }).catch(ignore);
    },
  };
}

/** Undefined where there is none; one that cannot be understood is nobody's. */
async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { id, host, pid, began } = JSON.parse(text) as Holder;
    if (typeof id === 'string' && typeof host === 'string' && typeof pid === 'number')
      return { id, host, pid, began };
  } catch {
    // Below.
  }
  return { id: text, host: hostname(), pid: 0, began: null };
}

async function isGone({ host, pid, began }: Holder, path: string): Promise<boolean> {
  if (host !== hostname()) {
    const found = await stat(path).catch(() => undefined);
    return found === undefined || Date.now() - found.mtimeMs > ABANDONED_MS;
  }
  if (!isRunning(pid)) return true;
  const now = await beginOf(pid);
  return now !== null && began !== null && now !== began;
}

function isRunning(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function beginOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    // proc(5): the 22nd field, counted after the name, which may hold blanks.
    const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  }
  if (process.platform === 'win32') return null;
  const ps = promisify(execFile);
  return ps('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  );
}

async function self(): Promise<Holder> {
  const { pid } = process;
  return { id: randomUUID(), host: hostname(), pid, began: await beginOf(pid) };
}

/** Puts the lock there whole, and only where there is none. */
async function put(path: string, holder: Holder): Promise<boolean> {
  const unfinished = `${path}.${holder.id}${UNFINISHED}`;
  try {
    await writeFile(unfinished, JSON.stringify(holder));
    await link(unfinished, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true }).catch(ignore);
  }
}

/** Takes a lock that nobody holds away; false where somebody else has done so and put theirs there. */
async function takeAway(path: string, holder: Holder): Promise<boolean> {
  const aside = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    await rename(path, aside);
  } catch {
    return false;
  }
  const taken = await readHolder(aside);
  const isStale = taken?.id === holder.id;
  if (!isStale) await link(aside, path).catch(ignore);
  await rm(aside, { force: true });
  return isStale;
}

function ignore(): void {
  // Nothing can be done about it, and little is lost.
}
