// A person saves an issue, and asks for a word that they have just written.

import { appendFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { listArchive } from '../../src/archive/folder.js';

const EVERY_MS = 20;
const GIVE_UP_MS = 60_000;

/** @returns from the end of the save to the first search that finds the word, in ms */
export async function saveAndWait(dir: string, address: string): Promise<number> {
  // Watching begins a moment after serving.
  await wait(5_000);
  const { issues } = await listArchive(dir);
  const word = `quillfeather${Date.now()}`;
  await appendFile(issues[Math.floor(issues.length / 2)]!.path, `\n\nThe word is ${word}.\n`);
  const saved = performance.now();
  while (performance.now() - saved < GIVE_UP_MS) {
    const answer = await fetch(`${address}/api/search?q=${word}`);
    if (((await answer.json()) as { total: number }).total > 0) return performance.now() - saved;
    await wait(EVERY_MS);
  }
  throw new Error('What was saved was not found within a minute.');
}
