// From a key to the painted results.

import { urls } from '../../src/urls.js';
import { quantile, round, type Measure } from './measure.js';
import type { Program } from './program.js';

/** Names of the archive's own concepts, as a reader types them. */
const QUESTIONS = 8;
/** A practised typist, five keys a second. */
const KEY_MS = 200;

/**
 * Notes the time from a key to the frame in which results are on the screen that
 * were asked for with it. Where the next key came first, it counts from the earlier.
 */
const WATCH = `
  window.painted = [];
  let typed = null;
  document.addEventListener('input', ({ timeStamp }) => { typed ??= timeStamp; }, true);
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      const since = typed;
      if (since === null) return;
      typed = null;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.painted.push(performance.now() - since);
        port2.postMessage(0);
      });
    }).observe(document.getElementById('results_'), { childList: true });
  });`;

export async function typeQuestions({ base, browser, json }: Program): Promise<Measure[]> {
  const { items } = await json<{ items: { label: string; issues: number }[] }>(
    urls.apiConcepts({ perPage: 100 }),
  );
  const labels = items
    .sort((a, b) => b.issues - a.issues)
    .slice(0, QUESTIONS)
    .map(({ label }) => label);
  const page = await (await browser.newContext({ baseURL: base })).newPage();
  await page.addInitScript(WATCH);
  const painted: number[] = [];
  let keys = 0;
  // The first time through, the program and the browser warm up.
  for (const label of [labels[0]!, ...labels]) {
    await page.goto(urls.search());
    await page.keyboard.press('/');
    for (const key of label) {
      await page.keyboard.type(key);
      await page.waitForTimeout(KEY_MS);
    }
    const times = await page.evaluate<number[]>('window.painted');
    if (keys > 0 || label !== labels[0]) painted.push(...times);
    keys += label.length;
  }
  await page.context().close();
  return [
    { what: 'key to painted results, median', measured: quantile(painted, 0.5), most: null },
    { what: 'key to painted results, p95', measured: quantile(painted, 0.95), most: 100 },
    { what: 'key to painted results, longest', measured: quantile(painted, 1), most: null },
  ]
    .map((one): Measure => ({ ...one, measured: round(one.measured), unit: 'ms' }))
    .concat({ what: 'keys that painted', measured: painted.length, most: null, unit: 'keys' });
}
