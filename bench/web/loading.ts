// Each kind of page, loaded into an empty browser.

import type { Browser } from 'playwright-core';
import type { ConceptSlug, IssueSlug } from '../../src/slug.js';
import { urls } from '../../src/urls.js';
import { quantile, round, type Measure } from './measure.js';
import type { Program } from './program.js';

/** The last of the largest paints, and the sum of the shifts that no hand has caused. */
const OBSERVE = `
  window.paint = 0;
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.paint = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;

export async function loadPages(program: Program, loads: number): Promise<Measure[]> {
  const pages = await pagesOf(program);
  // A server's first answers are its slowest, and not what a reader meets.
  for (const path of Object.values(pages)) await fetch(program.base + path);
  const costs: Measure[] = [];
  for (const [name, path] of Object.entries(pages)) costs.push(await costOf(program, name, path));
  const paints: [name: string, ms: number][] = [];
  let shift = 0;
  for (const [name, path] of Object.entries(pages)) {
    const times = [];
    for (let load = 0; load < loads; load += 1) {
      const seen = await loaded(program.browser, program.base + path);
      times.push(seen.paint);
      shift = Math.max(shift, seen.shift);
    }
    paints.push([name, quantile(times, 0.5)]);
  }
  return [
    ...paints.map(([name, ms]): Measure => ({
      what: `largest paint, ${name}`,
      measured: round(ms),
      ...{ most: 500, unit: 'ms' },
    })),
    { what: 'layout shift, the worst page', measured: shift, most: 0, unit: 'shift' },
    ...costs,
  ];
}

/** Asked for so often, the clock of the processor is fine enough. */
const ANSWERS = 10;

async function costOf({ base, cpuMs }: Program, name: string, path: string): Promise<Measure> {
  const before = await cpuMs();
  for (let i = 0; i < ANSWERS; i += 1) await (await fetch(base + path)).text();
  const measured = round(((await cpuMs()) - before) / ANSWERS);
  return { what: `answering, ${name}`, measured, most: null, unit: 'ms of processor' };
}

/** The longest issue and the concept that most speak of, since these are the slowest. */
async function pagesOf({ json }: Program): Promise<Record<string, string>> {
  const issues = await json<{ items: { slug: IssueSlug; sections: number }[] }>(
    urls.apiIssues({ perPage: 100 }),
  );
  const concepts = await json<{ items: { slug: ConceptSlug; label: string; issues: number }[] }>(
    urls.apiConcepts({ perPage: 100 }),
  );
  const longest = issues.items.reduce((a, b) => (b.sections > a.sections ? b : a));
  const most = concepts.items.reduce((a, b) => (b.issues > a.issues ? b : a));
  return {
    home: urls.home(),
    search: urls.search({ q: most.label }),
    concepts: urls.concepts(),
    concept: urls.concept(most.slug),
    issues: urls.issues(),
    issue: urls.issue(longest.slug),
    map: urls.map(),
    JSON: urls.api(),
  };
}

async function loaded(
  browser: Browser,
  address: string,
): Promise<{ paint: number; shift: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE);
  await page.goto(address, { waitUntil: 'networkidle' });
  const seen = await page.evaluate<{ paint: number; shift: number }>(
    '({ paint: window.paint, shift: window.shift })',
  );
  await context.close();
  return seen;
}
