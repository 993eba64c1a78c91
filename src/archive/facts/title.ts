// An issue's title.

import type { Heading, Root } from 'mdast';
import type { FactSource } from '../../model.js';
import { decodeEntities } from '../clean/characters.js';
import type { FrontMatter } from '../front-matter.js';
import { headingText } from '../sections/passage.js';
import { asText, field } from './fields.js';
import { numberInTitle } from './number.js';
import { hasScript, scriptOf } from './script.js';

export interface Title {
  title: string;
  source: FactSource;
  /** The heading that says it; it is no section's. */
  heading: Heading | undefined;
  /** The title as it was written, with the number that was taken out of it. */
  written: string;
}

/**
 * Front matter (save the title of a translation's original), else the first `#` or underlined heading, else the HTML title,
 * else the file's name; undefined when not even that has a word.
 *
 * @param htmlTitle the `<title>` of the file
 */
export function findTitle(
  file: string,
  matter: FrontMatter,
  tree: Root,
  htmlTitle: string | null,
): Title | undefined {
  const heading = titleHeading(tree);
  const headingWords = heading === undefined ? '' : headingText(heading.children);
  const given = asText(field(matter, 'title')?.value);
  if (given !== null) {
    const written = unmarked(given);
    const source = matter.form === 'header lines' ? 'header lines' : 'front matter';
    // The same words again at the top are the title once more, not a section.
    const again = heading !== undefined && sameWords(headingWords, written);
    if (heading !== undefined && !again && isOfOriginal(written, heading, tree))
      return { title: headingWords, source: 'heading', heading, written: headingWords };
    return { title: written, source, heading: again ? heading : undefined, written };
  }
  if (heading !== undefined && headingWords !== '')
    return {
      title: withoutNumber(headingWords),
      source: 'heading',
      heading,
      written: headingWords,
    };
  if (htmlTitle !== null && htmlTitle.trim() !== '') {
    const written = unmarked(htmlTitle);
    return { title: withoutNumber(written), source: 'HTML title', heading: undefined, written };
  }
  const written = fromFileName(file);
  return written === ''
    ? undefined
    : { title: written, source: 'file name', heading: undefined, written };
}

/** The first heading of the first level, or of any level where the text begins with it. */
function titleHeading(tree: Root): Heading | undefined {
  const [first] = tree.children;
  const top = tree.children.find(
    (node): node is Heading => node.type === 'heading' && node.depth === 1,
  );
  if (top !== undefined && headingText(top.children) !== '') return top;
  return first?.type === 'heading' ? first : undefined;
}

/**
 * Of a translation, tools keep the original's title in the front matter: it has
 * no letter of the script that the text is in, and the text begins with the one
 * `#` heading it has, which does. A title with a number is the issue's own.
 */
function isOfOriginal(given: string, heading: Heading, tree: Root): boolean {
  if (heading.depth !== 1 || tree.children[0] !== heading) return false;
  if (tree.children.some((node) => isTop(node) && node !== heading)) return false;
  const script = scriptOf(tree);
  const isForeign = /\p{L}/u.test(given) && !hasScript(given, script);
  return (
    isForeign && hasScript(headingText(heading.children), script) && numberInTitle(given) === null
  );
}

function isTop(node: Root['children'][number]): boolean {
  return node.type === 'heading' && node.depth === 1;
}

/** "The Product is the Process #141" is the title "The Product is the Process". */
function withoutNumber(title: string): string {
  const bare = title
    .replace(/^#\s?\d{1,5}\s*[:.–—|-]\s*/u, '')
    .replace(/\s*[([–—|:-]?\s*#\s?\d{1,5}[)\]]?$/u, '')
    .trim();
  return /\p{L}/u.test(bare) ? bare : title;
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return words(a) === words(b) || words(withoutNumber(a)) === words(withoutNumber(b));
}

/** Front matter is plain text, but people write Markdown and HTML in it. */
function unmarked(title: string): string {
  const plain = title
    .replace(/\[([^\]]+)\]\([^)\s]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(INLINE_TAG, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|&])/g, '$1');
  return decodeEntities(plain).replace(/\s+/g, ' ').trim();
}

/** Only tags by name: in "What `Vec<T>` is" there is none. */
const INLINE_TAG =
  /<\/?(?:abbr|b|br|cite|code|del|em|font|i|ins|mark|q|small|span|strike|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/gi;

function fromFileName(file: string): string {
  const parts = file.replace(/\.[^./]+$/, '').split('/');
  const last = parts.at(-1)!;
  const stem = /^(?:index|readme)$/i.test(last) ? (parts.at(-2) ?? last) : last;
  const words = stem
    .replace(/^\d{4}[-_.]?\d{2}[-_.]?\d{2}[-_ ]*/, '')
    .replace(/^\d{1,5}[-_ ]+(?=\p{L})/u, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  if (!/\p{L}/u.test(words)) return /\p{L}|\d/u.test(stem) ? stem : '';
  // A name in capitals as somebody wrote it stays; one made of a slug begins with a capital.
  return words.charAt(0).toUpperCase() + words.slice(1);
}
