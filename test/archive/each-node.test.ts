import type { Root, Text } from 'mdast';
import { describe, expect, it } from 'vitest';
import { replaceNodes } from '../../src/archive/each-node.js';

const words = (...values: string[]): Text[] => values.map((value) => ({ type: 'text', value }));

describe('replacing nodes', () => {
  it('puts many in the place of one, none in that of another, and leaves the rest in order', () => {
    const tree: Root = { type: 'root', children: words('a', 'b', 'c', 'd') };
    replaceNodes(tree, (node) => {
      if (node.type !== 'text') return undefined;
      return { b: words('1', '2'), c: [] }[node.value];
    });
    expect(tree.children).toEqual(words('a', '1', '2', 'd'));
  });

  it('takes a link away that holds more than a call takes arguments', () => {
    const children = words(...Array.from({ length: 1_000 }, String));
    const link = { type: 'link' as const, url: 'x', children: Array(400).fill(children).flat() };
    const tree: Root = { type: 'root', children: [link] };
    replaceNodes(tree, (node) => (node.type === 'link' ? node.children : undefined));
    expect(tree.children).toHaveLength(400_000);
  });
});
