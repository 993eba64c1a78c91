// Everything that a hand can do here, done by keys alone.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsChromium, startBrowsing, type Browsing } from './browsing.js';

describe.skipIf(needsChromium.skip)(needsChromium.name('by keyboard'), () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await startBrowsing();
  });
  afterAll(() => browsing?.close());

  it('suggestions are chosen from with the arrows, and opened with Enter', async () => {
    const { page, complaints } = await browsing.open();
    await page.goto('/');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('fund');
    const options = page.getByRole('option');
    await options.getByText('Team funding', { exact: true }).waitFor();
    const field = page.getByRole('combobox');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('Funding');
    await page.keyboard.press('ArrowUp');
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
    // Round the end, to the whole result.
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toMatch(/^All \d+ sections$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/concepts/funding');
    expect(complaints).toEqual([]);
  });

  it('Escape closes the suggestions and keeps what is typed', async () => {
    const { page } = await browsing.open();
    await page.goto('/issues');
    await page.keyboard.press('/');
    await page.keyboard.type('plan');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').first().isVisible()).toBe(false);
    const field = page.getByRole('combobox');
    expect(await field.inputValue()).toBe('plan');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
  });

  it('an operator is completed, then its value, with what the archive has', async () => {
    const { page } = await browsing.open();
    await page.goto('/search');
    await page.keyboard.press('/');
    await page.keyboard.type('team yea');
    await page.getByRole('option').getByText('year:').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('option').getByText('year:2024').waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('team year:');
    await page.keyboard.type('2024');
    await page.waitForURL('**/search?q=team+year%3A2024');
    await page.locator('.hit').first().waitFor();
    expect(await page.locator('.hit time').first().innerText()).toContain('2024');
  });

  it('the arrows go on from the field into the results, and come back', async () => {
    const { page } = await browsing.open();
    await page.goto('/search?q=planning');
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    const first = page.locator('.hit h2 a').first();
    expect(await isFocused(page, '.hit h2 a')).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(page, '#q_')).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(page, '.hit:last-child :is(h2, h3) a')).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    const href = await first.getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href!}`);
    // The words are marked there, and the first of them is in sight.
    expect(await page.locator(':target mark').first().isVisible()).toBe(true);
  });

  it('Ctrl and Enter open what is chosen in another tab', async () => {
    const { page } = await browsing.open();
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type('okrs');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('Control+Enter');
    await (await opened).waitForURL('**/concepts/okrs');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('a question is offered again, until it is to be forgotten', async () => {
    const { page } = await browsing.open();
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type('annual budget');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=annual+budget');
    await page.goto('/issues');
    await page.keyboard.press('/');
    await page.getByRole('option', { name: 'annual budget' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await isFocused(page, '.recent button')).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.goto('/concepts');
    await page.keyboard.press('/');
    expect(await page.getByRole('option').count()).toBe(0);
  });

  it('a facet narrows the result, and its chip widens it again', async () => {
    const { page } = await browsing.open();
    await page.goto('/search?q=team');
    await tabTo(page, '.facets a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/concept=/);
    await tabTo(page, '.chips a');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('concept'));
  });

  it('a focused link shows what it leads to; Escape closes that and stays', async () => {
    const { page, complaints } = await browsing.open();
    await page.goto('/concepts/okrs');
    await tabTo(page, '.definition a.concept, .prose a.concept');
    const card = page.getByRole('tooltip');
    await card.waitFor();
    const link = page.locator(':focus');
    expect(await link.getAttribute('aria-describedby')).toBe(await card.getAttribute('id'));
    const [of, shown] = [await link.boundingBox(), await card.boundingBox()];
    expect(shown!.y >= of!.y + of!.height || shown!.y + shown!.height <= of!.y).toBe(true);
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    expect(await link.count()).toBe(1);
    expect(await link.getAttribute('aria-describedby')).toBeNull();
    expect(complaints).toEqual([]);
  });

  it('the map is drawn nearer and farther, and finds a name', async () => {
    const { page, complaints } = await browsing.open();
    await page.goto('/map');
    const width = () => page.locator('.map svg').evaluate((svg) => svg.clientWidth);
    const before = await width();
    await page.locator('.map').focus();
    await page.keyboard.press('+');
    expect(await width()).toBeGreaterThan(before * 1.3);
    const scrolled = () => page.locator('.map').evaluate((map) => map.scrollLeft);
    const at = await scrolled();
    await page.keyboard.press('ArrowRight');
    await expect.poll(scrolled).toBeGreaterThan(at);
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    expect(await width()).toBe(before);
    await page.getByLabel('Find on the map').focus();
    await page.keyboard.type('okr');
    expect(await page.locator('.map a.found').count()).toBe(1);
    await page
      .getByRole('status')
      .getByText(/^1 \/ \d+$/)
      .waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/concepts/okrs');
    expect(complaints).toEqual([]);
  });

  it('shows where it is, on whatever can be focused', async () => {
    const { page } = await browsing.open();
    for (const path of ['/', '/search?q=team', '/concepts/okrs', '/map', '/issues', '/concepts']) {
      await page.goto(path);
      expect(await page.evaluate<string[]>(UNSEEN), path).toEqual([]);
    }
  });
});

/** What looks the same with the focus as without it, itself and the three elements around it. */
const UNSEEN = `(() => {
  const look = (element) => {
    const looks = [];
    for (let at = element, i = 0; at && i < 4; at = at.parentElement, i += 1) {
      const { outlineStyle, outlineWidth, boxShadow, borderBottomColor, left } = getComputedStyle(at);
      looks.push(outlineStyle === 'none' ? 0 : outlineWidth, boxShadow, borderBottomColor, left);
    }
    return looks.join();
  };
  const unseen = [];
  for (const element of document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')) {
    if (!element.checkVisibility()) continue;
    document.activeElement.blur();
    const before = look(element);
    element.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement === element && look(element) === before)
      unseen.push(element.outerHTML.slice(0, 120));
  }
  return unseen;
})()`;

/** The text of the option that the field says is chosen. */
async function active(page: Page): Promise<string> {
  const id = await page.getByRole('combobox').getAttribute('aria-activedescendant');
  return page.locator(`#${id!}[aria-selected=true]`).innerText();
}

async function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate<boolean>(`document.activeElement.matches('${selector}')`);
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(page, selector)) return;
  }
  throw new Error(`Nothing that matches ${selector} is reached with Tab.`);
}
