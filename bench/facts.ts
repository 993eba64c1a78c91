// Which facts are found in an archive, and where:
//
//   npm run bench:facts -- <dir> [<dir> …]
//
// docs/reading.md says where archives are found. The files without a date are
// named, so that a person can look whether there is one.

import { resolve } from 'node:path';
import { readAll } from './concepts/read-archive.js';
import { problemLine, type FactName, type Issue } from '../src/model.js';

const dirs = process.argv.slice(2);
if (dirs.length === 0) {
  process.stderr.write('Name at least one archive: npm run bench:facts -- <dir>\n');
  process.exit(2);
}
const FACTS: FactName[] = ['title', 'number', 'date', 'authors', 'publication', 'url', 'language'];
for (const dir of dirs) await measure(resolve(dir));

async function measure(dir: string): Promise<void> {
  const { files, issues, problems } = await readAll(dir);

  console.log(`\n${dir}: ${files} files, ${issues.length} issues, ${problems.length} problems`);
  console.table(FACTS.map((fact) => row(fact, issues)));
  for (const problem of problems.slice(0, 20)) console.log(`  ${problemLine(problem)}`);
  const undated = issues.filter(({ date }) => date === null);
  if (undated.length > 0) console.log('Without a date:');
  for (const { file } of undated) console.log(`  ${file}`);
}

/** The share of the issues with the fact; the baseline looks in front matter alone, as most tools do. */
function row(fact: FactName, issues: readonly Issue[]) {
  const counts = new Map<string, number>();
  for (const { sources } of issues) {
    const source = sources[fact] ?? 'unknown';
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const share = (count: number) => `${((100 * count) / Math.max(1, issues.length)).toFixed(1)} %`;
  const found = issues.length - (counts.get('unknown') ?? 0);
  return {
    fact,
    found: share(found),
    'front matter alone': share(counts.get('front matter') ?? 0),
    where: [...counts].map(([source, count]) => `${source} ${count}`).join(', '),
  };
}
