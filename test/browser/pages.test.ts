import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsChromium, startBrowsing, type Browsing } from './browsing.js';
import { axe, lookAt, OVERFLOW, RUN_AXE } from './looking.js';

const PAGES: (string | [string, number])[] = [
  '/',
  '/search',
  '/search?q=planning&concept=okrs',
  '/search?q=zzqxv',
  '/search?q=fundng+teem',
  '/search?q=pror',
  '/concepts',
  '/concepts?q=plan',
  '/concepts?q=zzqxv',
  '/concepts/okrs',
  '/concepts/funding',
  '/concepts/okrs?asof=2023-06',
  '/map',
  '/issues',
  '/issues?year=2024',
  '/issues/03-the-ladder-in-the-lobby?q=planning',
  '/api',
  ['/nowhere', 404],
  ['/concepts/okr', 404],
  ['/issues/nowhere', 404],
  ['/search?page=x', 400],
  '/-/patterns',
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

  describe.concurrent.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it(
      'are accessible, valid, fit and keep quiet at every width',
      () => lookAt(browsing, PAGES, { colorScheme }),
      300_000,
    );
    // Issues differ in what is written, and not in how they are laid out.
    it(
      'so is every issue',
      () => lookAt(browsing, issues, { colorScheme }, [colorScheme === 'light' ? 320 : 1280]),
      300_000,
    );
  });

  it('are accessible with suggestions offered and a card shown', async () => {
    const { page } = await browsing.open({ bypassCSP: true });
    await page.goto('/concepts/okrs');
    await page.evaluate(axe);
    await page.locator('.prose a.concept').first().hover();
    await page.getByRole('tooltip').waitFor();
    expect(await page.evaluate<string[]>(RUN_AXE)).toEqual([]);
    await page.keyboard.press('/');
    await page.keyboard.type('team year:');
    await page.getByRole('option').getByText('year:2024').waitFor();
    expect(await page.evaluate<string[]>(RUN_AXE)).toEqual([]);
  });

  it.each([320, 1280])('are accessible and fit with a citation open, at %i', async (width) => {
    const { page } = await browsing.open({ bypassCSP: true, viewport: { width, height: 800 } });
    await page.goto('/concepts/okrs');
    await page.evaluate(axe);
    for (const cite of [page.locator('.passage .cite').first(), page.locator('.margin .cite')]) {
      await cite.locator('summary').click();
      await cite.getByText('@', { exact: false }).first().waitFor();
    }
    expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
    expect(await page.evaluate<string[]>(RUN_AXE)).toEqual([]);
  });

  it('run nothing that their policy forbids', async () => {
    const { page, complaints } = await browsing.open();
    for (const path of [
      '/',
      '/search',
      '/search?q=planning&concept=okrs',
      '/concepts/okrs',
      '/concepts',
      '/map',
      issues[0]!,
    ]) {
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
