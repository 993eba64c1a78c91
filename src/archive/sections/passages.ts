// Where sections begin: headings, and the lines and list items that act as such.

import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { SectionForm } from '../../model.js';
import { boldLine } from './bold-line.js';
import { ledItems } from './led-items.js';

/** A section to be: its heading, and what stands below. */
export interface Passage {
  form: SectionForm;
  /** 0 for the lede, 1 to 6 for headings; what acts as a heading lies below all of them. */
  level: number;
  heading: string;
  /** The anchor that the author gave. */
  id?: string | undefined;
  line: number;
  blocks: RootContent[];
}

export const BOLD_LINE_LEVEL = 7;
export const LIST_ITEM_LEVEL = 8;
export const TOPIC_LEVEL = 9;

/** The passages of a tree in reading order; the first is the lede, which may be empty. */
export function findPassages(tree: Root): Passage[] {
  const passages: Passage[] = [lede()];
  // Where an author uses headings, a bold line that ends with a colon leads in
  // a list below the heading; where there is no heading, it is all there is.
  const colons = !tree.children.some(({ type }) => type === 'heading');
  tree.children.forEach((node, index) => {
    const next = tree.children[index + 1];
    for (const part of partsOf(node, next, colons)) {
      if ('form' in part) passages.push(part);
      else passages.at(-1)!.blocks.push(part);
    }
  });
  passages[0]!.line = passages[0]!.blocks[0]?.position?.start.line ?? 0;
  return passages;
}

function lede(): Passage {
  return { form: 'lede', level: 0, heading: '', line: 0, blocks: [] };
}

type Part = Passage | RootContent;

function partsOf(node: RootContent, next: RootContent | undefined, colons: boolean): Part[] {
  if (node.type === 'heading') return headingPassage(node);
  if (node.type === 'paragraph') return boldLine(node, next, colons) ?? [node];
  if (node.type === 'list') return ledItems(node, next) ?? [node];
  return [node];
}

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

/** The words of a heading, on one line; of a heading that is only an image, its description. */
export function headingText(children: readonly PhrasingContent[]): string {
  const words = toString(withoutNotes(children), { includeImageAlt: false });
  const text = words.trim() === '' ? toString(withoutNotes(children)) : words;
  return text.replace(/\s+/g, ' ').trim();
}

function withoutNotes(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.filter(({ type }) => type !== 'footnoteReference');
}

/**
 * What a heading holds beside its words: a section's heading is plain text, so
 * its images and the address that it leads to go to the top of the section.
 */
export function keptFromHeading(children: readonly PhrasingContent[]): Paragraph[] {
  const kept: PhrasingContent[] = [];
  const collect = (node: Nodes) => {
    if (node.type === 'link' && !node.url.startsWith('#')) kept.push(node);
    else if (node.type === 'image' || node.type === 'footnoteReference') kept.push(node);
    else if ('children' in node) node.children.forEach(collect);
  };
  children.forEach(collect);
  return kept.map((node) => ({ type: 'paragraph', children: [node] }));
}
