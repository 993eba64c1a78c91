// How well concepts are linked, related and found, printed as tables beside
// their baselines: npm run bench:concepts -- <folder of evaluation sets> [part…]

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLinkedArchive } from './concepts/linked-archive.js';
import { linking, titleBaseline, type LinkingScore } from './concepts/linking.js';

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error('Give the folder of the evaluation sets: npm run bench:concepts -- <folder>');
  process.exit(2);
}

const LINKED = ['cncf-glossary', 's3-guide'];

const parts: Record<string, () => void | Promise<void>> = {
  linking() {
    for (const name of LINKED) {
      const archive = readLinkedArchive(join(folder, 'linking', name), name);
      console.log(`\nLinking, ${name}: ${archive.pages.length} pages, one left out at a time`);
      console.table({
        'page titles': rounded(titleBaseline(archive)),
        backmatter: rounded(linking(archive)),
      });
    }
  },
};

for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await run();

function rounded(score: LinkingScore): Record<string, string> {
  return Object.fromEntries(
    Object.entries<number>({ ...score }).map(([key, value]) => [key, value.toFixed(3)]),
  );
}
