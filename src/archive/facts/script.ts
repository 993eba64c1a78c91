// In which script a text is written.

import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Those that newsletters are written in; what is mixed in one language counts as one. */
const SCRIPTS = [
  /\p{Script=Latin}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hangul}/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Thai}/gu,
];
/** Blocks at the top that are enough to tell by. */
const MAX_BLOCKS = 12;

/** Matches each letter of the script that most of the text, code left out, is in. */
export function scriptOf(tree: Root): RegExp {
  const text = tree.children
    .filter(({ type }) => type !== 'code')
    .slice(0, MAX_BLOCKS)
    .map((node) => toString(node))
    .join('\n');
  const counts = SCRIPTS.map((script) => text.match(script)?.length ?? 0);
  return SCRIPTS[counts.indexOf(Math.max(...counts))]!;
}

/** Whether any letter of a text is of the script. */
export function hasScript(text: string, script: RegExp): boolean {
  return text.search(script) !== -1;
}
