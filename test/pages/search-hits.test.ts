import { describe, expect, it } from 'vitest';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { matchesOf } from '../../src/pages/search-hits.js';
import { makeSearchPage } from '../../src/pages/search.js';
import { en } from '../../src/words/en.js';
import { matchInWords } from '../../src/words/reasons.js';
import { issueFrom } from '../archive-of.js';

async function groupsFor(q: string, issues: Record<string, string>) {
  const kb = createMemoryKnowledgeBase();
  for (const [file, markdown] of Object.entries(issues))
    await kb.replaceIssue(issueFrom(file, markdown));
  const { groups, answer } = await makeSearchPage(kb, { q });
  const shown = groups.map(({ hit, more }) => [hit.id, ...more.map(({ id }) => id)]);
  expect(shown.flat().sort()).toEqual(answer.hits.map(({ id }) => id).sort());
  return { shown, answer };
}

const ladders = {
  'a.md':
    '# A\n\n## Ladder\n\nA ladder, a ladder.\n\n## Wall\n\nThe ladder leans on it, among other things.\n',
  'b.md': '# B\n\n## Roof\n\nUp the ladder.\n',
};

describe('the hits of a search', () => {
  it('stand below the best of their issue', async () => {
    const { shown, answer } = await groupsFor('ladder', ladders);
    expect(answer.hits[0]!.id).toBe('a#ladder');
    expect(shown).toEqual([['a#ladder', 'a#wall'], ['b#roof']]);
  });

  it('stand by themselves where all are of one issue', async () => {
    const { shown } = await groupsFor('ladder', { 'a.md': ladders['a.md'] });
    expect(shown).toEqual([['a#ladder'], ['a#wall']]);
  });
});

describe('why a hit was found', () => {
  it('is said for each word and way, its places together', () => {
    expect(
      matchesOf([
        { term: 'fund', field: 'heading', match: 'stem' },
        { term: 'fund', field: 'text', match: 'stem' },
        { term: 'team', field: 'text', match: 'exact' },
        { term: 'okr', field: 'concepts', match: 'synonym' },
      ]).map((match) => matchInWords(en, match)),
    ).toEqual([
      'It matches “fund” by its stem in the heading and the text.',
      'It matches “team” in the text.',
      'It matches “okr” by another name in the names of its concepts.',
    ]);
  });
});
