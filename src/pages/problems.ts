import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { Page, Problem } from '../model.js';

/** All of them: whoever mends an archive wants the whole list. */
export async function makeProblemsPage(kb: KnowledgeBase): Promise<Page<Problem>> {
  const items = await kb.problems();
  return { total: items.length, page: 1, perPage: items.length, items };
}
