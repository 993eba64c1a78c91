// HTML tags within a line of Markdown.

import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ElementRule } from './html.js';

/** A tag that is open, and what stands in it so far. */
interface Open {
  element: Element;
  children: PhrasingContent[];
}

/**
 * The children of a paragraph, heading or the like with each pair of tags made
 * the node it means. A tag that is never closed, or never opened, is passed over
 * and what stands around it stays.
 */
export function replaceInlineHtml(
  children: readonly PhrasingContent[],
  verdict: ElementRule,
): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  const open: Open[] = [];
  const add = (...nodes: PhrasingContent[]) => (open.at(-1)?.children ?? all).push(...nodes);

  for (const child of children) {
    if (child.type !== 'html') {
      add(child);
      continue;
    }
    const tag = /^<(\/?)([a-z][\w:-]*)/i.exec(child.value);
    if (tag === null) continue;
    const name = tag[2]!.toLowerCase();
    if (tag[1] === '/') close(name);
    else {
      const element = elementOf(child.value, name);
      if (VOID.has(name)) add(...voidNodes(element, verdict));
      else open.push({ element, children: [] });
    }
  }
  while (open.length > 0) unwrapLast();
  return all;

  function close(name: string): void {
    if (!open.some(({ element }) => element.tagName === name)) return;
    while (open.at(-1)!.element.tagName !== name) unwrapLast();
    const { element, children: inside } = open.pop()!;
    add(...nodesOf(element, inside, verdict));
  }

  function unwrapLast(): void {
    const last = open.pop()!;
    add(...last.children);
  }
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

function elementOf(tag: string, name: string): Element {
  const [node] = fromHtml(tag, { fragment: true }).children;
  return node?.type === 'element'
    ? node
    : { type: 'element', tagName: name, properties: {}, children: [] };
}

function voidNodes(element: Element, verdict: ElementRule): PhrasingContent[] {
  if (element.tagName === 'br') return [{ type: 'break' }];
  if (element.tagName !== 'img' || verdict(element) !== undefined) return [];
  const { src, alt, title } = element.properties;
  if (typeof src !== 'string') return [];
  return [
    {
      type: 'image',
      url: src,
      alt: typeof alt === 'string' ? alt : null,
      title: typeof title === 'string' ? title : null,
    },
  ];
}

function nodesOf(
  element: Element,
  children: PhrasingContent[],
  verdict: ElementRule,
): PhrasingContent[] {
  const said = verdict(element);
  if (said === 'drop') return [];
  if (said === 'unwrap') return children;
  switch (element.tagName) {
    case 'a': {
      const { href } = element.properties;
      return typeof href === 'string' && href !== ''
        ? [{ type: 'link', url: href, children: children }]
        : children;
    }
    case 'b':
    case 'strong':
      return children.length === 0 ? [] : [{ type: 'strong', children }];
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
      return children.length === 0 ? [] : [{ type: 'emphasis', children }];
    case 'del':
    case 's':
    case 'strike':
      return children.length === 0 ? [] : [{ type: 'delete', children }];
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return [{ type: 'inlineCode', value: toString(children) }];
    case 'rt':
      return [{ type: 'text', value: ' (' }, ...children, { type: 'text', value: ')' }];
    case 'q':
      return [{ type: 'text', value: '“' }, ...children, { type: 'text', value: '”' }];
    default:
      return children;
  }
}
