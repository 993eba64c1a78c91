import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../src/config.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-'));
});

describe('settings', () => {
  it('have defaults that serve this machine alone', async () => {
    expect(await readSettings(dir, {}, {})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      stats: false,
      title: null,
      language: null,
      baseUrl: null,
      keep: [],
      cache: null,
      discover: true,
      watch: null,
    });
  });

  it('prefer a flag to the environment, and that to the file', async () => {
    await writeFile(join(dir, 'backmatter.yaml'), 'port: 1\ntitle: From the file\nhost: "::1"\n');
    const settings = await readSettings(
      dir,
      { port: '3' },
      { BACKMATTER_PORT: '2', BACKMATTER_TITLE: 'From the environment' },
    );
    expect(settings).toMatchObject({ port: 3, title: 'From the environment', host: '::1' });
  });

  it('take lists from the file and from a line', async () => {
    expect((await readSettings(dir, { keep: 'footers, pixels' }, {})).keep).toEqual([
      'footers',
      'pixels',
    ]);
    await writeFile(join(dir, 'backmatter.yaml'), 'keep: [footers]\n');
    expect((await readSettings(dir, {}, {})).keep).toEqual(['footers']);
  });

  it('take yes and no in the words that people use', async () => {
    for (const yes of ['true', 'YES', 'on', '1'])
      expect(await readSettings(dir, { watch: yes }, {})).toMatchObject({ watch: true });
    await writeFile(join(dir, 'backmatter.yaml'), 'watch: false\nstats: off\n');
    expect(await readSettings(dir, {}, {})).toMatchObject({ watch: false, stats: false });
  });

  it('give an address without its last slash', async () => {
    expect((await readSettings(dir, { baseUrl: 'https://letters.example/' }, {})).baseUrl).toBe(
      'https://letters.example',
    );
  });

  it.each([
    ['a flag', { port: 'many' }, '', /^--port /],
    ['a port out of range', { port: '70000' }, '', /^--port must be 0 to 65535\.$/],
    ['part of a port', { port: '80.5' }, '', /^--port must be a whole number\.$/],
    ['yes or no', { watch: 'perhaps' }, '', /^--watch must be true or false\.$/],
    ['a language', { language: 'fr' }, '', /^--language must be en, de or ja\.$/],
    ['an empty title', { title: '' }, '', /^--title must not be empty\.$/],
    ['a number for a name', {}, 'title: 2024', /^"title" in backmatter\.yaml must be a text\.$/],
    ['an address', { baseUrl: 'ftp://x' }, '', /^--base-url must begin with http/],
    ['the file', {}, 'port: many', /^"port" in backmatter\.yaml /],
    ['an unknown name', {}, 'prot: 80', /unknown setting "prot"\. Use host, port/],
    ['broken YAML', {}, 'a: [', /^backmatter\.yaml is not valid YAML/],
    ['a list', {}, '- a', /must hold settings/],
  ])('say in one line what is wrong with %s', async (_, flags, file, line) => {
    await writeFile(join(dir, 'backmatter.yaml'), file);
    await expect(readSettings(dir, flags, {})).rejects.toThrow(line);
  });
});
