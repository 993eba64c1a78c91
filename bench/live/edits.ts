// Somebody edits the archive while others read it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listArchive } from '../../src/archive/folder.js';
import { urls } from '../../src/urls.js';
import { askQuestions, randomNumbers, readPassages } from '../search/passages.js';
import { percentile, startLoad } from './load.js';
import { metrics, startServer } from './server.js';

const PER_SECOND = 50;
/** A save that is not found after so long is counted with that. */
const GIVEN_UP_MS = 30_000;

const LOOK_EVERY_MS = 50;

/** A server that does nothing: what this machine takes at this moment for any answer at all. */
const HELLO = `require('node:http').createServer((_, response) => response.end('hello'))
  .listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;

export async function editUnderLoad(
  dir: string,
  { edits, seconds }: { edits: number; seconds: number },
): Promise<{ rows: Record<string, unknown>; failures: string[] }> {
  const server = startServer(dir);
  const hello = spawn(process.execPath, ['-e', HELLO], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(hello.stdout, 'data')) as [Buffer];
    const address = await server.ready;
    const next = await readersOf(address, dir);
    // The first answer of each kind pays for what later ones find done.
    for (let warm = 0; warm < 100; warm++) await fetch(next()).then((answer) => answer.text());
    const before = await metrics(address);
    const load = startLoad(PER_SECOND, next);
    const bare = startLoad(PER_SECOND, () => `http://127.0.0.1:${port.toString().trim()}/`);
    const searchable = await edit(dir, address, { edits, seconds });
    await Promise.all([load.stop(), bare.stop()]);
    const after = await metrics(address);
    const late = (of: string) => 1000 * after.get(`backmatter_late_seconds{quantile="${of}"}`)!;
    const cpu = 'process_cpu_seconds_total';
    const row = (ms: number[]) => ({ ...spread(ms), requests: ms.length });
    const failures = [
      ...load.failed,
      ...above('event loop late at most', late('max'), 100),
      ...above('p99 of answers', percentile(load.taken, 0.99), 250),
      ...above('from a save to found, at most', Math.max(...searchable), 1_000),
    ];
    return {
      rows: {
        answers: { ...row(load.taken), failed: load.failed.length },
        'bare server': { ...row(bare.taken), failed: bare.failed.length },
        'from a save to found': row(searchable),
        'event loop late by': {
          p50: round(late('p50')),
          p99: round(late('p99')),
          most: round(late('max')),
        },
        'processor, s': { most: round(after.get(cpu)! - before.get(cpu)!) },
      },
      failures,
    };
  } finally {
    hello.kill();
    await server.end();
  }
}

/** In ms, from each save to the answer that has its word. */
async function edit(
  dir: string,
  address: string,
  { edits, seconds }: { edits: number; seconds: number },
): Promise<number[]> {
  const random = randomNumbers(3);
  const files = (await listArchive(dir)).issues;
  const waiting = new Map<string, number>();
  const found: number[] = [];
  let isOver = false;
  const looking = look(address, waiting, found, () => isOver);
  const began = performance.now();
  for (let number = 0; number < edits; number++) {
    await wait(Math.max(0, began + (number * seconds * 1000) / edits - performance.now()));
    const { path } = files[Math.floor(random() * files.length)]!;
    // Far enough from one another that none is taken for a typing error of another.
    const word = `q${Math.floor(random() * 36 ** 7).toString(36)}x${number.toString(36)}`;
    const text = `\n\nA word nobody has written: ${word}.\n`;
    if (random() < 0.5) await appendFile(path, text);
    else {
      await writeFile(join(dir, `.saving-${number}`), (await readFile(path, 'utf8')) + text);
      await rename(join(dir, `.saving-${number}`), path);
    }
    waiting.set(word, performance.now());
  }
  isOver = true;
  await looking;
  return found;
}

/** Asks for one word after another, and seldom, so that looking is hardly a load of its own. */
async function look(
  address: string,
  waiting: Map<string, number>,
  found: number[],
  isOver: () => boolean,
): Promise<void> {
  while (!isOver() || waiting.size > 0) {
    await wait(LOOK_EVERY_MS);
    for (const [word, since] of waiting) {
      if (waiting.size > 1) await wait(LOOK_EVERY_MS);
      const answer = await fetch(address + urls.apiSearch({ q: `"${word}"`, perPage: 1 }));
      const { hits } = (await answer.json()) as { hits: { excerpt: { text: string } }[] };
      const took = performance.now() - since;
      if (!hits[0]?.excerpt.text.includes(word) && took < GIVEN_UP_MS) continue;
      found.push(took);
      waiting.delete(word);
    }
  }
}

/** What they open, by its share: mostly searches and what these lead to, lists now and then. */
async function readersOf(address: string, dir: string): Promise<() => string> {
  const random = randomNumbers(4);
  const list = async (path: string) =>
    ((await (await fetch(address + path)).json()) as { items: { slug: never }[] }).items;
  const issues = await list(urls.apiIssues({ perPage: 100 }));
  const concepts = await list(urls.apiConcepts());
  const questions = askQuestions(readPassages(dir), 200);
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)]!;
  const shares: [number, () => string][] = [
    [25, () => urls.search({ q: pick(questions) })],
    [15, () => urls.apiSearch({ q: pick(questions) })],
    [20, () => urls.apiSuggest({ q: pick(questions).slice(0, 4) })],
    [12, () => urls.issue(pick(issues).slug)],
    [4, () => urls.apiIssue(pick(issues).slug)],
    [10, () => urls.concept(pick(concepts).slug)],
    [4, () => urls.apiConcept(pick(concepts).slug)],
    [2, () => urls.apiConceptSections(pick(concepts).slug)],
    [2, () => urls.apiRelated(pick(concepts).slug)],
    [1, () => urls.home()],
    [1, () => urls.concepts()],
    [1, () => urls.issues()],
    [1, () => urls.map()],
    [1, () => urls.apiProblems()],
    [1, () => urls.sitemap()],
  ];
  return () => {
    let share = random() * 100;
    const [, path] = shares.find(([each]) => (share -= each) < 0) ?? shares[0]!;
    return address + path();
  };
}

function spread(ms: number[]): Record<string, number> {
  return {
    p50: round(percentile(ms, 0.5)),
    p99: round(percentile(ms, 0.99)),
    most: round(percentile(ms, 1)),
  };
}

function above(what: string, is: number, bar: number): string[] {
  return is <= bar ? [] : [`Above the bar: ${what}: ${round(is)} ms, and not ${bar} ms.`];
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
