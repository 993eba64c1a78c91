// Random edits, each taken in, and now and then all of it compared with a clean build.

import { createReader } from '../../src/archive/reader.js';
import { createBuild } from '../../src/build.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { randomNumbers } from '../search/passages.js';
import { copySmallArchive, createEdits } from './random-edits.js';
import { difference, wholeOfCleanBuild, wholeOfKnowledgeBase } from './whole.js';

export interface Compared {
  edits: number;
  comparisons: number;
  /** Addresses whose JSON was compared, in all. */
  answers: number;
  /** What was edited since all was the same, and the first difference. */
  differences: { edits: string[]; difference: string }[];
}

/**
 * @param dir an empty folder
 * @param every so many edits between two comparisons, at most
 */
export async function compareAfterEdits(
  dir: string,
  {
    edits,
    every,
    seed,
    onStep = () => undefined,
  }: { edits: number; every: number; seed: number; onStep?: (line: string) => void },
): Promise<Compared> {
  const random = randomNumbers(seed);
  await copySmallArchive(dir);
  const edit = createEdits(dir, random);
  const kb = createMemoryKnowledgeBase();
  const reader = createReader();
  const clean = createReader();
  const compared: Compared = { edits: 0, comparisons: 0, answers: 0, differences: [] };
  try {
    const build = createBuild({ dir, kb, reader });
    await build.run();
    let since: string[] = [];
    while (compared.edits < edits) {
      // Often several at once, as when a branch is checked out.
      for (let burst = Math.ceil(random() ** 3 * 6); burst > 0; burst--) since.push(await edit());
      await build.run();
      if (since.length < every && compared.edits + since.length < edits) continue;
      await build.rediscover();
      const whole = await wholeOfKnowledgeBase(kb);
      const found = difference(whole, await wholeOfCleanBuild(dir, clean));
      if (found !== undefined) compared.differences.push({ edits: since, difference: found });
      compared.edits += since.length;
      compared.comparisons += 1;
      compared.answers += whole.size;
      onStep(`${compared.edits} edits, ${compared.differences.length} differences`);
      since = [];
    }
  } finally {
    await Promise.all([reader.close(), clean.close()]);
  }
  return compared;
}
