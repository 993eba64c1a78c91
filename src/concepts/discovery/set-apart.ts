// Words that the archive itself sets apart: links, and words in bold or italics.
// Who writes "see [Respond to Change](…)" or "the **ladder** of inference" gives
// something its name.

import type { Link, Nodes, Root } from 'mdast';
import type { Piece } from '../../text/plain-text.js';
import type { Range } from '../mentions/marks.js';
import { words } from '../words.js';

export interface SetApart extends Range {
  /** A link to a place of the archive that is called by the very words: "[Double linking](double-linking.md)". */
  named: boolean;
}

/**
 * In reading order; of one within another the outer. Those that lead to another
 * place of the archive, and those within a sentence: an entry of a list that
 * leads elsewhere is a headline.
 *
 * @param pieces those of the tree, of which the text was made
 */
export function setApart(tree: Root, text: string, pieces: readonly Piece[]): SetApart[] {
  const found: SetApart[] = [];
  let leaf = 0;
  const walk = (node: Nodes, within: boolean): void => {
    const begins = !within && APART.has(node.type);
    const first = leaf;
    if (hasWords(node)) leaf += 1;
    if ('children' in node) for (const child of node.children) walk(child, within || begins);
    if (!begins || leaf === first) return;
    const [start, end] = [pieces[first]!.start, pieces[leaf - 1]!.end];
    const inside = leadsWithin(node);
    const named = inside && bareKey(text.slice(start, end)) === lastOfPath(node.url);
    if (inside || isInSentence(text, start, end)) found.push({ start, end, named });
  };
  walk(tree, false);
  return found;
}

const APART = new Set(['link', 'linkReference', 'strong', 'emphasis']);

/** Gives a piece of the plain text. */
function hasWords(node: Nodes): boolean {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value !== '';
    case 'image':
    case 'imageReference':
      return (node.alt ?? '') !== '';
    default:
      return false;
  }
}

function leadsWithin(node: Nodes): node is Link {
  return node.type === 'link' && !/^(?:[a-z]+:)?\/\/|^mailto:/iu.test(node.url);
}

/**
 * Of `../patterns/double-linking.md#why` the words "double linking"; none of an
 * entry of a table of contents, `#why`, or of an issue by its day, `/2017/08/24/why`.
 */
function lastOfPath(url: string): string {
  const path = url.replace(/[?#].*$/su, '').replace(/\/+$/u, '');
  if (/(?:^|\/)(?:19|20)\d{2}\//u.test(path)) return '';
  const last = path.split(/[/:]/u).at(-1)!;
  return bareKey(last.replace(/\.\w+$/u, '').replaceAll('_', ' '));
}

/** A slug has no punctuation, and often no article. */
function bareKey(name: string): string {
  return words(name)
    .map(({ key }) => key)
    .join(' ')
    .replace(/^(?:the|an?) /u, '');
}

/** Words in lower case that a headline or an entry of a list seldom has beside the name. */
const SENTENCE = 4;

function isInSentence(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline === -1 ? undefined : newline);
  const small = `${before} ${after}`.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}/gu) ?? [];
  return small.length >= SENTENCE;
}
