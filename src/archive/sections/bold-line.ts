// A line that is only bold, and so acts as a heading.

import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { BOLD_LINE_LEVEL, headingText, keptFromHeading, type Passage } from './passage.js';
import { stepNumber } from './steps.js';
import { countWords } from './words.js';

const MAX_LENGTH = 110;

/**
 * @param colons whether a line that ends with a colon counts
 * @param only whether the line is all there is
 * @returns the passage that the line begins, and what follows on the next line; undefined for prose
 */
export function boldLine(
  node: Paragraph,
  next: RootContent | undefined,
  { colons, only }: { colons: boolean; only: boolean },
): (Passage | RootContent)[] | undefined {
  const line = firstLine(node.children);
  if (line === undefined) return undefined;
  const written = headingText(line.bold);
  const heading = written.replace(/\s*[:：]$/, '');
  if (!isHeadingLike(written) || !isHeadingLike(heading)) return undefined;
  if (heading !== written && !colons) return undefined;
  // Bold words that stand last are a call or a sign-off: a heading has a text.
  if (line.rest.length === 0 && next === undefined && !only) return undefined;
  const rest: RootContent[] = keptFromHeading(line.bold);
  if (line.rest.length > 0) rest.push({ ...node, children: line.rest });
  return [
    {
      form: stepNumber(heading) === null ? 'bold line' : 'step',
      level: BOLD_LINE_LEVEL,
      heading,
      line: node.position?.start.line ?? 0,
      blocks: rest,
    },
  ];
}

/** Short, with a letter, and no sentence: that ends with a full stop, or is a call of two. */
export function isHeadingLike(text: string): boolean {
  return (
    text.length <= MAX_LENGTH &&
    /\p{L}/u.test(text) &&
    !/[.,;。、]["”’)]?$/u.test(text.replace(/\.{3}$/, '…')) &&
    !(text.endsWith('!') && (countWords(text) > 8 || /\p{L}[.!?]\s/u.test(text)))
  );
}

interface FirstLine {
  bold: PhrasingContent[];
  rest: PhrasingContent[];
}

/** The bold nodes of a paragraph's first line, where they are all of it. */
function firstLine(children: readonly PhrasingContent[]): FirstLine | undefined {
  const bold: PhrasingContent[] = [];
  let hasBold = false;
  for (const [index, child] of children.entries()) {
    if (isBold(child)) {
      bold.push(child);
      hasBold = true;
    } else if (child.type === 'break') {
      return hasBold ? { bold, rest: children.slice(index + 1) } : undefined;
    } else if (child.type === 'text') {
      const [before, ...after] = child.value.split('\n');
      // A colon, a number or an emoji may stand outside the bold words.
      if (!/^[^\p{L}.,;]{0,8}$/u.test(before!)) return undefined;
      bold.push({ type: 'text', value: before! });
      if (after.length === 0) continue;
      if (!hasBold) return undefined;
      const rest: PhrasingContent = { type: 'text', value: after.join('\n') };
      return { bold, rest: [rest, ...children.slice(index + 1)] };
    } else if (child.type === 'image' || child.type === 'footnoteReference') bold.push(child);
    else return undefined;
  }
  return hasBold ? { bold, rest: [] } : undefined;
}

/** Bold, or emphasis or a link around nothing but bold words. */
export function isBold(node: PhrasingContent): boolean {
  if (node.type === 'strong') return toString(node).trim() !== '';
  if (node.type !== 'emphasis' && node.type !== 'link') return false;
  return (
    node.children.some(isBold) &&
    node.children.every((child) => isBold(child) || toString(child).trim() === '')
  );
}
