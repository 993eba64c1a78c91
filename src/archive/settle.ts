// What can only be known of all issues together.

import type { Problem } from '../model.js';
import { takeTurns } from '../turns.js';
import type { RuleName } from './clean/rules.js';
import type { Outline } from './outline.js';
import { settleDates } from './settle/dates.js';
import { settleNumbers } from './settle/numbers.js';
import { dropRepeatedBlocks } from './settle/repeated-blocks.js';
import { unsettled, type SettledIssue } from './settle/settled.js';
import { settleSlugs } from './settle/slugs.js';
import { markStockHeadings } from './settle/stock-headings.js';

export { applySettled, type SettledIssue } from './settle/settled.js';

/**
 * Settles an archive: equal slugs, numbers in names, open dates, repeated blocks,
 * stock headings. The outlines stay as they are, so that one changed file can be
 * read anew and all settled again. It costs a pass over names, headings and
 * fingerprints, about 0.05 ms an issue, and others get the thread meanwhile.
 *
 * @param outlines in the order of their files
 * @param rulesOff `repeated-blocks` may be among them
 * @returns the issues in the order of their files, and all problems, those of the readings included
 */
export async function settleArchive(
  outlines: readonly Outline[],
  rulesOff: readonly RuleName[] = [],
): Promise<{ issues: SettledIssue[]; problems: Problem[] }> {
  const turn = takeTurns('writers');
  const problems = outlines.flatMap((outline) => outline.problems);
  const byFile = new Map<string, Outline>(outlines.map((outline) => [outline.file, outline]));
  let issues = outlines.flatMap(({ issue }) => (issue === null ? [] : [unsettled(issue)]));
  await turn();
  issues = settleSlugs(issues, problems);
  await turn();
  issues = settleNumbers(issues);
  await turn();
  issues = settleDates(issues, byFile, problems);
  await turn();
  if (!rulesOff.includes('repeated-blocks'))
    issues = await dropRepeatedBlocks(issues, byFile, turn);
  issues = await markStockHeadings(issues, byFile, turn);
  return { issues, problems };
}
