// Two files, one address.

import type { Problem } from '../../model.js';
import { issueSlug, unique } from '../../slug.js';
import type { SettledIssue } from './settled.js';

/** Of issues with one slug the first keeps it; the others are served under their path. */
export function settleSlugs(issues: readonly SettledIssue[], problems: Problem[]): SettledIssue[] {
  const owner = new Map<string, SettledIssue>();
  for (const issue of issues) if (!owner.has(issue.slug)) owner.set(issue.slug, issue);
  const taken = new Set<string>(owner.keys());
  return issues.map((issue) => {
    const first = owner.get(issue.slug)!;
    if (first === issue) return issue;
    const slug = unique(issueSlug(issue.file.replace(/\.[^./]+$/, '')), taken);
    problems.push({
      file: issue.file,
      line: null,
      kind: 'duplicate-slug',
      what: `The slug “${issue.slug}” is already that of ${first.file}; this issue is served as “${slug}”.`,
      how: 'Write a slug of its own in its front matter, or rename the file.',
    });
    return { ...issue, slug };
  });
}
