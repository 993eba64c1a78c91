// Issues by newsletter, and in their order there.

import type { IssueFacts } from '../../model.js';

/** By publication, as issues without one are one newsletter of their own. */
export function byPublication<Issue extends IssueFacts>(issues: readonly Issue[]): Issue[][] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.publication ?? '');
    if (group === undefined) groups.set(issue.publication ?? '', [issue]);
    else group.push(issue);
  }
  return [...groups.values()];
}

/** In the order in which they were numbered or, where numbers lack, in that of their files. */
export function inFileOrder<Issue extends IssueFacts>(issues: readonly Issue[]): Issue[] {
  const numbered = issues.every(({ number }) => number !== null);
  return [...issues].sort((a, b) =>
    numbered ? a.number! - b.number! : byName.compare(a.file, b.file),
  );
}

const byName = new Intl.Collator('en', { numeric: true });
