import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSnapshot, type Part } from '../../src/state/snapshot.js';

const always = () => true;
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-snapshot-'));
});

describe('a snapshot', () => {
  it('gives back what was saved, part by part and in order', async () => {
    const parts: Part[] = [
      ['a map', new Map([['é', [1, 2]]])],
      ['numbers', new Uint32Array([7, 4_000_000_000])],
      ['a map', null],
    ];
    await save(parts);
    expect(await load()).toEqual(parts);
  });

  it('is passed over by another version of the program or other settings, and stays', async () => {
    await save([['words', 'old']]);
    expect(await load('another key')).toBeUndefined();
    expect(await load()).toEqual([['words', 'old']]);
  });

  const damages: Record<string, (bytes: Buffer) => Uint8Array> = {
    'cut short by a byte': (bytes) => bytes.subarray(0, -1),
    'cut in half': (bytes) => bytes.subarray(0, bytes.length / 2),
    empty: () => Buffer.alloc(0),
    'longer by a byte': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
    'another kind of file': () => Buffer.from('---\ntitle: A letter\n---\n'.repeat(100)),
    'all zeros': (bytes) => Buffer.alloc(bytes.length),
  };

  it.each(Object.entries(damages))(
    'that is %s is set aside, and the former one used',
    async (_, damage) => {
      await save([['words', 'former']]);
      await save([['words', 'newest']]);
      const damaged = damage(await readFile(join(dir, 'snapshot')));
      await writeFile(join(dir, 'snapshot'), damaged);
      expect(await load()).toEqual([['words', 'former']]);
      expect(await readFile(join(dir, 'snapshot.damaged-1'))).toEqual(Buffer.from(damaged));
      expect(await readdir(dir)).not.toContain('snapshot');
    },
  );

  it('is not believed whichever of its bytes was changed', async () => {
    await save([
      ['first', { words: 'so' }],
      ['second', [1.5, 'as']],
    ]);
    const whole = await readFile(join(dir, 'snapshot'));
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1 << (at % 8);
      await writeFile(join(dir, 'snapshot'), changed);
      expect(await load(), `byte ${at}`).toBeUndefined();
    }
  });

  it('is set aside where its reader cannot take it', async () => {
    await save([['words', 'strange']]);
    const isTaken = await openSnapshot(dir, 'key', always).load(async () => {
      throw new Error('What is this?');
    });
    expect(isTaken).toBe(false);
    expect(await readdir(dir)).toEqual(['snapshot.damaged-1']);
  });

  it('leaves few behind, however often it is damaged', async () => {
    for (let time = 0; time < 6; time += 1) {
      await writeFile(join(dir, 'snapshot'), `damaged ${time}`);
      expect(await load()).toBeUndefined();
    }
    const left = await readdir(dir);
    expect(left.sort()).toEqual(['snapshot.damaged-1', 'snapshot.damaged-2', 'snapshot.damaged-3']);
    expect(await readFile(join(dir, left[2]!), 'utf8')).toBe('damaged 5');
  });

  it('is left as it is by a program that may not write', async () => {
    await writeFile(join(dir, 'snapshot'), 'damaged');
    expect(await load('key', () => false)).toBeUndefined();
    expect(await readdir(dir)).toEqual(['snapshot']);
  });

  it('keeps what was saved before when the next cannot be written whole', async () => {
    await save([['words', 'kept']]);
    const parts = function* (): Iterable<Part> {
      yield ['words', 'begun'];
      throw new Error('no more');
    };
    await expect(openSnapshot(dir, 'key', always).save(parts())).rejects.toThrow('no more');
    expect(await load()).toEqual([['words', 'kept']]);
    expect(await readdir(dir)).toEqual(['snapshot']);
  });

  it('cannot be saved where its name is taken by a folder, and says so', async () => {
    await mkdir(join(dir, 'snapshot.former', 'taken'), { recursive: true });
    await save([['words', 'kept']]);
    await expect(save([['words', 'next']])).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|ENOTDIR/);
    expect(await load()).toEqual([['words', 'kept']]);
  });
});

async function save(parts: Part[]): Promise<void> {
  await openSnapshot(dir, 'key', always).save(parts);
}

async function load(key = 'key', mayWrite = always): Promise<Part[] | undefined> {
  let taken: Part[] = [];
  const isTaken = await openSnapshot(dir, key, mayWrite).load(async (parts) => {
    taken = [];
    for await (const part of parts) taken.push(part);
  });
  return isTaken ? taken : undefined;
}
