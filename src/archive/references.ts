// Links and images by reference made plain ones, and every address checked.

import type { Definition, Nodes, Root } from 'mdast';
import { eachBlock, replaceNodes } from './each-node.js';

/** Changes the tree: afterwards it has no definitions, and no address that could run anything. */
export function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  eachBlock(tree, (block) => {
    if (block.type === 'definition' && !definitions.has(block.identifier))
      definitions.set(block.identifier, block);
  });
  replaceNodes(tree, (node) => resolve(node, definitions));
}

/** Undefined where the node stays. */
function resolve(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
): readonly Nodes[] | undefined {
  switch (node.type) {
    case 'definition':
      return [];
    case 'link': {
      const url = safeAddress(node.url);
      if (url === null) return node.children;
      node.url = url;
      return undefined;
    }
    case 'image': {
      const url = safeAddress(node.url);
      if (url === null) return node.alt ? [{ type: 'text', value: node.alt }] : [];
      node.url = url;
      return undefined;
    }
    case 'linkReference': {
      const definition = definitions.get(node.identifier);
      const url = definition === undefined ? null : safeAddress(definition.url);
      if (definition === undefined || url === null) return node.children;
      const { children, position } = node;
      return [
        { type: 'link', url, title: definition.title ?? null, children, position: position! },
      ];
    }
    case 'imageReference': {
      const definition = definitions.get(node.identifier);
      const url = definition === undefined ? null : safeAddress(definition.url);
      if (definition === undefined || url === null)
        return node.alt ? [{ type: 'text', value: node.alt }] : [];
      return [{ type: 'image', url, title: definition.title ?? null, alt: node.alt ?? null }];
    }
    default:
      return undefined;
  }
}

/**
 * An address that a page may carry: http, https, mailto, relative, or within the
 * page; null for any other. Browsers ignore control characters and white space
 * in a scheme, and so does this.
 */
export function safeAddress(url: string): string | null {
  const address = url.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const bare = address.replace(/\p{Z}/gu, '');
  if (bare === '') return null;
  if (bare.startsWith('//')) return `https:${address}`;
  const scheme = /^([^/?#]*?):/.exec(bare)?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto'].includes(scheme) ? address : null;
}
