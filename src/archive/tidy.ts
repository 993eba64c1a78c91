// What replacing leaves behind: texts in pieces, blocks without content.

import type { Nodes, Parents, Root } from 'mdast';

const MAY_BE_EMPTY = new Set([
  'text',
  'tableCell',
  'tableRow',
  'break',
  'image',
  'inlineCode',
  'code',
  'thematicBreak',
  'footnoteReference',
]);

/** Joins neighbouring texts and takes away what has nothing left in it. Changes the tree. */
export function tidy(tree: Root): void {
  tidyIn(tree);
}

function tidyIn(parent: Parents): void {
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    if ('children' in child) tidyIn(child);
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      last.value += child.value;
      if (last.position && child.position)
        last.position = { start: last.position.start, end: child.position.end };
    } else if (!isEmpty(child)) children.push(child);
  }
  if (parent.type === 'paragraph' || parent.type === 'heading') trimEnds(children);
  parent.children = children.filter((child) => !isEmpty(child)) as typeof parent.children;
}

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value === '';
  if (MAY_BE_EMPTY.has(node.type)) return false;
  if (node.type === 'table')
    return node.children.every((row) => row.children.every((cell) => cell.children.length === 0));
  if (node.type === 'paragraph' || node.type === 'link')
    return node.children.every(
      (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
    );
  return 'children' in node && node.children.length === 0;
}

function trimEnds(children: Nodes[]): void {
  while (children[0]?.type === 'break') children.shift();
  while (children.at(-1)?.type === 'break') children.pop();
  const first = children[0];
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
}
