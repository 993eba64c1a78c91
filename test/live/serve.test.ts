import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copySmallArchive } from '../../bench/live/random-edits.js';
import { startServer } from '../../bench/live/server.js';

it('shows a save to those who search and to pages that are open, and ends at once', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'backmatter-serve-'));
  await copySmallArchive(dir);
  const server = startServer(dir, { args: ['--stats'] });
  const address = await server.ready;
  const page = await fetch(`${address}/-/changes`);
  const events = page.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await events.read()).value).toContain('event: changed');
  await writeFile(join(dir, 'issues/wombats.md'), '# On wombats\n\nThey dig.\n');
  expect((await events.read()).value).toContain('event: changed');
  const found = await fetch(`${address}/api/search?q=wombats`);
  expect(((await found.json()) as { total: number }).total).toBe(1);
  expect(server.printed()).toMatch(/\d+ sections of \d+ issues · \d+ MB resident/);
  const began = performance.now();
  expect(await server.end()).toBe(0);
  // Longer than any work of ours, shorter than the grace that connections under way get.
  expect(performance.now() - began).toBeLessThan(4_500);
});
