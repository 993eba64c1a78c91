import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLock, type Lock } from '../../src/state/lock.js';

let dir: string;
let lock: Lock;
let other: ChildProcess | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-lock-'));
  lock = openLock(dir);
});
afterEach(async () => {
  await lock.release();
  other?.kill('SIGKILL');
});

describe('a lock', () => {
  it('is held by one alone, and names it, until it is released', async () => {
    const second = openLock(dir);
    expect(await lock.take()).toBe(true);
    expect(await second.take()).toBe(false);
    expect(second.isHeld()).toBe(false);
    expect(await second.holder()).toBe(process.pid);
    await lock.release();
    expect(await second.take()).toBe(true);
    await second.release();
    expect(await readdir(dir)).toEqual([]);
  });

  it('is got by one of many who want it at once', async () => {
    await leaveBehind({ pid: 2 ** 22 + 1 });
    const all = Array.from({ length: 20 }, () => openLock(dir));
    const got = await Promise.all(all.map((one) => one.take()));
    expect(got.filter(Boolean)).toHaveLength(1);
    await Promise.all(all.map((one) => one.release()));
  });

  it('of a process that was killed is recovered', async () => {
    other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    await leaveBehind({ pid: other.pid!, began: await beginOf(other.pid!) });
    expect(await lock.take()).toBe(false);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await lock.take()).toBe(true);
  });

  it.runIf(process.platform === 'linux')(
    'of a process that was killed and whose number another one has now is recovered',
    async () => {
      await leaveBehind({ pid: process.ppid, began: await beginOf(process.ppid) });
      expect(await lock.take()).toBe(false);
      await leaveBehind({ pid: process.ppid, began: '1' });
      expect(await lock.take()).toBe(true);
    },
  );

  it('of another machine is recovered once nobody touches it any more', async () => {
    await leaveBehind({ host: 'elsewhere', pid: 1 });
    expect(await lock.take()).toBe(false);
    const before = new Date(Date.now() - 10 * 60_000);
    await utimes(join(dir, 'lock'), before, before);
    expect(await lock.take()).toBe(true);
  });

  it.each(['', '{"pid":', 'null', '[]', '\u0000\u0000'])(
    'that says nothing to be understood is nobody’s: %j',
    async (text) => {
      await writeFile(join(dir, 'lock'), text);
      expect(await lock.take()).toBe(true);
    },
  );

  it('cannot be had in a folder that cannot be made, and nobody is said to hold it', async () => {
    await writeFile(join(dir, 'taken'), '');
    const nowhere = openLock(join(dir, 'taken'));
    expect(await nowhere.take()).toBe(false);
    expect(await nowhere.holder()).toBeNull();
  });
});

async function leaveBehind(holder: object): Promise<void> {
  await lock.release();
  await lock.take();
  const own = JSON.parse(await readFile(join(dir, 'lock'), 'utf8')) as object;
  await lock.release();
  await writeFile(join(dir, 'lock'), JSON.stringify({ ...own, ...holder, id: 'left behind' }));
}

/** As the lock of that process itself says it. */
async function beginOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  const line = await readFile(`/proc/${pid}/stat`, 'utf8');
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19]!;
}
