// Finding one's way through the pages, with a mouse, with fingers and without script.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsChromium, startBrowsing, type Browsing } from './browsing.js';

const ISSUE = '/issues/03-the-ladder-in-the-lobby';
const plain = { javaScriptEnabled: false };

describe.skipIf(needsChromium.skip)(needsChromium.name('reading in a browser'), () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await startBrowsing();
  });
  afterAll(() => browsing?.close());

  it('goes back and forward through searches as they were', async () => {
    const { page } = await browsing.open();
    await page.goto('/search?q=planning');
    const count = page.locator('.count');
    const planning = await count.innerText();
    const field = page.getByRole('combobox');
    await field.fill('funding');
    await page.waitForURL('**/search?q=funding');
    await field.fill('funding team');
    await page.waitForURL('**/search?q=funding+team');
    // One stretch of typing is one step back.
    await page.goBack();
    await page.waitForURL('**/search?q=planning');
    expect(await count.innerText()).toBe(planning);
    expect(await field.inputValue()).toBe('planning');
    await page.goForward();
    await page.waitForURL('**/search?q=funding+team');
    await count.getByText('funding team').waitFor();
    await page.locator('.hit h2 a').first().click();
    await page.waitForURL('**/issues/**');
    await page.goBack();
    await count.getByText('funding team').waitFor();
    expect(await field.inputValue()).toBe('funding team');
  });

  it('asks nothing while an input method is at work', async () => {
    const { page } = await browsing.open();
    await page.goto('/search');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.evaluate(`{
      const field = document.getElementById('q_');
      field.focus();
      field.dispatchEvent(new CompositionEvent('compositionstart'));
      field.value = 'けい';
      field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    }`);
    await page.waitForTimeout(300);
    expect(asked.filter((path) => !path.startsWith('/assets/'))).toEqual([]);
    await page.evaluate(`{
      const field = document.getElementById('q_');
      field.value = '計画';
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    }`);
    await page.waitForURL(`**/search?q=${encodeURIComponent('計画')}`);
  });

  it('says how many were found, or that nothing was', async () => {
    const { page } = await browsing.open();
    await page.goto('/search');
    await page.getByRole('combobox').fill('zzqxv');
    await page.getByRole('status').getByText('Nothing found').waitFor();
  });

  it('shows a card beside a link that is pointed at, and shifts nothing', async () => {
    const { page, complaints } = await browsing.open();
    await page.addInitScript(`
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(ISSUE);
    await page.locator('.prose a.concept').first().hover();
    const card = page.getByRole('tooltip');
    await card.getByText('sections').waitFor();
    // From the link to the card, to read it at leisure.
    await card.hover();
    await page.waitForTimeout(400);
    expect(await card.isVisible()).toBe(true);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: 'hidden' });
    expect(await page.evaluate<number>('window.shift')).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('shows the card after a long press, and follows the link after a tap', async () => {
    const { page } = await browsing.open({ hasTouch: true, viewport: { width: 390, height: 844 } });
    await page.goto(ISSUE);
    const link = page.locator('.prose a.concept').first();
    await link.scrollIntoViewIfNeeded();
    const { x, y } = (await link.boundingBox())!;
    const hand = await page.context().newCDPSession(page);
    const touchPoints = [{ x: x + 5, y: y + 5 }];
    await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await page.getByRole('tooltip').waitFor();
    await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(100);
    expect(new URL(page.url()).pathname).toBe(ISSUE);
    await page.touchscreen.tap(x + 5, y + 5);
    await page.waitForURL('**/concepts/**');
  });

  it('marks in the contents where one is, and gives each section a permanent link', async () => {
    const { page } = await browsing.open({ viewport: { width: 1280, height: 800 } });
    await page.goto(ISSUE);
    const links = page.locator('.contents a');
    const last = links.last();
    await last.click();
    await page.locator('.contents [aria-current=location]').waitFor();
    await page.evaluate('window.scrollTo(0, 0)');
    await expect.poll(() => page.locator('.contents [aria-current]').count()).toBe(0);
    const link = page.locator('.permalink').first();
    expect(await link.getAttribute('href')).toMatch(/^\/issues\/03-the-ladder-in-the-lobby#/);
  });

  it('folds the contents away where there is no room beside the text', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const viewport = { width: 390, height: 844 };
      const { page } = await browsing.open({ javaScriptEnabled, viewport });
      await page.goto(ISSUE);
      const first = page.locator('.contents a').first();
      expect(await first.isVisible()).toBe(false);
      await page.locator('.contents summary').click();
      expect(await first.isVisible()).toBe(true);
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await first.isVisible()).toBe(true);
    }
  });

  it('marks the searched words where a hit leads, without script', async () => {
    const { page } = await browsing.open(plain);
    await page.goto('/search?q=planning');
    await page.locator('.hit h2 a').first().click();
    expect(await page.locator(':target mark').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Show it without marks' }).click();
    expect(await page.locator('mark').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  it('leads from the map and from a preview’s link, without script', async () => {
    const { page, complaints } = await browsing.open(plain);
    await page.goto('/map');
    expect(await page.locator('.map-tools').isVisible()).toBe(false);
    await page.locator('.map a').getByText('OKRs').click();
    await page.waitForURL('**/concepts/okrs');
    await page.locator('a.concept').first().click();
    expect(await page.locator('h1').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('takes hold of the map with a mouse, and does not follow the link under it', async () => {
    const { page } = await browsing.open();
    await page.goto('/map');
    await page.getByRole('button', { name: 'Closer' }).click();
    const scrolled = () => page.locator('.map').evaluate((map) => map.scrollLeft);
    const before = await scrolled();
    const { x, y } = (await page
      .locator('.map a')
      .getByText('Planning', { exact: true })
      .boundingBox())!;
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 5, { steps: 4 });
    await page.mouse.up();
    expect(await scrolled()).toBeGreaterThan(before + 40);
    expect(new URL(page.url()).pathname).toBe('/map');
  });
});
