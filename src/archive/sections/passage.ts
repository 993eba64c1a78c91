// What a passage is, and what its heading says.

import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { SectionForm } from '../../model.js';

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
