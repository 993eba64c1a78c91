import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsChromium, startBrowsing, type Browsing } from './browsing.js';

describe.skipIf(needsChromium.skip)(needsChromium.name('searching in a browser'), () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await startBrowsing();
  });
  afterAll(() => browsing?.close());

  it('leads from a question to the passage, without script', async () => {
    const { page, complaints } = await browsing.open({ javaScriptEnabled: false });
    await page.goto('/');
    await page.getByRole('searchbox').fill('maturity models');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search?q=maturity+models');
    const first = page.locator('.hit h2 a').first();
    const heading = await first.innerText();
    await first.click();
    const section = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
    expect(await section.count()).toBe(1);
    expect(await page.locator('article').innerText()).toContain(heading);
    expect(complaints).toEqual([]);
  });

  it('says why a passage was found, and unfolds the others of its issue, without script', async () => {
    const { page } = await browsing.open({ javaScriptEnabled: false });
    await page.goto('/search?q=fund');
    const why = page.locator('.why').first();
    expect(await why.getByRole('listitem').first().isVisible()).toBe(false);
    await why.locator('summary').click();
    expect(await why.innerText()).toMatch(/It matches “fund”.* in the /);
    const more = page.locator('.more').first();
    expect(await more.locator('h3').first().isVisible()).toBe(false);
    await more.locator('summary').first().click();
    expect(await more.locator('h3').first().isVisible()).toBe(true);
  });

  it('narrows by a concept and a year, and widens again, without script', async () => {
    const { page } = await browsing.open({ javaScriptEnabled: false });
    await page.goto('/search?q=team');
    const before = await page.locator('.count').innerText();
    await page.locator('.facets section').first().getByRole('link').first().click();
    await page.locator('.facets').getByRole('link', { name: '2024' }).click();
    expect(await page.locator('.chips li').count()).toBe(3);
    expect(new URL(page.url()).searchParams.get('year')).toBe('2024');
    await page.getByRole('link', { name: 'Without any filter' }).click();
    expect(await page.locator('.count').innerText()).toBe(before);
  });

  it('keeps the filters when the words change', async () => {
    const { page } = await browsing.open({ javaScriptEnabled: false });
    await page.goto('/search?q=team&year=2024');
    await page.getByRole('searchbox').fill('money');
    await page.getByRole('button', { name: 'Search' }).click();
    const params = new URL(page.url()).searchParams;
    expect([params.get('q'), params.get('year')]).toEqual(['money', '2024']);
  });

  it('shows results as one types, under an address that holds them', async () => {
    const { page, complaints } = await browsing.open();
    await page.goto('/search?year=2024');
    await page.keyboard.press('/');
    await page.keyboard.type('okrs', { delay: 20 });
    await page.locator('.hit mark').first().waitFor();
    await page.waitForURL('**/search?q=okrs&year=2024');
    expect(await page.title()).toContain('okrs');
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ sections?/ })
      .waitFor();
    expect(await page.locator('input[type=search]:focus').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('types a “/” where one is typed, and focuses the search box elsewhere', async () => {
    const { page } = await browsing.open();
    await page.goto('/issues');
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.getByRole('combobox').inputValue()).toBe('a/b');
  });

  it('drops an answer that comes after a later one', async () => {
    const { page } = await browsing.open();
    await page.goto('/search');
    await page.route('**/search?q=planning', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('combobox').fill('planning');
    await page.waitForTimeout(250);
    await page.getByRole('combobox').fill('funding');
    await page.waitForURL('**/search?q=funding');
    await page.waitForTimeout(1000);
    expect(await page.locator('.count').innerText()).toContain('funding');
  });
});
