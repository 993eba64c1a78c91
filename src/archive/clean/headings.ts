// Headings as other tools write them.

import type { Root } from 'mdast';
import { eachBlock } from '../each-node.js';
import { outsideCode } from './outside-code.js';

/**
 * `headings-without-space`: `##Title` and `###Title###`, which older Markdown
 * took for headings. A single `#word` is a hashtag, unless it opens the issue or
 * is closed by another `#`.
 */
export function spaceHeadings(text: string): string {
  return outsideCode(text, (part) =>
    part
      .replace(/^(#{2,6})(?![#\s\d])([^\n]*\S)[ \t]*$/gm, '$1 $2')
      .replace(/^(#)(?![#\s])([^#\n]*[^#\s])[ \t]*#+[ \t]*$/gm, '$1 $2')
      .replace(/^(\s*#)(?![#\s!])(?=[^\n#]*[\s\p{Lo}])/u, (mark, hash: string, offset: number) =>
        offset === 0 && text.startsWith(part) ? `${hash} ` : mark,
      )
      .replace(/^(#{1,6} [^\n]*?[^#\s\\])(#{2,})[ \t]*$/gm, '$1 $2'),
  );
}

/** `heading-attributes`: `## Title {#id .class}`. The id is the heading's anchor. */
export function readHeadingAttributes(tree: Root): void {
  eachBlock(tree, (heading) => {
    if (heading.type !== 'heading') return;
    const last = heading.children.at(-1);
    if (last?.type !== 'text') return;
    const found = /\s*\{((?:\s*(?:[#.][\w:.-]+|[\w-]+=(?:"[^"]*"|\S+?)|-))+)\s*\}\s*$/.exec(
      last.value,
    );
    if (found === null) return;
    last.value = last.value.slice(0, found.index);
    const id = /#([\w:.-]+)/.exec(found[1]!)?.[1];
    if (id !== undefined) heading.data = { ...heading.data, id };
  });
}

/** `heading-links`: the `#` or `¶` that leads a heading to itself. */
export function dropHeadingLinks(tree: Root): void {
  eachBlock(tree, (heading) => {
    if (heading.type !== 'heading') return;
    heading.children = heading.children.filter((child) => {
      if (child.type !== 'link' || !child.url.startsWith('#')) return true;
      return child.children.some(
        (inside) => inside.type !== 'text' || !/^[\s#¶§🔗]*$/u.test(inside.value),
      );
    });
  });
}
