// Where sections begin: headings, and the lines and list items that act as such.

import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { boldLine } from './bold-line.js';
import { ledItems } from './led-items.js';
import { headingText, keptFromHeading, type Passage } from './passage.js';
import { countWords, median } from './words.js';

/** What stands under a heading of the author's is one passage, up to a page of text. */
const MIN_WORDS_BELOW_HEADING = 300;

/** Two bold lines may well be a heading and the one below it. */
const MIN_NAMES = 3;
/** As much as a list item needs where items are all the structure there is. */
const MIN_WORDS_BELOW_LINE = 12;

/** The passages of a tree in reading order; the first is the lede, which may be empty. */
export function findPassages(tree: Root): Passage[] {
  const passages = split(lede(), tree.children, (node) =>
    node.type === 'heading' ? headingPassage(node) : [node],
  );
  passages[0]!.line = passages[0]!.blocks[0]?.position?.start.line ?? 0;
  const hasHeadings = passages.length > 1;
  return passages.flatMap((passage) => splitByLeads(passage, hasHeadings));
}

/**
 * Where an author uses headings, a short passage is not split further, and a
 * bold line that ends with a colon leads in a list. Where there is no heading,
 * bold lines and list items are all the structure there is.
 */
function splitByLeads(passage: Passage, hasHeadings: boolean): Passage[] {
  const words = countWords(passage.blocks.map((block) => toString(block)).join('\n'));
  if (hasHeadings && words < MIN_WORDS_BELOW_HEADING) return [passage];
  const { blocks } = passage;
  const above = { ...passage, blocks: [] };
  const bare = !hasHeadings;
  const only = bare && blocks.length === 1;
  const byLine = (node: RootContent, next: RootContent | undefined): Part[] =>
    (node.type === 'paragraph' ? boldLine(node, next, { colons: bare, only }) : null) ?? [node];
  const lines = areNames(split({ ...above, blocks: [] }, blocks, byLine)) ? asItIs : byLine;
  return split(above, blocks, (node, next) =>
    node.type === 'list' ? (ledItems(node, next, { bare, only }) ?? [node]) : lines(node, next),
  );
}

function asItIs(node: RootContent): Part[] {
  return [node];
}

/**
 * Bold lines with hardly a word between them are a list of names, or a round-up:
 * a reader who follows a concept there wants them all, and not one line.
 */
function areNames([, ...passages]: readonly Passage[]): boolean {
  if (passages.length < MIN_NAMES) return false;
  const words = passages.map(({ blocks }) =>
    countWords(blocks.map((block) => toString(block)).join('\n')),
  );
  return median(words) < MIN_WORDS_BELOW_LINE;
}

/** Puts blocks below `first`, until some part is a passage itself. */
function split(
  first: Passage,
  blocks: readonly RootContent[],
  partsOf: (node: RootContent, next: RootContent | undefined) => Part[],
): Passage[] {
  const passages = [first];
  blocks.forEach((node, index) => {
    for (const part of partsOf(node, blocks[index + 1])) {
      if ('form' in part) passages.push(part);
      else passages.at(-1)!.blocks.push(part);
    }
  });
  return passages;
}

function lede(): Passage {
  return { form: 'lede', level: 0, heading: '', line: 0, blocks: [] };
}

type Part = Passage | RootContent;

function headingPassage(node: Heading): Part[] {
  const heading = headingText(node.children);
  const rest = keptFromHeading(node.children);
  if (heading === '') return rest;
  const id = node.data?.id;
  return [
    {
      form: 'heading',
      level: node.depth,
      heading,
      id,
      line: node.position?.start.line ?? 0,
      blocks: rest,
    },
  ];
}
