// How long a start takes:
//
//   npm run bench:start -- <archive folder> [<folder> …] [--sections 100000]
//
// Each archive is copied and built cold, once in one thread and once by the
// program on all cores; then the program serves it warm, and an issue is saved.
// With --sections one archive of so many is made from all the folders given.
// The ratio of the two builds counts; the times are this machine's, and of what
// else it does.

import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { copyArchive, multiplyArchive } from './start/archive-copy.js';
import { run, serveUntilAnswer, type Cost } from './start/programs.js';
import { saveAndWait } from './start/save.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sections: { type: 'string' }, 'skip-one': { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  process.stderr.write('Name at least one archive: npm run bench:start -- <dir>\n');
  process.exit(2);
}

const folders = positionals.map((folder) => resolve(folder));
const rows: Record<string, Record<string, string>> = {};
if (values.sections === undefined) {
  for (const folder of folders) rows[basename(folder)] = await measure(await copyArchive(folder));
} else {
  rows['all together'] = await measure(await multiplyArchive(folders, Number(values.sections)));
}
process.stdout.write(`${availableParallelism()} cores, Node ${process.version}\n`);
console.table(rows);

async function measure(dir: string): Promise<Record<string, string>> {
  const one = values['skip-one']
    ? undefined
    : await run(['--import', 'tsx', 'bench/start/one-thread.ts', dir]);
  const all = await run(['dist/cli.js', 'check', dir, '--json']);
  const server = await serveUntilAnswer(dir);
  try {
    return {
      sections: String((JSON.parse(all.printed) as { sections: number }).sections),
      'cold, one thread': one === undefined ? '' : cost(one),
      'cold, all cores': cost(all),
      'times as fast': one === undefined ? '' : (one.ms / all.ms).toFixed(2),
      'warm to first answer': seconds(server.ms),
      'saved to searchable': seconds(await saveAndWait(dir, server.address)),
      'resident, MB': String(Math.round(await server.residentMb())),
    };
  } finally {
    await server.stop();
  }
}

function cost({ ms, cpuMs }: Cost): string {
  return `${seconds(ms)} (${seconds(cpuMs)} of processors)`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
