// Whether phrases, exclusions, nearness and filters find exactly what looking
// through every section of an archive finds:
//
//   npm run bench:exact -- <archive folder> [--questions 2000]
//
// One question answered otherwise, and the run ends with 1.

import { parseArgs } from 'node:util';
import { buildArchive } from '../src/build.js';
import { createMemoryKnowledgeBase } from '../src/knowledge-base/memory.js';
import { createSearchIndex } from '../src/search/minisearch-index.js';
import type { SearchableIssue } from '../src/search/search-index.js';
import { makeQuestion, scan } from './search/brute-force.js';
import { ask } from './search/engines.js';
import { randomNumbers } from './search/passages.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { questions: { type: 'string', default: '2000' } },
});
const dir = positionals[0];
if (dir === undefined) {
  process.stderr.write('Name an archive: npm run bench:exact -- <dir>\n');
  process.exit(2);
}

const kb = createMemoryKnowledgeBase();
await buildArchive(dir, kb);
const issues: SearchableIssue[] = [];
for (const { slug } of (await kb.issues({ page: 1, perPage: Number.MAX_SAFE_INTEGER })).items) {
  const entry = await kb.issue(slug);
  if (entry !== undefined) issues.push({ issue: entry.issue, sections: entry.sections });
}
const index = createSearchIndex();
for (const issue of issues) index.replaceIssue(issue);

const scanned = scan(issues);
const random = randomNumbers(3);
const count = Number(values.questions);
let equal = 0;
let finding = 0;
for (let asked = 0; asked < count; asked += 1) {
  const { q, finds } = makeQuestion(scanned, random);
  const expected = new Set(scanned.sections.filter(finds).map(({ id }) => id));
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { hits, total } = ask(index, q, page, 100);
    for (const { id } of hits) found.push(id);
    if (page * 100 >= total) break;
  }
  const same = found.length === expected.size && found.every((id) => expected.has(id));
  if (same) equal += 1;
  else process.stdout.write(`${q}: found ${found.length}, there are ${expected.size}\n`);
  if (expected.size > 0) finding += 1;
}
process.stdout.write(
  `${equal} of ${count} questions over ${scanned.sections.length} sections found what a scan finds ` +
    `(${finding} of them find something).\n`,
);
if (equal < count) process.exitCode = 1;
