// What has to hold of every page, at every width: it fits, it is accessible and
// valid, it logs nothing and asks no other host.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions } from 'playwright-core';
import { expect } from 'vitest';
import { mistakesIn } from '../web/served.js';
import type { Browsing } from './browsing.js';

export const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** By how many pixels a page is wider than its window. */
export const OVERFLOW = 'document.documentElement.scrollWidth - window.innerWidth';

/** What axe finds wrong, a line each. */
export const RUN_AXE = `axe.run().then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`;

/** 640 are a window of 1280 pixels at 200 % zoom. */
export const WIDTHS = [320, 390, 640, 768, 1280];

/** The narrowest and the widest: between them, pages are put together of the same parts. */
const AXE_WIDTHS = [320, 1280];

/** @param paths of a server's pages, each with the status that it is answered with, 200 unless told */
export async function lookAt(
  { open }: Browsing,
  paths: readonly (string | readonly [path: string, status: number])[],
  options: BrowserContextOptions,
  widths: readonly number[] = WIDTHS,
): Promise<void> {
  // A policy that forbids inline script forbids axe too, so it is lifted for
  // axe alone; the tests of search run under the policy.
  const { page, complaints } = await open({ ...options, bypassCSP: true });
  for (const one of paths) {
    const [path, status] = typeof one === 'string' ? [one, 200] : one;
    const response = await page.goto(path);
    expect(response!.status(), path).toBe(status);
    expect(await mistakesIn(await response!.text()), path).toEqual([]);
    await page.evaluate(axe);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const at = `${path} at ${width} pixels`;
      expect(await page.evaluate<number>(OVERFLOW), at).toBeLessThanOrEqual(0);
      if (AXE_WIDTHS.includes(width))
        expect(await page.evaluate<string[]>(RUN_AXE), at).toEqual([]);
    }
    // Chromium itself logs that a page is an error.
    expect(
      complaints.filter((line) => status < 400 || !line.includes(`status of ${status}`)),
      path,
    ).toEqual([]);
    complaints.length = 0;
  }
}
