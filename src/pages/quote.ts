// Cuts a long passage down to what a page about one concept quotes of it.

import type { Nodes, Root, RootContent } from 'mdast';
import { plainText } from '../text/plain-text.js';

/** About a dozen lines: enough to see what is said of the concept, and a list of them stays readable. */
const MAX_CHARACTERS = 900;

export interface Quote {
  tree: Root;
  /** Something was left out before or after. */
  cut: boolean;
}

/**
 * Whole blocks only, from the first with a marked mention on; a short tree stays
 * whole. Footnotes and link definitions always stay, since blocks refer to them.
 */
export function quote(tree: Root): Quote {
  if (plainText(tree).text.length <= MAX_CHARACTERS) return { tree, cut: false };
  const blocks = tree.children.filter((block) => !isDefinition(block));
  const first = Math.max(0, blocks.findIndex(hasMark));
  const kept = blocks.slice(first, first + howMany(blocks.slice(first)));
  return {
    tree: { ...tree, children: [...kept, ...tree.children.filter(isDefinition)] },
    cut: kept.length < blocks.length,
  };
}

/** At least one. */
function howMany(blocks: readonly RootContent[]): number {
  let length = 0;
  const end = blocks.findIndex((block) => {
    length += plainText({ type: 'root', children: [block] }).text.length;
    return length > MAX_CHARACTERS;
  });
  return end === -1 ? blocks.length : Math.max(1, end);
}

function hasMark(node: Nodes): boolean {
  if (node.data && 'hName' in node.data && node.data.hName === 'mark') return true;
  return 'children' in node && node.children.some(hasMark);
}

function isDefinition(block: RootContent): boolean {
  return block.type === 'footnoteDefinition' || block.type === 'definition';
}
