// An issue as it stands in lists, and as others refer to it.

import type { IssueSummary } from '../knowledge-base/knowledge-base.js';
import type { FactName, FactSource, IsoDay, IssueFacts } from '../model.js';
import type { IssueSlug } from '../slug.js';

export interface IssueRef {
  slug: IssueSlug;
  title: string;
  number: number | null;
  date: IsoDay | null;
}

export interface IssueItem extends IssueRef {
  authors: string[];
  publication: string | null;
  /** Where it was first published. */
  url: string | null;
  language: string | null;
  /** How many. */
  sections: number;
  /** Where each fact was found. */
  sources: Partial<Record<FactName, FactSource>>;
}

export function issueRef(issue: IssueFacts): IssueRef {
  return { slug: issue.slug, title: issue.title, number: issue.number, date: issue.date };
}

export function issueItem(issue: IssueSummary): IssueItem {
  return {
    ...issueRef(issue),
    authors: issue.authors,
    publication: issue.publication,
    url: issue.url,
    language: issue.language,
    sections: issue.sectionCount,
    sources: issue.sources,
  };
}
