// Footnotes travel with the sections that refer to them.

import type { FootnoteDefinition, Parents, Root } from 'mdast';
import { eachNode, replaceNodes } from '../each-node.js';

/**
 * Gives every section a copy of the definitions it refers to, at its end. A
 * definition that nothing refers to stays where it stood, as plain blocks,
 * because a page shows no such definition and its words would be lost.
 */
export function giveFootnotes(sections: readonly { tree: Root }[]): void {
  const definitions = new Map<string, FootnoteDefinition>();
  const referred = new Set<string>();
  for (const { tree } of sections)
    eachNode(tree, (node) => {
      if (node.type === 'footnoteReference') referred.add(node.identifier);
      if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
        definitions.set(node.identifier, node);
    });
  if (definitions.size === 0 && referred.size === 0) return;

  for (const { tree } of sections) {
    replaceNodes(tree, (node) => {
      if (node.type !== 'footnoteDefinition') return undefined;
      const { identifier, children } = node;
      return referred.has(identifier) && definitions.get(identifier) === node
        ? undefined
        : children;
    });
    // A footnote may itself refer to another.
    const wanted = new Set<string>();
    const queue: Parents[] = [tree];
    for (let parent = queue.pop(); parent !== undefined; parent = queue.pop())
      eachNode(parent, (node) => {
        if (node.type !== 'footnoteReference') return;
        const { identifier } = node;
        const definition = definitions.get(identifier);
        if (definition === undefined || wanted.has(identifier)) return;
        wanted.add(identifier);
        queue.push(definition);
      });
    tree.children = tree.children.filter((node) => node.type !== 'footnoteDefinition');
    for (const identifier of wanted)
      tree.children.push(structuredClone(definitions.get(identifier)!));
  }
}
