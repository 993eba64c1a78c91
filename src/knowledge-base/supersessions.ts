// Which issue takes back which, from what their front matter says.

import type { Issue } from '../model.js';
import { issueSlug, type IssueSlug } from '../slug.js';
import { fold } from '../text/fold.js';

/** From the issue that takes back to the one taken back. What names no issue is left out. */
export function supersessionsOf(issues: readonly Issue[]): { by: IssueSlug; of: IssueSlug }[] {
  const superseding = issues.filter(({ supersedes }) => supersedes.length > 0);
  if (superseding.length === 0) return [];
  const byName = new Map<string, IssueSlug>();
  // Written later, a surer name holds: the slug before the file, that before the title.
  for (const { slug, title } of issues) byName.set(fold(title), slug);
  for (const { slug, file } of issues) byName.set(fileName(file), slug);
  for (const { slug } of issues) byName.set(slug, slug);
  return superseding.flatMap((issue) =>
    [...new Set(issue.supersedes.map((name) => find(name, issue, issues, byName)))].flatMap((of) =>
      of === undefined || of === issue.slug ? [] : [{ by: issue.slug, of }],
    ),
  );
}

/** A number alone names an issue of the same newsletter. */
const NUMBER = /^(?:no\.?|nr\.?|issue|#|№)?\s*(\d+)$/iu;

function find(
  name: string,
  from: Issue,
  issues: readonly Issue[],
  byName: ReadonlyMap<string, IssueSlug>,
): IssueSlug | undefined {
  const written = name.trim();
  const number = NUMBER.exec(written)?.[1];
  const numbered = issues.find(
    (issue) => issue.number === Number(number) && issue.publication === from.publication,
  );
  return (
    (number === undefined ? undefined : numbered?.slug) ??
    byName.get(written) ??
    byName.get(fileName(written)) ??
    byName.get(issueSlug(written)) ??
    byName.get(fold(written))
  );
}

function fileName(path: string): string {
  return path.replace(/^.*\//u, '').replace(/\.(?:md|markdown)$/iu, '');
}
