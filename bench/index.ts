// What the search index takes of memory, and how long it takes to make, to save
// and to restore, beside MiniSearch alone:
//
//   npm run bench:index -- <archive folder> [<folder> …] [--sections 13645,100000]
//
// Times are of the processor. "Longest turn" is the most that others wait while
// the index is saved or restored.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import MiniSearch from 'minisearch';
import { createSearchIndex } from '../src/search/minisearch-index.js';
import { cpuMs, memoryHeld } from './search/cost.js';
import { issuesOf, type Text } from './search/engines.js';
import { multiply, readPassages } from './search/passages.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sections: { type: 'string', default: '13645,100000' } },
});
if (positionals.length === 0) {
  process.stderr.write('Name at least one archive: npm run bench:index -- <dir>\n');
  process.exit(2);
}

const passages = positionals.flatMap(readPassages);
for (const count of values.sections.split(',').map(Number)) {
  const texts = multiply(passages, count);
  process.stdout.write(`\n${count} sections\n`);
  console.table({
    Backmatter: await costOfIndex(texts),
    'MiniSearch alone': costOfMiniSearch(texts),
  });
}

async function costOfIndex(texts: readonly Text[]): Promise<Record<string, string>> {
  const issues = issuesOf(texts);
  const bySlug = new Map(issues.map((issue) => [issue.issue.slug, issue]));
  const before = memoryHeld();
  let started = cpuMs();
  let index = createSearchIndex();
  for (const issue of issues) index.replaceIssue(issue);
  const taken = cpuMs() - started;
  const held = memoryHeld() - before;

  const kept: [string, Buffer][] = [];
  let saved = 0;
  let saveTurn = 0;
  started = cpuMs();
  for (const [name, value] of index.save()) {
    const bytes = serialize(value);
    const turn = cpuMs() - started;
    saved += turn;
    saveTurn = Math.max(saveTurn, turn);
    kept.push([name, bytes]);
    started = cpuMs();
  }

  index = createSearchIndex();
  memoryHeld();
  const parts = new Map<string, unknown>();
  started = cpuMs();
  for (const [name, bytes] of kept) parts.set(name, deserialize(bytes));
  const read = cpuMs() - started;
  const turns = watchTurns();
  started = cpuMs();
  await index.restore(parts, (slug) => bySlug.get(slug));
  const restored = cpuMs() - started;
  const restoreTurn = await turns.end();
  const bytes = kept.reduce((sum, [, part]) => sum + part.length, 0);
  kept.length = 0;
  parts.clear();
  const heldAgain = memoryHeld() - before;
  return {
    'taken in, s': (taken / 1000).toFixed(1),
    'bytes a section': (held / texts.length).toFixed(0),
    'saved, s': (saved / 1000).toFixed(2),
    'longest turn, ms': saveTurn.toFixed(0),
    'saved, MB': (bytes / 2 ** 20).toFixed(0),
    'read back, s': (read / 1000).toFixed(2),
    'restored, s': (restored / 1000).toFixed(2),
    'longest turn then, ms': restoreTurn.toFixed(0),
    'bytes a section then': (heldAgain / texts.length).toFixed(0),
  };
}

function costOfMiniSearch(texts: readonly Text[]): Record<string, string> {
  const options = { fields: ['title', 'body'] };
  const before = memoryHeld();
  let started = cpuMs();
  let index = new MiniSearch(options);
  index.addAll(texts);
  const taken = cpuMs() - started;
  const held = memoryHeld() - before;
  try {
    started = cpuMs();
    const json = JSON.stringify(index.toJSON());
    const saved = cpuMs() - started;
    index = new MiniSearch(options);
    memoryHeld();
    started = cpuMs();
    index = MiniSearch.loadJSON(json, options);
    const restored = cpuMs() - started;
    return {
      'taken in, s': (taken / 1000).toFixed(1),
      'bytes a section': (held / texts.length).toFixed(0),
      'saved, s': (saved / 1000).toFixed(2),
      'longest turn, ms': saved.toFixed(0),
      'saved, MB': (json.length / 2 ** 20).toFixed(0),
      'restored, s': (restored / 1000).toFixed(2),
      'longest turn then, ms': restored.toFixed(0),
    };
  } catch (error) {
    // A text of more than half a gigabyte is more than there can be.
    return { 'taken in, s': (taken / 1000).toFixed(1), 'saved, s': String(error) };
  }
}

/** The most that passes between two turns of others. */
function watchTurns(): { end(): Promise<number> } {
  let longest = 0;
  let going = true;
  let before = cpuMs();
  const watching = (async () => {
    while (going) {
      await nextTurn();
      longest = Math.max(longest, cpuMs() - before);
      before = cpuMs();
    }
  })();
  return {
    async end() {
      going = false;
      await watching;
      return longest;
    },
  };
}
