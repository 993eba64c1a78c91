import { fromHtml } from 'hast-util-from-html';
import request from 'supertest';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { archiveOf } from './served.js';

const issues = {
  'a.md':
    '---\ntitle: "Müll & <Co>"\ndate: 2024-05-01\nauthor: Ines\n---\n\nOn slack.\n\n## More\n\nOn slack & more.\n',
  'b.md': '---\ntitle: Later\ndate: 2024-06-01\n---\n\nNothing of that.\n',
  'c.md': '---\ntitle: Undated\n---\n\nSlack, some time.\n',
};
const concepts = { slack: '---\nlabel: Slack\n---\n\nRoom.\n' };
const settings = { baseUrl: 'https://desk.example' };

/** The text of every element, by name, in order. */
function textsIn(xml: string): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  // In HTML a title holds text alone, and an id stands where it is written, as in Atom.
  visit(fromHtml(xml, { fragment: true, space: 'svg' }), 'element', (element) => {
    const inner = element.children.map((child) => (child.type === 'text' ? child.value : ''));
    (texts[element.tagName] ??= []).push(inner.join(''));
  });
  return texts;
}

describe('a feed', () => {
  it('has the dated issues, newest first, each under its permanent address', async () => {
    const app = await archiveOf(issues, concepts, settings);
    const { text, type } = await request(app).get('/feed.xml');
    expect(type).toBe('application/atom+xml');
    const { id, title, updated } = textsIn(text);
    expect(id).toEqual([
      'https://desk.example/feed.xml',
      'https://desk.example/issues/b',
      'https://desk.example/issues/a',
    ]);
    expect(title).toEqual(['The Slow Desk', 'Later', 'Müll & <Co>']);
    expect(updated![0]).toBe('2024-06-01T00:00:00Z');
    expect(text).toContain('<link rel="self" type="application/atom+xml" href="https://desk.');
  });

  it('of a concept has the passages that speak of it', async () => {
    const app = await archiveOf(issues, concepts, settings);
    const { text } = await request(app).get('/concepts/slack/feed.xml');
    const { id, title } = textsIn(text);
    expect(id!.slice(1)).toEqual([
      'https://desk.example/issues/a#lede',
      'https://desk.example/issues/a#more',
    ]);
    expect(title![2]).toBe('More (Müll & <Co>)');
    expect((await request(app).get('/concepts/moats/feed.xml')).status).toBe(404);
  });

  it('is offered by the pages', async () => {
    const app = await archiveOf(issues, concepts);
    const { text } = await request(app).get('/concepts/slack');
    expect(text).toContain('type="application/atom+xml" title="Slack · The Slow Desk"');
    expect(text).toContain('<a href="/concepts/slack/feed.xml">Follow it by feed</a>');
  });

  it('is well-formed in an archive without issues', async () => {
    const { text } = await request(await archiveOf({})).get('/feed.xml');
    expect(text).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  });
});
