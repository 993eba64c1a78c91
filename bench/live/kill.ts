// The power goes at any moment: whatever it leaves behind, the next start serves
// what a clean build does.

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createReader } from '../../src/archive/reader.js';
import { randomNumbers } from '../search/passages.js';
import { withFailingDisk } from './failing-disk.js';
import { copySmallArchive, createEdits } from './random-edits.js';
import { startServer } from './server.js';
import { difference, wholeOf, wholeOfCleanBuild } from './whole.js';

/** A start after an edit makes about so many on its own files. */
const OPERATIONS = 12;
/** What is planned comes soon after the start, or not at all. */
const PATIENCE_MS = 2_000;

/**
 * Two processes a round: one is killed while it starts, writes or takes in
 * edits, half of the time in the middle of an operation on its state; the next
 * is compared with a clean build, and killed too. The state is never cleared.
 *
 * @param within an empty folder
 */
export async function killAtRandom(
  within: string,
  {
    rounds,
    seed,
    onStep = () => undefined,
  }: { rounds: number; seed: number; onStep?: (line: string) => void },
): Promise<{ rows: Record<string, unknown>; failures: string[] }> {
  const random = randomNumbers(seed);
  const dir = join(within, 'archive');
  await mkdir(dir);
  await copySmallArchive(dir);
  const disk = await withFailingDisk(within, join(dir, '.backmatter'));
  // Concepts are looked for again a while after a start; all else is to be right at once.
  const options = { ...disk.options, args: ['--no-discover'] };
  const edit = createEdits(dir, random);
  const clean = createReader();
  const failures: string[] = [];
  let kills = 0;
  let whileWriting = 0;
  try {
    while (kills < rounds) {
      const edits = [await edit()];
      const inWriting = random() < 0.6;
      if (inWriting)
        await disk.plan({
          operation: 'any',
          error: 'kill',
          after: Math.floor(random() * OPERATIONS),
        });
      const victim = startServer(dir, options);
      const killed = new Promise<true>((done) => victim.child.once('exit', () => done(true)));
      const untilMs = random() * 2_000;
      const until = inWriting
        ? victim.ready.then(() => wait(PATIENCE_MS)).catch(() => undefined)
        : wait(untilMs);
      if (random() < 0.5) edits.push(await edit());
      if ((await Promise.race([killed, until])) === true) whileWriting += 1;
      else await victim.end('SIGKILL');
      kills += 1;
      await disk.plan(null);

      const next = startServer(dir, options);
      try {
        const address = await next.ready;
        const told = await wholeOf(address);
        const found = difference(told, await wholeOfCleanBuild(dir, clean, { discover: false }));
        if (found !== undefined)
          failures.push(
            [
              `After ${kills} kills (${inWriting ? 'in writing' : 'at any moment'}):`,
              ...edits,
              found,
            ].join('\n  '),
          );
        await wait(random() * 200);
      } catch (error) {
        failures.push(`After ${kills} kills: ${String(error)}`);
      }
      await next.end('SIGKILL');
      kills += 1;
      if (kills % 50 === 0) onStep(`${kills} kills, ${failures.length} other than a clean build`);
    }
  } finally {
    await clean.close();
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    rows: {
      kills,
      'in the middle of an operation': whileWriting,
      'other than a clean build': failures.length,
    },
    failures,
  };
}
