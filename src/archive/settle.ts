// What can only be known of all issues together.

import type { Issue, Problem } from '../model.js';
import type { RuleName } from './clean/rules.js';
import type { Clues, Reading } from './read-issue.js';
import { settleDates } from './settle/dates.js';
import { settleNumbers } from './settle/numbers.js';
import { dropRepeatedBlocks } from './settle/repeated-blocks.js';
import { settleSlugs } from './settle/slugs.js';
import { markStockHeadings } from './settle/stock-headings.js';

/**
 * Settles an archive: equal slugs, numbers in names, open dates, repeated blocks,
 * stock headings. Pure: the readings stay as they are, so that one changed file
 * can be read anew and all settled again. Nothing is parsed; it costs a pass over
 * names, headings and fingerprints, about 0.3 ms an issue.
 *
 * @param readings in the order of their files
 * @param rulesOff `repeated-blocks` may be among them
 * @returns the issues, and all problems, those of the readings included
 */
export function settleArchive(
  readings: readonly Reading[],
  rulesOff: readonly RuleName[] = [],
): { issues: Issue[]; problems: Problem[] } {
  const problems = readings.flatMap((reading) => reading.problems);
  const clues = new Map<string, Clues>(readings.map((reading) => [reading.file, reading.clues]));
  let issues = readings.flatMap(({ issue }) => (issue === null ? [] : [issue]));
  issues = settleSlugs(issues, problems);
  issues = settleNumbers(issues);
  issues = settleDates(issues, clues, problems);
  if (!rulesOff.includes('repeated-blocks')) issues = dropRepeatedBlocks(issues, clues);
  issues = markStockHeadings(issues);
  return { issues, problems };
}
