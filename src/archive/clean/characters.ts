// Characters that are not seen, or not meant.

import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'mdast';
import { eachNode } from '../each-node.js';

/**
 * `invisible-characters`: filler that mail puts after its preview, soft hyphens,
 * byte order marks and controls of direction go; every kind of space becomes a
 * plain one. Joiners stay where they mean something: within emoji, and in Arabic
 * and Indic scripts.
 */
export function dropInvisible(tree: Root): void {
  eachNode(tree, (node) => {
    if (node.type === 'text') node.value = visible(node.value);
    else if (node.type === 'image' && node.alt) node.alt = visible(node.alt);
  });
}

const FILLER =
  /\u00AD|\u034F|\u061C|[\u115F\u1160]|\u17B4|\u17B5|\u180E|\u200B|[\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F]|\u3164|\uFEFF|\uFFA0|[\u{E0000}-\u{E001F}]/gu;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F]/g;
const JOINERS = /[\u200C\u200D]/;

function visible(text: string): string {
  // Most text is plain, and one test is cheaper than three replacements.
  // eslint-disable-next-line no-control-regex -- the plain characters are a range
  if (/^[\u0000-\u009F\u00A1-\u00AC\u00AE-\u033F]*$/.test(text)) return text;
  const out = text.replace(FILLER, '').replace(SPACES, ' ');
  return JOINERS.test(out) ? withoutStrayJoiners(out) : out;
}

const JOINED_LETTER =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Myanmar}]/u;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;

function withoutStrayJoiners(text: string): string {
  const characters = [...text];
  return characters
    .filter((character, index) => {
      if (character !== '\u200C' && character !== '\u200D') return true;
      const before = characters[index - 1] ?? '';
      const after = characters[index + 1] ?? '';
      if (JOINED_LETTER.test(before)) return after !== '' && !/\s/.test(after);
      return (
        character === '\u200D' &&
        EMOJI.test(before) &&
        /[\p{Extended_Pictographic}\u2640\u2642]/u.test(after)
      );
    })
    .join('');
}

/**
 * `escapes`: entities and backslashes that were escaped twice on their way here,
 * `&amp;nbsp;` or `\\[`, and so would be shown as they stand.
 */
export function unescapeTwice(tree: Root): void {
  eachNode(tree, (node) => {
    if (node.type !== 'text') return;
    let { value } = node;
    for (let n = 0; n < 3 && /&(?:#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8}\d?);/i.test(value); n += 1)
      value = decodeEntities(value);
    node.value = value.replace(/\\(?=[*_[\]#!()>~`.+-])(?<!\\\\)/g, '');
  });
}

/** The characters that named and numbered entities stand for. Tags stay text. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const [node] = fromHtml(text.replaceAll('<', '&lt;'), { fragment: true }).children;
  return node?.type === 'text' ? node.value : text;
}
