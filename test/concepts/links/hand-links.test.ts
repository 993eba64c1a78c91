import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { createTargetOf, handLinks } from '../../../src/concepts/links/hand-links.js';
import { conceptOf } from '../archive-of.js';

const targetOf = createTargetOf([conceptOf('OKRs'), conceptOf('Trust')], new Set(['trust']));

describe('an address', () => {
  it.each(['/okrs', '/glossary/okrs/', '../concepts/okrs.md#why', 'OKRs.md', 'okrs.html?x=1'])(
    '%s leads to a concept by the last part of its path',
    (url) => {
      expect(targetOf(url)).toBe('okrs');
    },
  );

  it.each([
    'https://example.com/okrs',
    '//example.com/okrs',
    'mailto:okrs',
    '#okrs',
    '',
    '/',
    '/okrs/history',
    '/%E0%A4',
  ])('%s leads to none: another site, another page, no page', (url) => {
    expect(targetOf(url)).toBeUndefined();
  });

  it('leads to the issue of the same name, save through the folder of concepts', () => {
    expect(targetOf('/p/trust')).toBeUndefined();
    expect(targetOf('../concepts/trust.md')).toBe('trust');
  });
});

describe('handLinks', () => {
  it('gives the words of links as they stand in the plain text', () => {
    const tree = fromMarkdown(
      'We set [the *quarterly* numbers](/okrs), ![a chart](c.png) and [read](https://example.com/okrs).',
    );
    expect(handLinks(tree, targetOf)).toEqual([
      { target: 'okrs', words: 'the quarterly numbers', start: 7, end: 28 },
    ]);
  });
});
