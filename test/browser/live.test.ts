// Pages that are open while their archive is edited, served as its author serves them.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../run-cli.js';
import { needsChromium, startBrowsing, type Browsing } from './browsing.js';

describe.skipIf(needsChromium.skip)(needsChromium.name('an open page of a watched archive'), () => {
  let dir: string;
  let served: Served;
  let browsing: Browsing;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'backmatter-live-'));
    await mkdir(join(dir, 'issues'));
    await write('plans', 'Planning is a habit.');
    await write('bread', 'Bread is a habit too.');
    served = await serve([dir, '--watch']);
    browsing = await startBrowsing(served.address);
  });
  afterAll(async () => {
    await browsing?.close();
    await served?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('shows what was saved, by itself', async () => {
    const { page, complaints } = await browsing.open();
    await page.goto('/issues/plans');
    await write('plans', 'Planning is a craft.');
    await page.getByText('Planning is a craft.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps results that were typed until they are others, and never the question', async () => {
    const { page } = await browsing.open();
    await page.goto('/search');
    await page.keyboard.press('/');
    await page.keyboard.type('planning');
    await page.waitForURL('**/search?q=planning');
    await page.locator('.hit h2 a').focus();
    await page.evaluate('window.standing = true');

    const looked = page.waitForResponse('**/search?q=planning');
    await write('bread', 'Bread is a trade too.');
    await (await looked).finished();
    await settle(page);
    expect(await page.evaluate('window.standing')).toBe(true);

    await write('later', 'More on planning.');
    await page.locator('.hit').getByText('More on').waitFor();
    expect(await page.evaluate('window.standing')).toBeUndefined();
    expect(await page.getByRole('combobox').inputValue()).toBe('planning');
  });

  it('waits while something is half written in it', async () => {
    const { page } = await browsing.open();
    await page.goto('/issues/plans');
    await page.keyboard.press('/');
    await page.keyboard.type('half a wo');
    const looked = page.waitForResponse('**/issues/plans');
    await write('plans', 'Planning is a game.');
    await (await looked).finished();
    await settle(page);
    expect(await page.getByRole('combobox').inputValue()).toBe('half a wo');
    await page.getByRole('heading', { level: 1 }).click();
    await page.getByText('Planning is a game.').waitFor();
  });

  function write(slug: string, text: string): Promise<void> {
    return writeFile(
      join(dir, 'issues', `${slug}.md`),
      `---\ntitle: On ${slug}\ndate: 2024-03-01\n---\n\n${text}\n`,
    );
  }
});

/** Long enough for a page that means to load itself again to begin it. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(500);
}
