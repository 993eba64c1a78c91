// Draws the pages that the README shows, from a running server:
//
//   npx tsx bench/screenshots.ts http://127.0.0.1:3000 [folder]
//
// Home, a search, a concept, an issue, the map and the index, at 1280 and 390
// pixels, light and dark.

import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../test/browser/chromium.js';

const [base, folder = 'docs/screenshots'] = process.argv.slice(2);
if (base === undefined) {
  process.stderr.write('Name the server: npx tsx bench/screenshots.ts http://127.0.0.1:3000\n');
  process.exit(2);
}

const executablePath = findChromium();
if (executablePath === undefined) {
  process.stderr.write('No Chromium found; apt-get install chromium, or set CHROMIUM=/path\n');
  process.exit(1);
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-background-networking'],
});
const { items } = (await (await fetch(`${base}/api/issues?perPage=100`)).json()) as {
  items: { slug: string }[];
};
const concepts = (await (await fetch(`${base}/api/concepts?perPage=100`)).json()) as {
  items: { slug: string; issues: number }[];
};
const most = concepts.items.reduce((a, b) => (b.issues > a.issues ? b : a));
const pages = {
  home: '/',
  search: '/search?q=how+to+fund+a+team',
  concept: `/concepts/${most.slug}`,
  issue: `/issues/${items[Math.floor(items.length / 2)]!.slug}`,
  map: '/map',
  concepts: '/concepts',
};

for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width, height: width === 390 ? 844 : 900 },
      colorScheme,
      deviceScaleFactor: width === 390 ? 2 : 1,
    });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(base + path);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    }
    await context.close();
  }
}
await browser.close();
