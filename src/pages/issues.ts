import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Page } from '../model.js';
import { urls } from '../urls.js';
import { everyIssue } from './every-issue.js';
import { issueItem, type IssueItem } from './issue-item.js';
import { countMonths, type YearOfMonths } from './months.js';
import { makePaging, type Paging } from './paging.js';
import {
  optional,
  pageNumber,
  perPage,
  readParameters,
  year,
  type Parameters,
} from './parameters.js';
import { countYears, yearOf } from './years.js';

export interface IssuesPage {
  /** The year asked for, or null for all. */
  year: number | null;
  /** Newest first; null holds the issues without a date. */
  groups: { year: number | null; issues: IssueItem[] }[];
  years: { year: number; count: number; url: string; current: boolean }[];
  /** How many each month has; empty where that would say no more than the list. */
  months: YearOfMonths[];
  allUrl: string;
  paging: Paging;
}

/** Fewer can be counted at a glance. */
const MIN_FOR_MONTHS = 12;

const parameters = { year: optional(year), page: pageNumber };

export async function makeIssueList(
  kb: KnowledgeBase,
  given: Parameters,
): Promise<Page<IssueItem>> {
  const asked = readParameters({ ...parameters, perPage: perPage(50) }, given);
  const issues = await kb.issues(asked);
  return { ...issues, items: issues.items.map(issueItem) };
}

export async function makeIssuesPage(kb: KnowledgeBase, given: Parameters): Promise<IssuesPage> {
  const { year, page } = readParameters(parameters, given);
  const issues = await kb.issues({ year, page, perPage: 100 });
  const all = await everyIssue(kb);
  const groups = new Map<number | null, IssueItem[]>();
  for (const issue of issues.items.map(issueItem)) {
    const key = yearOf(issue.date);
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  return {
    year: year ?? null,
    groups: [...groups].map(([year, issues]) => ({ year, issues })),
    months: year === undefined && page === 1 && all.length > MIN_FOR_MONTHS ? countMonths(all) : [],
    years: countYears(all).map((one) => ({
      ...one,
      url: urls.issues({ year: one.year }),
      current: one.year === year,
    })),
    allUrl: urls.issues(),
    paging: makePaging(issues, (page) => urls.issues({ year, page: page === 1 ? null : page })),
  };
}
