// How long a question takes, beside other engines asked the same in one run:
//
//   npm run bench:speed -- <archive folder> [<folder> …] [--sections 10000,100000] [--questions 600]
//
// Backmatter is timed for its whole `search` call, with excerpts and facets;
// the others for finding and ranking alone. Then the questions that are meant
// to stop it. The ratios count, and are of processor time, which tells less of
// the machine's other work than the clock does; the times are this machine's.

import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createSearchIndex } from '../src/search/minisearch-index.js';
import { cpuMs, memoryHeld } from './search/cost.js';
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

/** As many are shown, of the slowest and of those that leave most. */
const SHOWN = 10;

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
    const started = cpuMs();
    const engine = await maker.make(texts);
    const builtMs = cpuMs() - started;
    const taken: number[] = [];
    const waited: number[] = [];
    for (const q of questions) {
      const asked = performance.now();
      const before = cpuMs();
      await engine.search(q, 10);
      taken.push(cpuMs() - before);
      waited.push(performance.now() - asked);
    }
    const p50 = share(taken, 0.5);
    const p95 = share(taken, 0.95);
    times.set(maker.name, { p50, p95 });
    rows[maker.name] = {
      'p50 CPU ms': p50.toFixed(2),
      'p95 CPU ms': p95.toFixed(2),
      'most CPU ms': Math.max(...taken).toFixed(2),
      'p50 ms': share(waited, 0.5).toFixed(2),
      'p95 ms': share(waited, 0.95).toFixed(2),
      'built in CPU s': (builtMs / 1000).toFixed(1),
    };
  }
  const own = times.get('Backmatter');
  for (const [name, { p50, p95 }] of times) {
    if (own === undefined) break;
    rows[name]!['Backmatter ÷ it, p50'] = (own.p50 / p50).toFixed(2);
    rows[name]!['Backmatter ÷ it, p95'] = (own.p95 / p95).toFixed(2);
  }
  console.table(rows);
  await askHostileQuestions(texts);
}
if (missing.size > 0)
  process.stdout.write(
    `\nNot compared: ${[...missing].map((one) => one.join(', ')).join('; ')}. ` +
      'npm install --prefix bench installs the other engines.\n',
  );

/** What so large a share of them do not exceed. */
function share(times: readonly number[], part: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * part)]!;
}

/** What each of them takes in a full archive, and leaves on the heap before anything is collected. */
async function askHostileQuestions(texts: readonly (typeof passages)[number][]): Promise<void> {
  const index = createSearchIndex();
  fill(index, texts);
  const cost = (q: string): { ms: number; mb: number } => {
    const before = process.memoryUsage();
    const asked = cpuMs();
    ask(index, q, 1, 10);
    const ms = cpuMs() - asked;
    const after = process.memoryUsage();
    const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    return { ms, mb: bytes / 2 ** 20 };
  };
  const asked: { name: string; ms: number; again: number; mb: number }[] = [];
  for (const { name, q } of hostileQuestions(texts)) {
    // What other questions left behind is not this one's, nor the time to sweep it up.
    memoryHeld();
    await setTimeout(200);
    asked.push({ name, ...cost(q), again: cost(q).ms });
  }
  const worst = new Set([
    ...asked.sort((a, b) => b.mb - a.mb).slice(0, SHOWN / 2),
    ...asked.sort((a, b) => b.ms - a.ms).slice(0, SHOWN),
  ]);
  console.table(
    asked
      .filter((one) => worst.has(one))
      .map(({ name, ms, again, mb }) => ({
        'hostile question': name,
        'CPU ms': ms.toFixed(0),
        'asked again': again.toFixed(0),
        'heap MB': mb.toFixed(0),
      })),
  );
  const most = (of: (one: (typeof asked)[number]) => number): string =>
    Math.max(...asked.map(of)).toFixed(0);
  process.stdout.write(
    `Of ${asked.length} hostile questions the slowest took ${most(({ ms }) => ms)} ms of processor ` +
      `time; the heap grew by ${most(({ mb }) => mb)} MB at most.\n`,
  );
}
