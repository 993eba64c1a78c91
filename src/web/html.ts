// HTML from a Markdown tree. Whatever the tree holds, only what the list below
// allows comes out, so that a view may write the result as it is.

import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { partsOf, type SectionId } from '../slug.js';
import { urls } from '../urls.js';
import type { Words } from '../words/words.js';

export interface Place {
  /** The section that the tree is of. */
  id: SectionId;
  /** Where its issue was first published: relative links lead from there. */
  base: string | null;
}

/** @param place null for a text that belongs to no section, such as a written definition. */
export function html(tree: Root, place: Place | null, words: Words): string {
  // No slug has a “_”, so that no section of the page bears one of these ids.
  const prefix = place === null ? 'definition_' : `in_${place.id.replace('#', '_')}_`;
  const processor = unified()
    .use(remarkRehype, {
      clobberPrefix: prefix,
      footnoteLabelTagName: 'p',
      footnoteLabel: words.passage.footnotes,
      footnoteBackLabel: (reference: number, again: number) =>
        words.passage.backToText(again > 1 ? `${reference + 1}-${again}` : String(reference + 1)),
    })
    .use(() => (root: HtmlRoot) => {
      visit(root, 'element', (element, index, parent) => {
        adapt(element, prefix, place, words);
        if (parent === undefined || index === undefined) return;
        if (element.tagName === 'img') parent.children[index] = image(element, place);
        if (element.tagName === 'table') parent.children[index] = scrolling(element, words);
      });
    })
    .use(rehypeSanitize, schema)
    .use(rehypeStringify);
  return processor.stringify(processor.runSync(tree));
}

const schema: Schema = {
  tagNames: [
    ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'mark', 'sup', 'sub'],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img', 'input'],
    ...['section', 'div'],
  ],
  attributes: {
    a: [
      'href',
      'title',
      ['id', /_fnref-/],
      ['className', 'concept', 'issue', 'data-footnote-backref'],
      ['rel', 'noopener', 'noreferrer'],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      'ariaDescribedBy',
    ],
    code: [['className', /^language-[\w-]+$/]],
    div: [['className', 'scroll'], ['tabIndex', 0], ['role', 'group'], 'ariaLabel'],
    img: ['src', 'alt', 'title', ['loading', 'lazy'], ['referrerPolicy', 'no-referrer']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked', 'ariaLabel'],
    li: [
      ['id', /_fn-/],
      ['className', 'task-list-item'],
    ],
    ol: ['start', ['className', 'contains-task-list']],
    p: [
      ['id', /_footnote-label$/],
      ['className', 'run-in', 'sr-only'],
    ],
    section: [['className', 'footnotes'], 'dataFootnotes'],
    td: ['colSpan', 'rowSpan', ['className', 'left', 'right', 'center']],
    th: ['colSpan', 'rowSpan', ['scope', 'col'], ['className', 'left', 'right', 'center']],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: Object.fromEntries(
    ['thead', 'tbody', 'tr', 'th', 'td'].map((part) => [part, ['table']]),
  ),
  strip: ['script', 'style'],
  // Ids are made by remark-rehype alone, and bear the section's id already.
  clobber: [],
};

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** What Markdown's own HTML lacks, or has otherwise than our pages need it. */
function adapt(element: Element, prefix: string, place: Place | null, words: Words): void {
  const { properties } = element;
  if (HEADINGS.has(element.tagName)) {
    // A heading inside a quotation or a list is none of the page's own.
    element.tagName = 'p';
    properties.className = ['run-in'];
  } else if (element.tagName === 'a') {
    adaptLink(element, place);
  } else if (element.tagName === 'input') {
    properties.ariaLabel = properties.checked ? words.passage.done : words.passage.toDo;
  } else if (element.tagName === 'th' || element.tagName === 'td') {
    // The corner of a table that names rows as well as columns heads nothing.
    if (element.children.length === 0) element.tagName = 'td';
    if (element.tagName === 'th') properties.scope = 'col';
    // The `align` attribute is obsolete.
    if (typeof properties.align === 'string') properties.className = [properties.align];
  }
  if (properties.id === 'footnote-label') properties.id = `${prefix}footnote-label`;
  if (properties.ariaDescribedBy) properties.ariaDescribedBy = [`${prefix}footnote-label`];
}

/** Our own links stay; the author's lead where they led when the issue was sent, or nowhere. */
function adaptLink(element: Element, place: Place | null): void {
  const { properties } = element;
  if (isOurs(element)) return;
  const href = resolved(properties.href, place);
  delete properties.className;
  if (href === null) delete properties.href;
  else {
    properties.href = href;
    if (/^https?:/.test(href)) properties.rel = ['noopener', 'noreferrer'];
  }
}

function isOurs({ properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  return (
    classes.includes('concept') ||
    classes.includes('issue') ||
    'dataFootnoteRef' in properties ||
    'dataFootnoteBackref' in properties
  );
}

/** A wide table scrolls by itself, by keyboard too, so that the page need not. */
function scrolling(table: Element, words: Words): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      ...{ className: ['scroll'], tabIndex: 0, role: 'group' },
      ariaLabel: words.passage.table,
    },
    children: [table],
  };
}

/** An image over https, to be fetched when it comes into view; else its description. */
function image(
  { properties }: Element,
  place: Place | null,
): Element | { type: 'text'; value: string } {
  const src = resolved(properties.src, place);
  const alt = typeof properties.alt === 'string' ? properties.alt : '';
  if (!src?.startsWith('https:')) return { type: 'text', value: alt };
  return {
    type: 'element',
    tagName: 'img',
    properties: { src, alt, loading: 'lazy', referrerPolicy: 'no-referrer' },
    children: [],
  };
}

function resolved(address: unknown, place: Place | null): string | null {
  if (typeof address !== 'string') return null;
  if (address.startsWith('#')) return sameIssue(address.slice(1), place);
  try {
    return new URL(address, place?.base ?? undefined).href;
  } catch {
    return null;
  }
}

/** A link within the issue: to the section of that name, if it has one. */
function sameIssue(name: string, place: Place | null): string | null {
  return place && `${urls.issue(partsOf(place.id).issue)}#${name}`;
}
