// How long a question takes, beside other engines asked the same in one run:
//
//   npm run bench:speed -- <archive folder> [<folder> …] [--sections 10000,100000] [--questions 600]
//
// Backmatter is timed for its whole `search` call, with excerpts and facets;
// the others for finding and ranking alone. Then the questions that are meant
// to stop it. The ratios count; the times are this machine's.

import { parseArgs } from 'node:util';
import { createSearchIndex } from '../src/search/minisearch-index.js';
import { hostileQuestions } from './search/hostile-questions.js';
import { engines, fill, ask } from './search/engines.js';
import { askQuestions, multiply, readPassages } from './search/passages.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sections: { type: 'string', default: '10000,100000' },
    questions: { type: 'string', default: '600' },
    only: { type: 'string' },
  },
});
if (positionals.length === 0) {
  process.stderr.write('Name at least one archive: npm run bench:speed -- <dir>\n');
  process.exit(2);
}

const { makers, missing } = await engines();
const passages = positionals.flatMap(readPassages);
for (const count of values.sections.split(',').map(Number)) {
  const texts = multiply(passages, count);
  const questions = askQuestions(texts, Number(values.questions));
  process.stdout.write(`\n${count} sections, ${questions.length} questions\n`);
  const rows: Record<string, Record<string, string>> = {};
  const times = new Map<string, { p50: number; p95: number }>();
  for (const maker of makers) {
    if (values.only !== undefined && maker.name !== values.only) continue;
    const started = performance.now();
    const engine = await maker.make(texts);
    const builtMs = performance.now() - started;
    const taken: number[] = [];
    for (const q of questions) {
      const asked = performance.now();
      await engine.search(q, 10);
      taken.push(performance.now() - asked);
    }
    taken.sort((a, b) => a - b);
    const p50 = taken[Math.floor(taken.length * 0.5)]!;
    const p95 = taken[Math.floor(taken.length * 0.95)]!;
    times.set(maker.name, { p50, p95 });
    rows[maker.name] = {
      'p50 ms': p50.toFixed(2),
      'p95 ms': p95.toFixed(2),
      'most ms': taken.at(-1)!.toFixed(2),
      'built in s': (builtMs / 1000).toFixed(1),
    };
  }
  const own = times.get('Backmatter');
  for (const [name, { p50, p95 }] of times) {
    if (own === undefined) break;
    rows[name]!['Backmatter ÷ it, p50'] = (own.p50 / p50).toFixed(2);
    rows[name]!['Backmatter ÷ it, p95'] = (own.p95 / p95).toFixed(2);
  }
  console.table(rows);
  askHostileQuestions(texts);
}
if (missing.size > 0)
  process.stdout.write(
    `\nNot compared: ${[...missing].map((one) => one.join(', ')).join('; ')}. ` +
      'npm install --prefix bench installs the other engines.\n',
  );

/** The slowest of them, and the most that any left on the heap, in a full archive. */
function askHostileQuestions(texts: readonly (typeof passages)[number][]): void {
  const index = createSearchIndex();
  fill(index, texts);
  let slowest = { name: '', ms: 0 };
  let largest = { name: '', mb: 0 };
  for (const { name, q } of hostileQuestions(texts)) {
    const before = process.memoryUsage().heapUsed;
    const asked = performance.now();
    ask(index, q, 1, 10);
    const ms = performance.now() - asked;
    const mb = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    if (ms > slowest.ms) slowest = { name, ms };
    if (mb > largest.mb) largest = { name, mb };
  }
  process.stdout.write(
    `Hostile questions: the slowest took ${slowest.ms.toFixed(0)} ms (${slowest.name}); ` +
      `the heap grew by ${largest.mb.toFixed(0)} MB at most (${largest.name}).\n`,
  );
}
