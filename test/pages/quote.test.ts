import { describe, expect, it } from 'vitest';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { makeConceptPage } from '../../src/pages/concept.js';
import type { ConceptSlug } from '../../src/slug.js';
import { plainText } from '../../src/text/plain-text.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';

const filler = 'It was a long winter at the mill, and nobody wrote anything down. '.repeat(6);

async function quotedFrom(body: string) {
  const kb = createMemoryKnowledgeBase();
  await kb.replaceGlossary(glossaryFrom({ slack: '---\nlabel: Slack\n---\n\nRoom.\n' }));
  await kb.replaceIssue(issueFrom('a.md', `# A\n\n${body}`));
  const page = await makeConceptPage(kb, 'slack' as ConceptSlug, {});
  const [passage] = page!.sections.items;
  return { text: plainText(passage!.tree).text, cut: passage!.cut };
}

describe('a quotation on a concept’s page', () => {
  it('is the whole section where that is short', async () => {
    expect(await quotedFrom('First.\n\nOn slack.\n\nLast.\n')).toEqual({
      text: 'First.\nOn slack.\nLast.',
      cut: false,
    });
  });

  it('begins with the paragraph that first speaks of the concept, and ends before it is long', async () => {
    const { text, cut } = await quotedFrom(
      `${filler}\n\n${filler}\n\nOn slack now.\n\n${filler}\n\n${filler}\n\n${filler}\n`,
    );
    expect(text.startsWith('On slack now.')).toBe(true);
    expect(text.length).toBeLessThan(1000);
    expect(cut).toBe(true);
  });

  it('keeps one paragraph whole, however long', async () => {
    const { text } = await quotedFrom(`${filler}\n\nOn slack: ${filler.repeat(4)}`);
    expect(text).toBe(`On slack: ${filler.repeat(4)}`.trim());
  });
});
