// What the program bears while it serves: edits, crashes and failing disks.
//
//   npm run bench:live -- edits <archive> [--seconds 60] [--edits 200]
//   npm run bench:live -- waits <archive> [<archive> …] [--sections 100000]
//   npm run bench:live -- replacements <archive> [--count 10000] [--minutes 6]
//   npm run bench:live -- random [--edits 2000] [--seed 1]
//   npm run bench:live -- kill [--rounds 500] [--seed 1]
//   npm run bench:live -- faults
//
// The real program serves a copy of the archive; the last three use a small one
// of their own; with --sections it is made of all those given. Each ends with 1 where something is not as it should be.

import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareAfterEdits } from './live/compare.js';
import { editUnderLoad } from './live/edits.js';
import { faults, tryFaults } from './live/faults.js';
import { killAtRandom } from './live/kill.js';
import { replaceMany } from './live/replacements.js';
import { waitBesidePages } from './live/waits.js';
import { multiplyArchive } from './start/archive-copy.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    edits: { type: 'string' },
    count: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '6' },
    sections: { type: 'string' },
    rounds: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});

const [kind = '', ...archives] = positionals;
const needsArchive = ['edits', 'waits', 'replacements'].includes(kind);
if (!(kind in benches()) || needsArchive !== archives.length > 0) {
  process.stderr.write(
    'Say which: npm run bench:live -- edits <archive>, or another (see the file)\n',
  );
  process.exit(2);
}

const dir =
  values.sections === undefined
    ? await copyOf(archives[0])
    : await multiplyArchive(
        archives.map((archive) => resolve(archive)),
        Number(values.sections),
      );
const root = fileURLToPath(new URL('..', import.meta.url));
execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
try {
  const { rows, failures } = await benches()[kind]!();
  console.table(rows);
  for (const failure of failures) process.stdout.write(`${failure}\n`);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}

async function copyOf(archive: string | undefined): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'backmatter-live-'));
  const filter = (path: string) => !path.endsWith('.backmatter');
  if (archive !== undefined) await cp(resolve(archive), dir, { recursive: true, filter });
  return dir;
}

interface Result {
  rows: Record<string, unknown>;
  failures: string[];
}

/** They take from minutes to half an hour. */
function onStep(line: string): void {
  process.stderr.write(`${line}\n`);
}

function benches(): Record<string, () => Promise<Result>> {
  const seed = Number(values.seed);
  return {
    edits: () =>
      editUnderLoad(dir, { edits: Number(values.edits ?? 200), seconds: Number(values.seconds) }),
    waits: () => waitBesidePages(dir),
    replacements: () =>
      replaceMany(dir, { count: Number(values.count), minutes: Number(values.minutes) }),
    async random() {
      const edits = Number(values.edits ?? 2_000);
      const { differences, ...rows } = await compareAfterEdits(dir, {
        edits,
        every: 20,
        seed,
        onStep,
      });
      const told = differences.map(({ edits, difference }) => [...edits, difference].join('\n  '));
      return { rows: { ...rows, differences: differences.length }, failures: told };
    },
    kill: () => killAtRandom(dir, { rounds: Number(values.rounds), seed, onStep }),
    faults: () => tryFaults(dir, faults, { onStep }),
  };
}
