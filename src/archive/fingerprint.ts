// Blocks made comparable across issues.

import { createHash } from 'node:crypto';
import type { RootContent } from 'mdast';
import { plainText } from '../text/plain-text.js';
import { countWords } from './sections/words.js';

/** The fingerprint of a block without any words: a line, an image that nobody described. */
export const SILENT = '-';

/**
 * `words:hash` of a block's words; '' for what may well be the same in many
 * issues and is no standing text: code, tables, images. Numbers count as equal,
 * because a standing text may carry the week's date.
 */
export function fingerprint(block: RootContent): string {
  const written = plainText({ type: 'root', children: [block] }).text;
  if (written === '') return SILENT;
  if (!['paragraph', 'list', 'blockquote'].includes(block.type)) return '';
  const text = written
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = countWords(text);
  if (words < 2) return '';
  return `${words}:${createHash('sha1').update(text).digest('base64').slice(0, 12)}`;
}
