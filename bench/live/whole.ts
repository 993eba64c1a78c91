// All that a server tells of its archive, to be compared with what another tells.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reader } from '../../src/archive/reader.js';
import { createBuild } from '../../src/build.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import type { KnowledgeBase } from '../../src/knowledge-base/knowledge-base.js';
import { urls } from '../../src/urls.js';
import { createApp } from '../../src/web/app.js';
import { en } from '../../src/words/en.js';

/** The text of every answer, by address. */
export type Whole = Map<string, string>;

const QUESTIONS = [
  'planning',
  '"key results"',
  'team -okrs',
  'funding after:2022',
  'ladder maturity',
];

interface Listed {
  items: { slug: string; sections?: { id?: string }[] }[];
}

/** Asks a server for all its data, as JSON. Left out are what an answer took, and what only a past can tell. */
export async function wholeOf(address: string): Promise<Whole> {
  const whole: Whole = new Map();
  const ask = async (path: string): Promise<unknown> => {
    const text = await (await fetch(address + path)).text();
    const same = text
      .replace(/"tookMs":[\d.]+/, '"tookMs":0')
      .replace(/"formerAnchors":\[[^\]]*\]/g, '"formerAnchors":[]');
    whole.set(path, same);
    return JSON.parse(text);
  };
  const issues: string[] = [];
  for (let page = 1; ; page++) {
    const { items } = (await ask(urls.apiIssues({ page, perPage: 100 }))) as Listed;
    if (items.length === 0) break;
    issues.push(...items.map(({ slug }) => slug));
  }
  const { items: concepts } = (await ask(urls.apiConcepts())) as Listed;
  await ask(urls.apiProblems());
  for (const q of QUESTIONS) await ask(urls.apiSearch({ q, perPage: 100 }));
  for (const { slug } of concepts) {
    await ask(urls.apiConcept(slug as never));
    await ask(urls.apiConceptSections(slug as never, { perPage: 100 }));
    await ask(urls.apiRelated(slug as never));
  }
  for (const slug of issues) {
    const text = JSON.stringify(await ask(urls.apiIssue(slug as never)));
    for (const id of new Set([...text.matchAll(/"id":"([^"]+#[^"]+)"/g)].map(([, id]) => id!)))
      if (id.startsWith(`${slug}#`)) await ask(urls.apiSection(id as never));
  }
  return whole;
}

/** The first address at which they differ, and how; undefined where they are the same. */
export function difference(one: Whole, other: Whole): string | undefined {
  for (const path of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(path) ?? 'nothing', other.get(path) ?? 'nothing'];
    if (a === b) continue;
    let at = 0;
    while (a[at] === b[at]) at++;
    const near = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
    return `${path}:\n  ${near(a)}\n  ${near(b)}`;
  }
  return undefined;
}

/** What a build of the folder as it stands tells, made from nothing. */
export async function wholeOfCleanBuild(
  dir: string,
  reader: Reader,
  { discover = true }: { discover?: boolean } = {},
): Promise<Whole> {
  const kb = createMemoryKnowledgeBase();
  await createBuild({ dir, kb, reader, discover }).run();
  return wholeOfKnowledgeBase(kb);
}

export async function wholeOfKnowledgeBase(kb: KnowledgeBase): Promise<Whole> {
  const server = createServer(
    createApp({
      kb,
      settings: {
        title: () => '',
        words: () => en,
        baseUrl: null,
        ready: () => true,
        progress: () => null,
        changes: null,
        log: null,
      },
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await wholeOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
