import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { archiveOf } from './served.js';

/** The page, of a file of this name with this text. */
async function pageOf(markdown: string, file = 'a.md', others: Record<string, string> = {}) {
  const app = await archiveOf({ [file]: markdown, ...others });
  return (await request(app).get(`/issues/${file.replace(/^.*\/|\.md$/g, '')}`)).text;
}

describe('HTML of Markdown', () => {
  it('keeps footnotes with their section, under ids of their own', async () => {
    const text = await pageOf(
      '# A\n\n## One\n\nFirst.[^1]\n\n## Two\n\nSecond.[^2]\n\n[^1]: Note one.\n[^2]: Note two.\n',
    );
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(text).toMatch(/href="#in_a_one_fn-1"[^>]*>1<\/a>/);
    expect(text).toContain('id="in_a_one_fn-1"');
    expect(text.indexOf('Note one.')).toBeLessThan(text.indexOf('Second.'));
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('leads relative links to where the issue was first published', async () => {
    const text = await pageOf(
      '---\ntitle: A\nurl: https://letters.example/p/a\n---\n\n[b](../b) and ![c](/c.png)\n',
    );
    expect(text).toContain('<a href="https://letters.example/b" rel="noopener noreferrer">b</a>');
    expect(text).toContain('src="https://letters.example/c.png"');
  });

  it('takes the link from words that would lead nowhere', async () => {
    const text = await pageOf('# A\n\nSee [the list](/list) and ![a drawing](drawing.png).\n');
    expect(text).toContain('<a>the list</a> and a drawing.');
  });

  it('leads a link to another issue’s file to that issue', async () => {
    const text = await pageOf(
      '# A\n\n[b](../2024/b.md#the-end) [c](c.md) [d](gone.md)\n',
      '2023/a.md',
      {
        '2024/b.md': '# B\n\n## The end\n\nText.\n',
        '2023/c.md': '---\ntitle: C\n---\n\nText.\n',
      },
    );
    expect(text).toContain('<a href="/issues/b#the-end" class="issue">b</a>');
    expect(text).toContain('<a href="/issues/c" class="issue">c</a>');
    expect(text).toContain('<a>d</a>');
  });

  it('leads a link to a concept’s file to that concept', async () => {
    const app = await archiveOf(
      { 'issues/a.md': '# A\n\n[how](../concepts/okrs.md) [gone](../concepts/kpis.md)\n' },
      { okrs: '---\nlabel: OKRs\n---\n\nA format of goals.\n' },
    );
    const { text } = await request(app).get('/issues/a');
    expect(text).toContain('<a href="/concepts/okrs" class="concept">how</a>');
    expect(text).toContain('<a>gone</a>');
  });

  it('leads a link within the issue to its section', async () => {
    const text = await pageOf('# A\n\n[below](#part-two)\n\n## Part two\n\nText.\n');
    expect(text).toContain('<a href="/issues/a#part-two">below</a>');
  });

  it('shows images over https alone, when they come into view, telling nobody where', async () => {
    const text = await pageOf(
      '# A\n\n![x](https://img.example/x.png)\n\n![y](http://img.example/y.png)\n',
    );
    expect(text).toContain(
      '<img src="https://img.example/x.png" alt="x" loading="lazy" referrerpolicy="no-referrer">',
    );
    expect(text).not.toContain('y.png');
  });

  it('lets a wide table scroll by itself', async () => {
    const text = await pageOf('# A\n\n|  | b |\n|---|--:|\n| c | d |\n');
    expect(text).toContain('<div class="scroll" tabindex="0" role="group" aria-label="Table">');
    expect(text).toContain('<th scope="col" class="right">b</th>');
    expect(text).toContain('<td class="right">d</td>');
    expect(text).not.toContain('align=');
  });

  it('writes a heading inside a quotation as a line of it', async () => {
    const text = await pageOf('# A\n\n> ## Quoted\n>\n> Text.\n');
    expect(text).toContain('<p class="run-in">Quoted</p>');
  });

  it('marks the language of a passage where it differs', async () => {
    const text = await pageOf('---\ntitle: A\nlanguage: fr\n---\n\nBonjour à tous.\n');
    expect(text).toContain('<article lang="fr" dir="ltr">');
  });
});
