import type { Link, PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { plainText, wrapRanges } from '../../src/text/plain-text.js';
import { issueFrom } from '../archive-of.js';

const treeOf = (markdown: string) => issueFrom('a.md', markdown).sections[0]!.tree;
const textOf = (markdown: string) => plainText(treeOf(markdown)).text;

describe('the plain text of a tree', () => {
  it('has each block and each cell on a line of its own', () => {
    expect(textOf('One *two*.\n\n- three\n- four\n\n| a | b |\n| - | - |\n| 5 | 6 |\n')).toBe(
      'One two.\nthree\nfour\na\nb\n5\n6',
    );
  });

  it('reads on over a line that ends within a paragraph', () => {
    expect(textOf('A platform\nteam, a\\\nbreak.')).toBe('A platform team, a break.');
  });

  it('keeps code and what pictures show, and leaves addresses out', () => {
    expect(
      textOf(
        'See `x = 1` and ![a chart](https://example.com/c.png) at [this](https://example.com/).',
      ),
    ).toBe('See x = 1 and a chart at this.');
  });

  it('tells where a link may be put', () => {
    const { text, pieces } = plainText(treeOf('One [two](https://example.com/) `three` four.'));
    const linkable = pieces
      .filter((piece) => piece.linkable)
      .map(({ start, end }) => text.slice(start, end));
    expect(linkable).toEqual(['One ', ' ', ' four.']);
  });
});

describe('wrapping ranges', () => {
  const link = (children: PhrasingContent[]): Link => ({ type: 'link', url: 'x', children });

  it('wraps the words at those offsets, wherever they stand, and changes no word', () => {
    const tree = treeOf('- An *economic* moat\n- is `code` and\n  a platform\n  team.\n');
    const { text } = plainText(tree);
    for (const words of ['economic moat', 'is', 'platform team']) {
      const start = text.indexOf(words);
      const wrapped = wrapRanges(tree, [{ start, end: start + words.length, around: link }]);
      expect(plainText(wrapped).text).toBe(text);
      expect(linked(wrapped).join('')).toBe(words);
    }
  });

  it('leaves the given tree as it is', () => {
    const tree = treeOf('Some words.');
    const before = structuredClone(tree);
    wrapRanges(tree, [{ start: 0, end: 4, around: link }]);
    expect(tree).toEqual(before);
  });
});

/** The texts within links. */
function linked(node: unknown, within = false): string[] {
  const {
    type,
    value,
    children = [],
  } = node as { type: string; value?: string; children?: unknown[] };
  if (type === 'text' && within) return [value!.replace(/\n/g, ' ')];
  return children.flatMap((child) => linked(child, within || type === 'link'));
}
