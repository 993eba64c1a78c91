// Tables that only place things, as mail does, made plain blocks.

import type { Element, ElementContent, Root } from 'hast';

const BLOCKS = new Set(
  'address article aside blockquote center details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);

/** Changes the tree: each cell of a layout table becomes a block of its own. */
export function unwrapLayoutTables(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    unwrapLayoutTables(child);
    if (child.tagName !== 'table' || !isLayout(child)) return [child];
    return cellsOf(child).map((cell) => ({ ...cell, tagName: 'div' }));
  });
}

/** A table of data has headings, or several rows with several cells of words each. */
function isLayout(table: Element): boolean {
  if (table.properties.role === 'presentation') return true;
  if (find(table, (element) => element.tagName === 'th')) return false;
  if (cellsOf(table).some((cell) => find(cell, (element) => BLOCKS.has(element.tagName))))
    return true;
  const rows = childrenNamed(table, new Set(['tr']));
  const full = rows.filter(
    (row) => childrenNamed(row, CELLS).filter((cell) => hasWords(cell)).length > 1,
  );
  return full.length < 2;
}

const CELLS = new Set(['td', 'th']);
const TABLE_PARTS = new Set(['thead', 'tbody', 'tfoot', 'tr']);

/** Captions and cells in reading order, without those of tables within. */
function cellsOf(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    return TABLE_PARTS.has(child.tagName) ? cellsOf(child) : [child];
  });
}

function childrenNamed(element: Element, names: Set<string>): Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    if (names.has(child.tagName)) return [child];
    return TABLE_PARTS.has(child.tagName) ? childrenNamed(child, names) : [];
  });
}

function find(element: Element, test: (element: Element) => boolean): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (test(child) || find(child, test)),
  );
}

function hasWords(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && node.children.some(hasWords);
}
