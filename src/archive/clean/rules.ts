// The cleaning rules, by name. Each is one function, and can be switched off.

import type { Root } from 'mdast';
import type { IsoDay } from '../../model.js';
import type { ElementRule } from '../html.js';
import { tidy } from '../tidy.js';
import { dropInvisible, unescapeTwice } from './characters.js';
import { dropHeadingLinks, readHeadingAttributes, spaceHeadings } from './headings.js';
import { dropPixels, isPixel, readEmojiImages } from './images.js';
import { nameBareLinks, stripLinkParameters, unwrapLinks } from './links.js';
import { dropActionBoxes, dropBrowserLines, dropFooters, isHidden, unwrapTables } from './mail.js';
import { dropComments, endUnclosedHtml } from './source-html.js';
import {
  dropAttributeLists,
  dropMdx,
  dropMergeTags,
  dropTemplateTags,
  resolveWikiLinks,
} from './templates.js';

/** On the Markdown as written, before it is parsed: what would be parsed wrongly. */
const SOURCE_RULES = {
  'html-comments': dropComments,
  'unclosed-html': endUnclosedHtml,
  'template-tags': dropTemplateTags,
  'merge-tags': dropMergeTags,
  mdx: dropMdx,
  'attribute-lists': dropAttributeLists,
  'wiki-links': resolveWikiLinks,
  'headings-without-space': spaceHeadings,
} satisfies Record<string, (text: string) => string>;

/** On HTML elements, while they are made Markdown: what only their attributes tell. */
const ELEMENT_RULES = {
  'open-pixels': isPixel,
  'hidden-elements': isHidden,
} satisfies Record<string, ElementRule>;

/** On the tree, in this order: characters first, so that the others can read the words. */
const TREE_RULES = {
  'invisible-characters': dropInvisible,
  escapes: unescapeTwice,
  'emoji-images': readEmojiImages,
  'open-pixels': dropPixels,
  'heading-attributes': readHeadingAttributes,
  'heading-links': dropHeadingLinks,
  'layout-tables': unwrapTables,
  'action-boxes': dropActionBoxes,
  'view-in-browser': dropBrowserLines,
  footers: dropFooters,
  'tracking-links': unwrapLinks,
  'tracking-parameters': stripLinkParameters,
  'bare-addresses': nameBareLinks,
} satisfies Record<string, (tree: Root) => unknown>;

export type RuleName =
  | keyof typeof SOURCE_RULES
  | keyof typeof ELEMENT_RULES
  | keyof typeof TREE_RULES
  | 'repeated-blocks';

/** Every rule's name, sorted: what a setting may switch off. `repeated-blocks` is `settle.ts`'s. */
export const RULE_NAMES: readonly RuleName[] = [
  ...new Set([
    ...(Object.keys(SOURCE_RULES) as RuleName[]),
    ...(Object.keys(ELEMENT_RULES) as RuleName[]),
    ...(Object.keys(TREE_RULES) as RuleName[]),
    'repeated-blocks' as const,
  ]),
].sort();

/** Markdown as its author meant it. The number of lines stays the same. */
export function cleanSource(text: string, off: ReadonlySet<string>): string {
  let clean = text;
  for (const [name, rule] of Object.entries(SOURCE_RULES)) if (!off.has(name)) clean = rule(clean);
  return clean;
}

export function elementRules(off: ReadonlySet<string>): ElementRule[] {
  return Object.entries(ELEMENT_RULES).flatMap(([name, rule]) => (off.has(name) ? [] : [rule]));
}

/**
 * Changes the tree. Doing it twice changes nothing more.
 *
 * @returns the day on which the issue was sent, where a link has told it
 */
export function cleanTree(tree: Root, off: ReadonlySet<string>): { sentDay: IsoDay | null } {
  let sentAt: number | null = null;
  for (const [name, rule] of Object.entries(TREE_RULES)) {
    if (off.has(name)) continue;
    const told = rule(tree);
    if (typeof told === 'number') sentAt = told;
  }
  tidy(tree);
  return { sentDay: sentAt === null ? null : new Date(sentAt * 1000).toISOString().slice(0, 10) };
}
