import { chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReadingCache } from '../../src/archive/reading-cache.js';

const source = { file: 'a.md', bytes: Buffer.from('Words.') };
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-cache-'));
});

describe('the cache of readings', () => {
  it('gives back what was put, to a later run too', async () => {
    await createReadingCache(dir, {}).put(source, '{"é":1}');
    expect(await createReadingCache(dir, {}).get(source)).toBe('{"é":1}');
  });

  it('knows no file whose name, bytes or rules are others', async () => {
    await createReadingCache(dir, {}).put(source, '{}');
    const cache = createReadingCache(dir, {});
    expect(await cache.get({ ...source, file: 'b.md' })).toBeUndefined();
    expect(await cache.get({ ...source, bytes: Buffer.from('Others.') })).toBeUndefined();
    expect(await createReadingCache(dir, { rulesOff: ['footers'] }).get(source)).toBeUndefined();
  });

  it.each([
    ['cut short', (entry: string) => entry.slice(0, -3)],
    ['changed', (entry: string) => entry.replace('words', 'lies')],
    ['empty', () => ''],
    ['something else', () => 'x'.repeat(500)],
  ])('does not believe an entry that is %s', async (_, damage) => {
    const cache = createReadingCache(dir, {});
    await cache.put(source, '{"text":"words"}');
    const [path] = await entries();
    await writeFile(path!, damage(await readFile(path!, 'utf8')));
    expect(await cache.get(source)).toBeUndefined();
  });

  it('removes what this run did not use, the oldest first, down to its size', async () => {
    const old = createReadingCache(dir, {});
    for (let n = 0; n < 5; n += 1) await old.put({ ...source, file: `${n}.md` }, 'x'.repeat(1000));
    const cache = createReadingCache(dir, {});
    await cache.put(source, '{}');
    await cache.prune(2_500);
    expect((await entries()).length).toBe(3);
    expect(await cache.get(source)).toBe('{}');
  });

  it.skipIf(process.getuid?.() === 0)('says so when it cannot be written', async () => {
    await chmod(dir, 0o500);
    await expect(createReadingCache(dir, {}).put(source, '{}')).rejects.toThrow(/EACCES/);
  });

  it('says so when its folder is a file', async () => {
    await writeFile(join(dir, 'taken'), '');
    await expect(createReadingCache(join(dir, 'taken'), {}).put(source, '{}')).rejects.toThrow(
      /ENOTDIR|EEXIST/,
    );
  });
});

async function entries(): Promise<string[]> {
  const files = await readdir(dir, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.json')).map((file) => join(dir, file));
}
