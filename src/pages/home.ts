import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Counts } from '../knowledge-base/knowledge-base.js';
import type { IsoDay } from '../model.js';
import { urls } from '../urls.js';
import { mainConcepts, makeIndex, type IndexEntry } from './concepts.js';
import { everyIssue } from './every-issue.js';
import { issueItem, type IssueItem } from './issue-item.js';
import { readParameters, type Parameters } from './parameters.js';
import { countYears } from './years.js';

export interface HomePage {
  counts: Counts;
  /** The days of the first and the latest dated issue. */
  first: IsoDay | null;
  latest: IsoDay | null;
  /** The main concepts, as an index. */
  index: IndexEntry[];
  issues: IssueItem[];
  years: { year: number; count: number; url: string }[];
}

export async function makeHomePage(kb: KnowledgeBase, given: Parameters): Promise<HomePage> {
  readParameters({}, given);
  const issues = await everyIssue(kb);
  const days = issues.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const main = mainConcepts(await kb.concepts(), 24);
  return {
    counts: await kb.counts(),
    first: days[0] ?? null,
    latest: days.at(-1) ?? null,
    index: (await makeIndex(main)).flatMap((entry) =>
      entry.kind === 'concept' ? [{ ...entry, seeAlso: entry.seeAlso.slice(0, 2) }] : [],
    ),
    issues: issues.slice(0, 6).map(issueItem),
    years: countYears(issues).map((one) => ({ ...one, url: urls.issues({ year: one.year }) })),
  };
}
