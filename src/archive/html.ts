// HTML within Markdown made Markdown nodes, so that its words are indexed, its
// headings begin sections, and nothing raw is left to be shown.

import type { Element, ElementContent, RootContent as HtmlContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type {
  BlockContent,
  Heading,
  Html,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import { unified } from 'unified';
import { closeHtml } from './close-html.js';
import { eachNode } from './each-node.js';
import { unwrapLayoutTables } from './layout-tables.js';
import { replaceInlineHtml } from './inline-html.js';

/**
 * Says what becomes of an HTML element: `drop` it with all that is in it,
 * `unwrap` it and keep that; undefined where the rule does not care. For an
 * inline tag the element comes without its children.
 */
export type ElementRule = (element: Element) => 'drop' | 'unwrap' | undefined;

/** Never text that a reader sees. */
const DROPPED = new Set(
  'script style template iframe frame frameset object embed applet svg math canvas select datalist input progress meter noscript noembed noframes head link meta base area map param source track col colgroup rp'.split(
    ' ',
  ),
);

declare module 'mdast' {
  interface HeadingData {
    /** The anchor that the author gave the heading. */
    id?: string;
  }
}

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

/** The author's own id is the heading's anchor, as `{#id}` is in Markdown. */
const heading: Handle = (state, element: Element) => {
  const depth = Number(element.tagName.charAt(1)) as 1 | 2 | 3 | 4 | 5 | 6;
  const { id } = element.properties;
  const node: Heading = {
    type: 'heading',
    depth,
    children: state.all(element) as PhrasingContent[],
    ...(typeof id === 'string' && id !== '' ? { data: { id } } : {}),
  };
  state.patch(element, node);
  return node;
};

const toMarkdown = unified()
  .use(rehypeRemark, {
    document: true,
    handlers: { h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
  })
  .freeze();

/** Changes the tree: afterwards it has no `html` nodes. */
export function replaceHtml(tree: Root, rules: readonly ElementRule[]): void {
  const verdict: ElementRule = (element) => {
    if (DROPPED.has(element.tagName)) return 'drop';
    for (const rule of rules) {
      const said = rule(element);
      if (said !== undefined) return said;
    }
    return undefined;
  };
  replaceIn(tree, verdict);
}

const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

function replaceIn(parent: Parents, verdict: ElementRule): void {
  const children = parent.children as Nodes[];
  for (const child of children) if ('children' in child) replaceIn(child, verdict);
  if (!children.some((child) => child.type === 'html')) return;
  parent.children = HOLDS_BLOCKS.has(parent.type)
    ? replaceBlocks(children as RootContent[], verdict)
    : replaceInlineHtml(children as PhrasingContent[], verdict);
}

function replaceBlocks(children: RootContent[], verdict: ElementRule): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at]!;
    if (child.type !== 'html') {
      blocks.push(child);
      continue;
    }
    // A blank line ends an HTML block, but not a table that has one between two rows.
    const run = [child];
    while (children[at + 1]?.type === 'html') run.push(children[(at += 1)] as Html);
    blocks.push(...blocksOf(run, verdict));
  }
  return blocks;
}

function blocksOf(run: Html[], verdict: ElementRule): RootContent[] {
  const firstLine = run[0]!.position?.start.line ?? 1;
  let source = '';
  let line = firstLine;
  for (const node of run) {
    const gap = Math.max(0, (node.position?.start.line ?? line) - line);
    source += '\n'.repeat(gap) + node.value;
    line += gap + node.value.split('\n').length - 1;
  }
  if (/^\s*(?:<!--[\s\S]*?-->\s*)*$/.test(source)) return [];

  const html = fromHtml(closeHtml(source), { fragment: true });
  html.children = keepWanted(html.children, verdict);
  unwrapLayoutTables(html);
  const tree = toMarkdown.runSync(html);
  eachNode(tree, (node) => {
    if (node.position === undefined) return;
    node.position.start.line += firstLine - 1;
    node.position.end.line += firstLine - 1;
  });
  return tree.children.filter((node) => node.type !== 'html').map(asBlock);
}

function keepWanted(children: readonly HtmlContent[], verdict: ElementRule): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element') return [];
    const said = verdict(child);
    if (said === 'drop') return [];
    child.children = keepWanted(child.children, verdict);
    if (said === 'unwrap') return child.children;
    if (child.tagName === 'rt')
      return [{ type: 'text', value: ' (' }, ...child.children, { type: 'text', value: ')' }];
    return [child];
  });
}

function asBlock(node: RootContent): BlockContent {
  return PHRASING.has(node.type)
    ? { type: 'paragraph', children: [node as PhrasingContent] }
    : (node as BlockContent);
}

const PHRASING = new Set([
  'text',
  'link',
  'image',
  'strong',
  'emphasis',
  'delete',
  'inlineCode',
  'break',
]);
