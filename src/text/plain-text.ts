// The plain text of a Markdown tree, and the way back from an offset in that
// text to the node it came from. Whoever finds something in the text (a
// mention, a searched word) can so wrap it in the tree.

import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';

/** A stretch of the plain text that one leaf of the tree gave. */
export interface Piece {
  /** UTF-16 offsets in the plain text. */
  start: number;
  end: number;
  leaf: Nodes;
  /** The leaf stands within a link, code or an image's description: no link may be put there. */
  linkable: boolean;
}

export interface PlainText {
  text: string;
  /** In reading order, without overlaps; what lies between them are separators. */
  pieces: Piece[];
}

/** A range of the plain text, and the node to put around it. */
export interface Wrap {
  start: number;
  end: number;
  around: (children: [Text]) => PhrasingContent;
}

/**
 * The words of a tree as a reader sees them: blocks and cells each on a line of
 * their own, no markup, no addresses, no raw HTML.
 */
export function plainText(tree: Root): PlainText {
  const pieces: Piece[] = [];
  let text = '';
  walk(tree, (leaf) => {
    if (leaf.kind === 'separator') {
      if (text !== '' && !text.endsWith('\n')) text += leaf.value;
      return;
    }
    if (leaf.value === '') return;
    const start = text.length;
    text += leaf.value;
    pieces.push({ start, end: text.length, leaf: leaf.node, linkable: leaf.linkable });
  });
  return { text: text.trimEnd(), pieces };
}

/**
 * A copy of the tree with the ranges wrapped; the given tree stays as it is. A
 * range that crosses markup (`*economic* moat`) is wrapped in each text it
 * crosses. Ranges must not overlap. The plain text of the copy is the same.
 */
export function wrapRanges(tree: Root, wraps: readonly Wrap[]): Root {
  const copy = structuredClone(tree);
  if (wraps.length === 0) return copy;
  const sorted = [...wraps].sort((a, b) => a.start - b.start);
  const replacements = new Map<Text, PhrasingContent[]>();
  let length = 0;
  let atLineStart = true;
  walk(copy, (leaf) => {
    if (leaf.kind === 'separator') {
      if (length === 0 || atLineStart) return;
      length += leaf.value.length;
      atLineStart = leaf.value.endsWith('\n');
      return;
    }
    if (leaf.value === '') return;
    const start = length;
    length += leaf.value.length;
    atLineStart = leaf.value.endsWith('\n');
    if (leaf.node.type !== 'text') return;
    const inside = sorted.filter((wrap) => wrap.start < length && wrap.end > start);
    if (inside.length > 0) replacements.set(leaf.node, splitText(leaf.node.value, start, inside));
  });
  replaceTexts(copy, replacements);
  return copy;
}

type Leaf =
  | { kind: 'separator'; value: '\n' | ' ' }
  | { kind: 'words'; value: string; node: Nodes; linkable: boolean };

/** Blocks that hold words themselves, and so end a line of the plain text. */
const LINES = new Set(['paragraph', 'heading', 'code', 'tableCell', 'thematicBreak']);
const NOT_LINKABLE = new Set(['link', 'linkReference', 'inlineCode', 'code']);

function walk(node: Nodes, visit: (leaf: Leaf) => void, linkable = true): void {
  const here = linkable && !NOT_LINKABLE.has(node.type);
  switch (node.type) {
    case 'text':
      // A line that ends within a paragraph is a blank; the length stays the same.
      visit({ kind: 'words', value: node.value.replace(/[\n\r\t]/g, ' '), node, linkable: here });
      break;
    case 'inlineCode':
    case 'code':
      visit({ kind: 'words', value: node.value, node, linkable: here });
      break;
    case 'image':
    case 'imageReference':
      visit({ kind: 'words', value: node.alt ?? '', node, linkable: false });
      break;
    case 'break':
      visit({ kind: 'separator', value: ' ' });
      break;
    default:
      if ('children' in node) for (const child of node.children) walk(child, visit, here);
  }
  if (LINES.has(node.type)) visit({ kind: 'separator', value: '\n' });
}

function splitText(value: string, offset: number, wraps: readonly Wrap[]): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const wrap of wraps) {
    const start = Math.max(0, wrap.start - offset);
    const end = Math.min(value.length, wrap.end - offset);
    if (start < at || start >= end) continue;
    if (start > at) parts.push({ type: 'text', value: value.slice(at, start) });
    parts.push(wrap.around([{ type: 'text', value: value.slice(start, end) }]));
    at = end;
  }
  if (at < value.length) parts.push({ type: 'text', value: value.slice(at) });
  return parts;
}

function replaceTexts(parent: Parents, replacements: Map<Text, PhrasingContent[]>): void {
  const children = parent.children as Nodes[];
  parent.children = children.flatMap((child): Nodes[] => {
    if (child.type === 'text') return replacements.get(child) ?? [child];
    if ('children' in child) replaceTexts(child, replacements);
    return [child];
  }) as typeof parent.children;
}
