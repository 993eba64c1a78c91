// The links that people put in an archive by hand, to its concepts.

import { posix } from 'node:path';
import type { Link, Nodes, Root } from 'mdast';
import type { Concept } from '../../model.js';
import { slugify, type ConceptSlug } from '../../slug.js';
import { plainText } from '../../text/plain-text.js';

/** A link that somebody put on some words, to a concept's page. */
export interface HandLink {
  words: string;
  target: ConceptSlug;
}

/** In the plain text of its tree, in UTF-16 units. */
export interface PlacedLink extends HandLink {
  start: number;
  end: number;
}

/** The concept whose page an address leads to. */
export type TargetOf = (url: string) => ConceptSlug | undefined;

/**
 * A concept's page is known by the last part of a path: `/okrs`, `concepts/okrs/`,
 * `../concepts/okrs.md#why`. Addresses of other sites never lead to one. Where an
 * issue has the same name, the path must go through the folder of the concept's file.
 *
 * @param issues slugs of the archive's issues
 */
export function createTargetOf(
  concepts: readonly Pick<Concept, 'slug' | 'file'>[],
  issues: ReadonlySet<string> = new Set(),
): TargetOf {
  const bySlug = new Map(concepts.map((concept) => [concept.slug as string, concept]));
  return (url) => {
    if (OTHER_SITE.test(url)) return undefined;
    const parts = pathOf(url)
      .split('/')
      .filter((part) => !/^\.{0,2}$/u.test(part));
    const name = slugify((parts.at(-1) ?? '').replace(/\.(?:md|markdown|html?)$/iu, ''));
    const concept = bySlug.get(name);
    if (concept === undefined) return undefined;
    const folder = posix.basename(posix.dirname(concept.file ?? ''));
    return issues.has(name) && parts.at(-2) !== folder ? undefined : concept.slug;
  };
}

const OTHER_SITE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu;

function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/su, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The links of a tree that lead to concepts, in reading order. */
export function handLinks(tree: Root, targetOf: TargetOf): PlacedLink[] {
  if (!hasTarget(tree, targetOf)) return [];
  const { text, pieces } = plainText(tree);
  const found: (Omit<PlacedLink, 'words'> & { link: Link })[] = [];
  let leaf = 0;
  const walk = (node: Nodes, link: Link | undefined): void => {
    if (wordsOf(node) !== '') {
      const { start, end } = pieces[leaf]!;
      leaf += 1;
      const target = link && targetOf(link.url);
      const last = found.at(-1);
      if (link === undefined || target === undefined) return;
      if (last?.link === link) last.end = end;
      else found.push({ link, start, end, target });
    }
    if ('children' in node)
      for (const child of node.children) walk(child, node.type === 'link' ? node : link);
  };
  walk(tree, undefined);
  return found.map(({ start, end, target }) => ({
    start,
    end,
    target,
    words: text.slice(start, end),
  }));
}

/** Most trees have none, and need not be read. */
function hasTarget(node: Nodes, targetOf: TargetOf): boolean {
  if (node.type === 'link' && targetOf(node.url) !== undefined) return true;
  return 'children' in node && node.children.some((child) => hasTarget(child, targetOf));
}

/** What gives a piece of the plain text. */
function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    default:
      return '';
  }
}
