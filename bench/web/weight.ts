// What is sent, as a browser that keeps nothing yet receives it.

import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { urls } from '../../src/urls.js';
import { round, type Measure } from './measure.js';
import type { Program } from './program.js';

const folder = new URL('../../public/', import.meta.url);

export async function weigh({ base, browser }: Program): Promise<Measure[]> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(base + urls.home(), { waitUntil: 'networkidle' });
  const home = await page.evaluate<number>(
    `performance.getEntries().reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)`,
  );
  await page.context().close();
  return [
    { what: 'style sheet, gzipped', measured: kilobytes(gzipped('.css')), most: 20, unit: 'KB' },
    { what: 'all scripts, gzipped', measured: kilobytes(gzipped('.js')), most: 15, unit: 'KB' },
    { what: 'home page with all it needs', measured: kilobytes(home), most: 60, unit: 'KB' },
  ];
}

function gzipped(ending: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0);
}

function kilobytes(bytes: number): number {
  return round(bytes / 1000);
}
