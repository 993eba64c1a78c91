import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchArchive, type Watch } from '../../src/archive/watch.js';

let dir: string;
let watching: Watch | undefined;
let looks: number;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-watch-'));
  await mkdir(join(dir, 'issues'));
  await writeFile(file('a.md'), 'A');
  looks = 0;
});

afterEach(async () => {
  await watching?.close();
});

describe('watching', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a save', () => writeFile(file('a.md'), 'B')],
    ['a line added', () => appendFile(file('a.md'), 'B')],
    ['a new file', () => writeFile(file('b.md'), 'B')],
    ['a file in a new folder', () => inNewFolder()],
    ['a deletion', () => unlink(file('a.md'))],
    ['a rename', () => rename(file('a.md'), file('b.md'))],
    ['a rename to other case', () => rename(file('a.md'), file('A.md'))],
    ['an atomic save', () => saveAtomically()],
    [
      'a save by removing first',
      () => unlink(file('a.md')).then(() => writeFile(file('a.md'), '')),
    ],
    ['a folder that goes', () => rm(join(dir, 'issues'), { recursive: true })],
  ])('notices %s within a second', async (_, change) => {
    await watch();
    await change();
    await expect.poll(() => looks, { timeout: 1_000, interval: 10 }).toBeGreaterThan(0);
  });

  it('goes on noticing a file after many atomic saves', async () => {
    await watch();
    for (let save = 0; save < 5; save++) {
      const before = looks;
      await saveAtomically();
      await expect.poll(() => looks, { timeout: 1_000, interval: 10 }).toBeGreaterThan(before);
    }
  });

  it('looks once at a save of many events', async () => {
    await watch();
    for (let part = 0; part < 20; part++) await appendFile(file('a.md'), 'more');
    await wait(500);
    expect(looks).toBe(1);
  });

  it('keeps nobody waiting who saves without a pause', async () => {
    await watch();
    const until = Date.now() + 1_000;
    while (Date.now() < until) {
      await appendFile(file('a.md'), 'more');
      await wait(20);
    }
    expect(looks).toBeGreaterThan(3);
  });

  it('never looks twice at a time, and looks again after what came meanwhile', async () => {
    let atOnce = 0;
    await watch(async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      await wait(300);
      atOnce -= 1;
      return false;
    });
    await writeFile(file('a.md'), 'B');
    await wait(250);
    await writeFile(file('a.md'), 'C');
    await expect.poll(() => looks, { timeout: 2_000 }).toBe(2);
  });

  it('looks again, untold, where a file was not at rest', async () => {
    await watch(async () => looks < 3);
    await writeFile(file('a.md'), 'B');
    await expect.poll(() => looks, { timeout: 2_000 }).toBe(3);
    await wait(300);
    expect(looks).toBe(3);
  });

  it.each(['.a.md.swp', 'a.md~', '#a.md#', '4913', 'a.md.tmp', '.git/index', '.backmatter/lock'])(
    'has no eye for %s',
    async (name) => {
      await mkdir(join(dir, '.git'));
      await mkdir(join(dir, '.backmatter'));
      await watch();
      await writeFile(join(dir, name), 'x');
      await wait(300);
      expect(looks).toBe(0);
    },
  );

  it('finds now and then what no event told of', async () => {
    watching = await watchArchive(dir, looked(), 200);
    await expect.poll(() => looks, { timeout: 2_000 }).toBeGreaterThan(3);
  });

  it('watches again, sooner or later, when its thread has ended', async () => {
    const threads: Worker[] = [];
    const onWorker = (thread: Worker) => void threads.push(thread);
    process.on('worker', onWorker);
    try {
      watching = await watchArchive(dir, looked(), 1_500);
      await threads[0]!.terminate();
      // At once, for what nobody saw meanwhile.
      await expect.poll(() => looks, { interval: 10 }).toBeGreaterThan(0);
      await expect.poll(() => threads.length, { timeout: 5_000 }).toBe(2);
      await once(threads[1]!, 'message');
      await wait(300);
      const before = looks;
      await saveAtomically();
      await expect.poll(() => looks, { timeout: 1_000, interval: 10 }).toBeGreaterThan(before);
    } finally {
      process.off('worker', onWorker);
    }
  });

  it('is over when it is closed, a look that had begun as well', async () => {
    let over = false;
    await watch(async () => {
      await wait(300);
      over = true;
      return true;
    });
    await writeFile(file('a.md'), 'B');
    await expect.poll(() => looks, { interval: 5 }).toBe(1);
    await watching!.close();
    expect(over).toBe(true);
    await writeFile(file('a.md'), 'C');
    await wait(300);
    expect(looks).toBe(1);
  });
});

/** Begins, and lets the first look, which it does of itself, go by. */
async function watch(look: () => Promise<boolean> = async () => false): Promise<void> {
  let first = true;
  watching = await watchArchive(dir, async () => {
    if (first) return (first = false);
    return looked(look)();
  });
  await expect.poll(() => first, { interval: 5 }).toBe(false);
}

function looked(look: () => Promise<boolean> = async () => false): () => Promise<boolean> {
  return () => {
    looks += 1;
    return look();
  };
}

async function saveAtomically(): Promise<void> {
  await writeFile(file('.a.md.new'), `${Math.random()}`);
  await rename(file('.a.md.new'), file('a.md'));
}

async function inNewFolder(): Promise<void> {
  await mkdir(join(dir, 'issues/2024/01'), { recursive: true });
  await writeFile(file('2024/01/c.md'), 'C');
}

function file(name: string): string {
  return join(dir, 'issues', name);
}
