import { chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReadingCache } from '../../src/archive/reading-cache.js';

const file = { file: 'a.md', hash: 'of its bytes' };
const packed = (words: string) => new TextEncoder().encode(words);
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-cache-'));
});

describe('the cache of readings', () => {
  it('gives back what was put, to a later run too', async () => {
    await createReadingCache(dir, {}).put(file, packed('é'));
    expect(await createReadingCache(dir, {}).get(file)).toEqual(Buffer.from('é'));
  });

  it('knows no file whose name, bytes or rules are others', async () => {
    await createReadingCache(dir, {}).put(file, packed('x'));
    const cache = createReadingCache(dir, {});
    expect(await cache.get({ ...file, file: 'b.md' })).toBeUndefined();
    expect(await cache.get({ ...file, hash: 'of others' })).toBeUndefined();
    expect(await createReadingCache(dir, { rulesOff: ['footers'] }).get(file)).toBeUndefined();
  });

  it.each([
    ['cut short', (entry: string) => entry.slice(0, -3)],
    ['changed', (entry: string) => entry.replace('words', 'lies')],
    ['empty', () => ''],
    ['something else', () => 'x'.repeat(500)],
  ])('does not believe an entry that is %s', async (_, damage) => {
    const cache = createReadingCache(dir, {});
    await cache.put(file, packed('some words'));
    const [path] = await entries();
    await writeFile(path!, damage(await readFile(path!, 'latin1')), 'latin1');
    expect(await cache.get(file)).toBeUndefined();
  });

  it('removes what this run did not use, the oldest first, down to its size', async () => {
    const old = createReadingCache(dir, {});
    for (let n = 0; n < 5; n += 1)
      await old.put({ ...file, file: `${n}.md` }, packed('x'.repeat(1000)));
    const cache = createReadingCache(dir, {});
    await cache.put(file, packed('x'));
    await cache.prune(2_500);
    expect((await entries()).length).toBe(3);
    expect(await cache.get(file)).toEqual(Buffer.from('x'));
  });

  it.skipIf(process.getuid?.() === 0)('says so when it cannot be written', async () => {
    await chmod(dir, 0o500);
    await expect(createReadingCache(dir, {}).put(file, packed('x'))).rejects.toThrow(/EACCES/);
  });

  it('says so when its folder is a file', async () => {
    await writeFile(join(dir, 'taken'), '');
    await expect(createReadingCache(join(dir, 'taken'), {}).put(file, packed('x'))).rejects.toThrow(
      /ENOTDIR|EEXIST/,
    );
  });
});

async function entries(): Promise<string[]> {
  const files = await readdir(dir, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /[0-9a-f]{64}$/.test(file)).map((file) => join(dir, file));
}
