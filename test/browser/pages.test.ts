import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsChromium, startBrowsing, type Browsing } from './browsing.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** By how many pixels a page is wider than its window. */
const OVERFLOW = 'document.documentElement.scrollWidth - window.innerWidth';

/** What axe finds wrong, a line each. */
const RUN_AXE = `axe.run().then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`;

const PAGES = [
  '/',
  '/search',
  '/search?q=planning&concept=okrs',
  '/search?q=zzqxv',
  '/concepts',
  '/concepts/okrs',
  '/concepts/funding',
  '/concepts/okrs?asof=2023-06',
  '/map',
  '/issues',
  '/issues?year=2024',
  '/api',
  '/nowhere',
  '/search?page=x',
];

describe.skipIf(needsChromium.skip)(needsChromium.name('pages in a browser'), () => {
  let browsing: Browsing;
  let issues: string[];
  beforeAll(async () => {
    browsing = await startBrowsing();
    const list = await fetch(`${browsing.base}/api/issues?perPage=100`);
    const { items } = (await list.json()) as { items: { slug: string }[] };
    issues = items.map(({ slug }) => `/issues/${encodeURIComponent(slug)}`);
  });
  afterAll(() => browsing?.close());

  describe.each([320, 390, 1280])('at %i pixels', (width) => {
    it.each(['light', 'dark'] as const)(
      'are accessible, fit and keep quiet (%s)',
      async (colorScheme) => {
        // A policy that forbids inline script forbids axe too, so it is lifted for
        // axe alone; the tests of search run under the policy.
        const { page, complaints } = await browsing.open({
          viewport: { width, height: 800 },
          colorScheme,
          bypassCSP: true,
        });
        for (const path of [...PAGES, ...issues]) {
          const response = await page.goto(path);
          expect(
            await page.evaluate<number>(OVERFLOW),
            `${path} scrolls sideways`,
          ).toBeLessThanOrEqual(0);
          await page.evaluate(axe);
          expect(await page.evaluate<string[]>(RUN_AXE), path).toEqual([]);
          // Chromium itself logs that a page is a 4xx.
          if (response!.status() < 400) expect(complaints, path).toEqual([]);
          complaints.length = 0;
        }
      },
    );
  });

  it('run nothing that their policy forbids', async () => {
    const { page, complaints } = await browsing.open();
    for (const path of [...PAGES.slice(0, 3), '/concepts/okrs', '/concepts', '/map', issues[0]!]) {
      await page.goto(path);
    }
    expect(complaints).toEqual([]);
  });

  it('lead from the index to a concept, to a passage, to another concept', async () => {
    const { page } = await browsing.open();
    await page.goto('/');
    await page.getByRole('link', { name: 'Concepts', exact: true }).click();
    await page.getByRole('link', { name: 'OKRs', exact: true }).first().click();
    expect(await page.locator('h1').innerText()).toBe('OKRs');
    await page.locator('.passage h3 a').first().click();
    expect(new URL(page.url()).hash).not.toBe('');
    await page.locator('.prose a.concept').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/concepts\//);
  });

  it('let the keyboard skip to the text', async () => {
    const { page } = await browsing.open();
    await page.goto('/concepts');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
  });
});
