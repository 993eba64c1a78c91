// What the pages weigh: they are to open at once on a slow line too.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { sampleArchive } from './served.js';

const folder = join(import.meta.dirname, '../../public');

function gzipped(ending: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
}

describe('the weight of the pages', () => {
  it('is at most 20 KB of style and 15 KB of script', () => {
    expect(gzipped('.css')).toBeLessThanOrEqual(20_000);
    expect(gzipped('.js')).toBeLessThanOrEqual(15_000);
  });

  it('is at most 60 KB for the home page with all that it needs', async () => {
    const { app } = await sampleArchive();
    const { text } = await request(app).get('/');
    const needed = [...text.matchAll(/(?:src|href)="\/assets\/([^"?]+)/g)].map(([, name]) => name!);
    expect(needed.length).toBeGreaterThan(3);
    const sizes = needed.map((name) => gzipSync(readFileSync(join(folder, name))).length);
    expect(sizes.reduce((a, b) => a + b, gzipSync(text).length)).toBeLessThanOrEqual(60_000);
  });
});
