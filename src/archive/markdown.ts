// Markdown text to a tree without raw HTML.

import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Problem } from '../model.js';
import { defuse } from './defuse.js';
import { gfmWithin } from './gfm.js';
import { replaceHtml, type ElementRule } from './html.js';
import { definedOutside, parseInParts } from './parts.js';
import { resolveReferences } from './references.js';
import { tidy } from './tidy.js';

const parser = unified().use(remarkParse).use(remarkGfm);

const parsePart = (text: string, labels: readonly string[]) =>
  parser().use(gfmWithin, text).use(definedOutside, labels).parse(text);

/**
 * Parses CommonMark with GFM. In the tree HTML has become Markdown nodes,
 * reference links have become links, and no address has a scheme other than
 * http, https and mailto. Never throws: a text that the parser cannot take
 * becomes paragraphs of plain text, and a problem.
 *
 * @param elementRules say which HTML elements go; see `clean/rules.ts`
 */
export function parseMarkdown(
  file: string,
  text: string,
  elementRules: readonly ElementRule[],
): { tree: Root; problems: Problem[] } {
  const { text: safe, problems } = defuse(file, text);
  let tree: Root;
  try {
    tree = parseInParts(safe, parsePart);
    replaceHtml(tree, elementRules);
    resolveReferences(tree);
    tidy(tree);
  } catch (error) {
    problems.push({
      file,
      line: null,
      kind: 'markdown',
      what: `The Markdown cannot be parsed (${(error as Error).message.split('\n')[0]}).`,
      how: 'Look for nesting that is too deep; the file is shown as plain text.',
    });
    tree = plainParagraphs(safe);
  }
  return { tree, problems };
}

function plainParagraphs(text: string): Root {
  let line = 1;
  const children: Root['children'] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const point = { line, column: 1 };
    const value = block.replace(/<[^<>]{0,1000}>/g, '').trim();
    if (value !== '')
      children.push({
        type: 'paragraph',
        children: [{ type: 'text', value }],
        position: { start: point, end: point },
      });
    line += block.split('\n').length + 1;
  }
  return { type: 'root', children };
}
