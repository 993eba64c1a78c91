// Serves each archive given and reads all of it, as a visitor would:
//
//   npm run bench:archives -- <dir> [<dir> …]
//
// Every file must be an issue or a named problem, and every issue's and
// concept's page a 200; else the run ends with 1.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { buildArchive } from '../src/build.js';
import { createMemoryKnowledgeBase } from '../src/knowledge-base/memory.js';
import { urls } from '../src/urls.js';
import { en } from '../src/words/en.js';
import { createApp } from '../src/web/app.js';
import { listArchive } from '../src/archive/folder.js';

const dirs = process.argv.slice(2);
if (dirs.length === 0) {
  process.stderr.write('Name at least one archive: npm run bench:archives -- <dir>\n');
  process.exit(2);
}

const rows = [];
for (const dir of dirs) rows.push(await serveWhole(resolve(dir)));
console.table(rows);
if (rows.some((row) => row.unaccounted > 0 || row['pages not 200'] > 0)) process.exitCode = 1;

async function serveWhole(dir: string) {
  const kb = createMemoryKnowledgeBase();
  const started = performance.now();
  const report = await buildArchive(dir, kb);
  const builtMs = performance.now() - started;

  const { issues: files } = await listArchive(dir);
  const issues = await kb.issues({ page: 1, perPage: Number.MAX_SAFE_INTEGER });
  const concepts = await kb.concepts();
  const known = new Set([
    ...issues.items.map(({ file }) => file),
    ...(await kb.problems()).map(({ file }) => file),
  ]);
  const counts = await kb.counts();

  const pages = [
    urls.home(),
    urls.issues(),
    urls.concepts(),
    ...issues.items.map(({ slug }) => urls.issue(slug)),
    ...concepts.map(({ concept }) => urls.concept(concept.slug)),
  ];
  const app = createApp({
    kb,
    settings: {
      title: () => basename(dir),
      words: () => en,
      baseUrl: null,
      ready: () => true,
      progress: () => null,
      changes: null,
      log: null,
    },
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pagesStarted = performance.now();
  let failed = 0;
  for (const page of pages) {
    const response = await fetch(base + page);
    await response.arrayBuffer();
    if (response.status !== 200) {
      failed += 1;
      console.error(`${response.status} ${page}`);
    }
  }
  const pageMs = (performance.now() - pagesStarted) / pages.length;
  const answer = (await (await fetch(`${base}${urls.apiSearch({ q: 'planning' })}`)).json()) as {
    total: number;
    tookMs: number;
  };
  server.close();
  server.closeAllConnections();

  return {
    archive: basename(dir),
    files: files.length,
    issues: issues.total,
    unaccounted: files.filter(({ file }) => !known.has(file)).length,
    problems: report.problems,
    sections: counts.sections,
    concepts: counts.concepts,
    mentions: counts.mentions,
    'build s': round(builtMs / 1000),
    pages: pages.length,
    'pages not 200': failed,
    'ms a page': round(pageMs),
    '“planning” finds': answer.total,
    'resident MB': Math.round(process.memoryUsage().rss / 1e6),
  };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
