// How fast the pages feel, measured in a browser on the program as it is built:
//
//   npm run bench:web -- <archive> [--loads 5]
//
// From a key to the painted results, each page's largest paint and shifts of its
// layout, what it costs the server, and what is sent. Ends with 1 where a bar is missed.

import { parseArgs } from 'node:util';
import { loadPages } from './web/loading.js';
import { tellMachine } from './web/machine.js';
import { startProgram } from './web/program.js';
import { typeQuestions } from './web/typing.js';
import { weigh } from './web/weight.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { loads: { type: 'string', default: '5' } },
});
const [archive] = positionals;
if (archive === undefined) {
  process.stderr.write('Name an archive: npm run bench:web -- <dir>\n');
  process.exit(2);
}

const program = await startProgram(archive);
const before = tellMachine();
const measures = [
  ...(await typeQuestions(program)),
  ...(await loadPages(program, Number(values.loads))),
  ...(await weigh(program)),
];
await program.end();

console.table(
  Object.fromEntries(
    measures.map(({ what, measured, most, unit }) => [
      what,
      { measured, 'at most': most ?? '', unit, held: most === null || measured <= most },
    ]),
  ),
);
// On a machine that others keep busy, times are theirs too; what is of the processor is ours.
process.stdout.write(`Before: ${before}\nAfter: ${tellMachine()}\n`);
if (measures.some(({ measured, most }) => most !== null && measured > most)) process.exitCode = 1;
