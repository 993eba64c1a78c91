// How good the ranking is on public test collections, beside other engines:
//
//   npm run bench:relevance -- <set folder> [<set folder> …] [--only <engine>] [--halves]
//
// With --halves also for every other question: a setting made for a collection
// would show as a lead that one half has and the other lacks.
//
// nDCG@10, MAP and recall@100 by trec_eval's definitions: linear gain,
// log2(rank + 1), ideal over all judged.

import { parseArgs } from 'node:util';
import { readCollections } from './relevance/collections.js';
import { mean, measure, type Measures } from './relevance/measures.js';
import { engines } from './search/engines.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, halves: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  process.stderr.write('Name at least one test collection: npm run bench:relevance -- <dir>\n');
  process.exit(2);
}

const { makers, missing } = await engines();
const chosen = makers.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  process.stderr.write(`--only takes one of: ${makers.map(({ name }) => name).join('; ')}\n`);
  process.exit(2);
}
for (const collection of positionals.flatMap(readCollections)) {
  const { name, texts, questions, judged } = collection;
  const asked = questions.filter(({ id }) => judged.has(id));
  process.stdout.write(`\n${name}: ${texts.length} texts, ${asked.length} questions\n`);
  const rows: Record<string, Record<string, string>> = {};
  for (const maker of chosen) {
    const engine = await maker.make(texts);
    const measures: Measures[] = [];
    for (const { id, q } of asked)
      measures.push(measure(await engine.search(q, 1_000), judged.get(id)!));
    const { 'nDCG@10': ndcg, MAP: map, 'recall@100': recall } = mean(measures);
    const halves = [0, 1].map((half) => mean(measures.filter((_, at) => at % 2 === half)));
    rows[maker.name] = {
      'nDCG@10': ndcg.toFixed(4),
      MAP: map.toFixed(4),
      'recall@100': recall.toFixed(4),
      ...(values.halves && {
        'nDCG@10, odd': halves[0]!['nDCG@10'].toFixed(4),
        'nDCG@10, even': halves[1]!['nDCG@10'].toFixed(4),
      }),
    };
  }
  if (values.only === undefined)
    for (const [name, reason] of missing) rows[name] = { 'nDCG@10': reason };
  console.table(rows);
}
if (missing.size > 0)
  process.stdout.write('\nThe other engines are installed by: npm install --prefix bench\n');
