import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compareAfterEdits } from '../../bench/live/compare.js';

it('serves after any edits what a clean build does, byte for byte', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'backmatter-edits-'));
  const compared = await compareAfterEdits(dir, { edits: 100, every: 50, seed: 7 });
  expect(compared.differences).toEqual([]);
  expect(compared.answers).toBeGreaterThan(100);
}, 120_000);
