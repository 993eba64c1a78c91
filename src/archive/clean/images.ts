// Images that are no pictures.

import type { Element } from 'hast';
import type { Image, Root } from 'mdast';
import { replaceNodes } from '../each-node.js';

/** `emoji-images`: what mail and blog services draw as an image becomes the emoji itself. */
export function readEmojiImages(tree: Root): void {
  replaceNodes(tree, (node) => {
    const emoji = node.type === 'image' ? emojiOf(node) : null;
    return emoji === null ? undefined : [{ type: 'text', value: emoji }];
  });
}

const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200D|\uFE0F|\u20E3|[\u{E0020}-\u{E007F}]|[\d#*]\uFE0F?\u20E3)+$/u;
const EMOJI_ADDRESS =
  /emoji[^?#]*\/(?:emoji_?u)?([\da-f]{2,6}(?:[-_][\da-f]{2,6})*)(?:\/\d+)?\.(?:png|svg|gif|webp)/i;

function emojiOf({ alt, url }: Image): string | null {
  const words = alt?.trim() ?? '';
  if (words !== '' && EMOJI.test(words) && !/^\d+$/.test(words)) return words;
  const code = EMOJI_ADDRESS.exec(url)?.[1];
  if (code === undefined) return null;
  const points = code.split(/[-_]/).map((hex) => Number.parseInt(hex, 16));
  if (points.some((point) => point > 0x10ffff)) return null;
  const emoji = String.fromCodePoint(...points);
  return EMOJI.test(emoji) ? emoji : null;
}

/** `open-pixels`, in HTML: an image of one pixel, or none, tells the sender that the mail was opened. */
export function isPixel(element: Element): 'drop' | undefined {
  if (element.tagName !== 'img') return undefined;
  const { width, height, style } = element.properties;
  const tiny = (size: unknown) => size === 0 || size === 1 || size === '0' || size === '1';
  const tinyStyle =
    typeof style === 'string' &&
    /(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i.test(style);
  return tiny(width) || tiny(height) || tinyStyle ? 'drop' : undefined;
}

const PIXEL =
  /\/(?:open|pixel|beacon|o|wf\/open|track(?:ing)?\/open)(?:\.(?:php|gif|png|aspx))?(?:[/?]|$)|[/_-](?:1x1|spacer|blank|transparent|pixel|clear)\.(?:gif|png)|^https?:\/\/(?:eotrx|pixel|open|trk|track)\./i;

/** `open-pixels`, in Markdown: an image without a description whose address is that of a counter. */
export function dropPixels(tree: Root): void {
  replaceNodes(tree, (node) =>
    node.type === 'image' && !node.alt && PIXEL.test(node.url) ? [] : undefined,
  );
}
