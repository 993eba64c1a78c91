import { describe, expect, it } from 'vitest';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { makeApiPage } from '../../src/pages/api.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';

describe('the documentation of the JSON routes', () => {
  it('makes its examples once, and anew when the archive or its problems change', async () => {
    const kb = createMemoryKnowledgeBase();
    await kb.replaceGlossary(glossaryFrom({ runway: 'How long the money lasts.' }));
    await kb.replaceIssue(issueFrom('one.md', '# One\n\nOur runway is short.'));
    const page = await makeApiPage(kb);
    expect(await makeApiPage(kb)).toBe(page);

    const exampleOf = async (path: string) =>
      (await makeApiPage(kb)).endpoints.find((one) => one.path === path)?.example?.json;
    await kb.replaceIssue(issueFrom('two.md', '# Two\n\nThe runway again.'));
    expect(await exampleOf('/api/issues')).toContain('"Two"');
    await kb.replaceProblems([
      { file: 'two.md', line: 1, kind: 'short', what: 'It is short.', how: 'Write on.' },
    ]);
    expect(await exampleOf('/api/problems')).toContain('It is short.');
  });
});
