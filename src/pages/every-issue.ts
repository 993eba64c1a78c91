import type { IssueSummary, KnowledgeBase } from '../knowledge-base/knowledge-base.js';

/** All issues, newest first, fetched a thousand at a time. */
export async function everyIssue(kb: KnowledgeBase): Promise<IssueSummary[]> {
  const issues: IssueSummary[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await kb.issues({ page, perPage: 1000 });
    issues.push(...items);
    if (items.length === 0 || issues.length >= total) return issues;
  }
}
