// `backmatter search`

import { json } from '../terminal/json.js';
import { writeSearch } from '../terminal/search.js';
import { archiveFolder, buildOnce, type Flags } from './archive.js';

export async function search(
  query: string,
  given: string | undefined,
  flags: Flags & { json?: boolean; asof?: string },
): Promise<void> {
  const { kb } = await buildOnce(archiveFolder(given), flags);
  const { makeSearchAnswer } = await import('../pages/search.js');
  const answer = await makeSearchAnswer(kb, { q: query, asof: flags.asof ?? '' });
  process.stdout.write(
    flags.json
      ? json(answer)
      : writeSearch(answer, { color: process.stdout.isTTY && process.stdout.hasColors() }),
  );
}
