// What can only be known of all issues together.

import type { Issue, Problem } from '../model.js';
import { settleSlugs } from './settle/slugs.js';
import { markStockHeadings } from './settle/stock-headings.js';
import type { Reading } from './read-issue.js';

/**
 * Settles an archive: equal slugs, stock headings. Pure: the readings stay as
 * they are, so that one changed file can be read anew and all settled again.
 * Nothing is parsed; it costs one pass over headings, some milliseconds for a
 * thousand issues.
 *
 * @param readings in the order of their files
 * @returns the issues, and all problems, those of the readings included
 */
export function settleArchive(readings: readonly Reading[]): {
  issues: Issue[];
  problems: Problem[];
} {
  const problems = readings.flatMap((reading) => reading.problems);
  let issues = readings.flatMap(({ issue }) => (issue === null ? [] : [issue]));
  issues = settleSlugs(issues, problems);
  issues = markStockHeadings(issues);
  return { issues, problems };
}
