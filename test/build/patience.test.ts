import { mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createReader } from '../../src/archive/reader.js';
import { createBuild, type Build } from '../../src/build.js';
import { createPatience, type Patience } from '../../src/build/patience.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';

const reader = createReader();
afterAll(() => reader.close());

let dir: string;
let kb: ReturnType<typeof createMemoryKnowledgeBase>;
let patience: Patience;
let build: Build;
/** In ms since 1970, as the build sees it. */
let now: number;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-patience-'));
  await mkdir(join(dir, 'issues'));
  await writeFile(file('a.md'), '# A\n\nOn planning.\n');
  await writeFile(file('b.md'), '# B\n\nOn funding.\n');
  kb = createMemoryKnowledgeBase();
  now = Date.now();
  patience = createPatience(() => now);
  build = createBuild({ dir, kb, reader, patience });
  await build.run();
});

describe('patience', () => {
  it('takes all files as they are the first time', async () => {
    expect(await titles()).toEqual(['A', 'B']);
    expect(patience.unsettled()).toBe(false);
  });

  it('leaves an issue as it was while its file is written, and takes it in afterwards', async () => {
    await write('a.md', '');
    await build.run();
    expect(await titles()).toEqual(['A', 'B']);
    expect(patience.unsettled()).toBe(true);
    await write('a.md', '# A, mended\n\nOn planning.\n');
    now += 200;
    await build.run();
    expect(await titles()).toEqual(['A, mended', 'B']);
    expect(patience.unsettled()).toBe(false);
  });

  it('shows no new issue before it is written whole', async () => {
    await write('c.md', '# Hal');
    await build.run();
    expect(await titles()).toEqual(['A', 'B']);
    now += 200;
    await build.run();
    expect(await titles()).toEqual(['A', 'B', 'Hal']);
  });

  it('keeps an issue whose file is removed before it is written anew', async () => {
    await rm(file('a.md'));
    await build.run();
    expect(await titles()).toEqual(['A', 'B']);
    expect(patience.unsettled()).toBe(true);
    await write('a.md', '# A again\n\nOn planning.\n');
    now += 200;
    await build.run();
    expect(await titles()).toEqual(['A again', 'B']);
  });

  it('lets an issue go whose file stays away', async () => {
    await rm(file('a.md'));
    await build.run();
    now += 600;
    await build.run();
    expect(await titles()).toEqual(['B']);
    expect(patience.unsettled()).toBe(false);
  });

  it('takes a file under another name at once for what it is', async () => {
    await rename(file('a.md'), file('A.md'));
    now += 200;
    await build.run();
    const { items } = await kb.issues({ page: 1, perPage: 9 });
    expect(items.map((issue) => issue.file).sort()).toEqual(['issues/A.md', 'issues/b.md']);
    expect(await kb.problems()).toEqual([]);
  });

  it('asks no drive to have the right time', async () => {
    await write('a.md', '# From tomorrow\n');
    await utimes(file('a.md'), now / 1000 + 86_400, now / 1000 + 86_400);
    await build.run();
    expect(await titles()).toEqual(['B', 'From tomorrow']);
  });

  it('tells that pages may read otherwise only when they may', async () => {
    const before = build.version();
    await write('a.md', await readFile(file('a.md'), 'utf8'));
    now += 200;
    await build.run();
    expect(build.version()).toBe(before);
    await write('a.md', '---\ntitle: [\n---\n\nBroken.\n');
    now += 200;
    await build.run();
    expect(build.version()).toBeGreaterThan(before);
  });
});

async function titles(): Promise<string[]> {
  const { items } = await kb.issues({ page: 1, perPage: 9 });
  return items.map(({ title }) => title).sort();
}

/** A write that the build sees happen now. */
async function write(name: string, text: string): Promise<void> {
  await writeFile(file(name), text);
  await utimes(file(name), now / 1000, now / 1000);
}

function file(name: string): string {
  return join(dir, 'issues', name);
}
