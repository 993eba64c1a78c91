// How long others wait while a page is made for the first time after a save.

import { appendFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { listArchive } from '../../src/archive/folder.js';
import type { ConceptSlug, IssueSlug } from '../../src/slug.js';
import { urls } from '../../src/urls.js';
import { startServer } from './server.js';

/** Of each page, each after a save of its own; the longest counts. */
const ROUNDS = 3;
/** Whoever asks for next to nothing, again and again. */
const BYSTANDER_EVERY_MS = 5;
const LOOK_EVERY_MS = 50;
/** What follows a save by itself is over by then; looking for concepts begins later. */
const REST_MS = 600;

export async function waitBesidePages(
  dir: string,
): Promise<{ rows: Record<string, unknown>; failures: string[] }> {
  const server = startServer(dir);
  const failures: string[] = [];
  try {
    const address = await server.ready;
    // Watching begins a moment after serving, and concepts are looked for once more.
    await wait(30_000);
    const files = (await listArchive(dir)).issues;
    const pages = await pagesOf(address);
    const rows: Record<string, unknown> = {};
    let saves = 0;
    for (const [name, path] of Object.entries(pages)) {
      const row = { 'first answer': 0, 'others wait': 0, 'they wait anyway': 0, 'later answer': 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        saves += 1;
        await save(files[(saves * 37) % files.length]!.path, address, saves);
        await wait(REST_MS);
        const quiet = await beside(address, () => wait(200));
        const first = await beside(address, () => ask(address + path, failures));
        const again = await ask(address + path, failures);
        const most = (column: keyof typeof row, ms: number) =>
          (row[column] = Math.round(Math.max(row[column], ms)));
        most('they wait anyway', quiet.waited);
        most('first answer', first.value);
        most('others wait', first.waited);
        most('later answer', again);
      }
      rows[name] = row;
    }
    return { rows, failures };
  } finally {
    await server.end();
  }
}

/** Those of the newest issue, and of the concept that most sections speak of. */
async function pagesOf(address: string): Promise<Record<string, string>> {
  const list = async <Item>(path: string) =>
    ((await (await fetch(address + path)).json()) as { items: Item[] }).items;
  const [issue] = await list<{ slug: IssueSlug }>(urls.apiIssues());
  const concepts: { slug: ConceptSlug; sections: number }[] = [];
  for (let page = 1, more = 1; more > 0; page += 1) {
    const items = await list<(typeof concepts)[number]>(urls.apiConcepts({ page, perPage: 100 }));
    concepts.push(...items);
    more = items.length;
  }
  const [concept] = concepts.sort((a, b) => b.sections - a.sections);
  return {
    home: urls.home(),
    'a search': urls.search({ q: 'planning' }),
    suggestions: urls.apiSuggest({ q: 'pla' }),
    concepts: urls.concepts(),
    'a concept': urls.concept(concept!.slug),
    'a concept as of 2019': urls.concept(concept!.slug, { asof: '2019-12' }),
    map: urls.map(),
    issues: urls.issues(),
    'an issue': urls.issue(issue!.slug),
    problems: urls.apiProblems(),
    sitemap: urls.sitemap(),
  };
}

/** Ends when what was saved is found. */
async function save(path: string, address: string, number: number): Promise<void> {
  const word = `q${Date.now().toString(36)}x${number.toString(36)}`;
  await appendFile(path, `\n\nA word nobody has written: ${word}.\n`);
  for (;;) {
    const answer = await fetch(address + urls.apiSearch({ q: `"${word}"`, perPage: 1 }));
    if (((await answer.json()) as { total: number }).total > 0) return;
    await wait(LOOK_EVERY_MS);
  }
}

/** In ms, to the end of the answer. */
async function ask(address: string, failures: string[]): Promise<number> {
  const began = performance.now();
  const answer = await fetch(address);
  await answer.text();
  if (!answer.ok) failures.push(`${address}: ${answer.status}`);
  return performance.now() - began;
}

/** What `work` gives, and the longest that a bystander waited meanwhile, in ms. */
async function beside<Value>(
  address: string,
  work: () => Promise<Value>,
): Promise<{ value: Value; waited: number }> {
  let isOver = false;
  let waited = 0;
  const bystander = async () => {
    while (!isOver) {
      waited = Math.max(waited, await ask(address + '/healthz', []));
      await wait(BYSTANDER_EVERY_MS);
    }
  };
  const standing = bystander();
  const value = await work();
  isOver = true;
  await standing;
  return { value, waited };
}
