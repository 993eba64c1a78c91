// `backmatter check`

import { json } from '../terminal/json.js';
import { writeCheck } from '../terminal/check.js';
import { archiveFolder, buildOnce, type Flags } from './archive.js';

export async function check(
  given: string | undefined,
  flags: Flags & { json?: boolean },
): Promise<void> {
  const { kb, report } = await buildOnce(archiveFolder(given), flags);
  const problems = await kb.problems();
  const counts = await kb.counts();
  process.stdout.write(
    flags.json ? json({ ...report, ...counts, problems }) : writeCheck(report, counts, problems),
  );
  if (problems.length > 0) process.exitCode = 1;
}
