// An issue's tree to its sections.

import type { Root } from 'mdast';
import type { Section } from '../../model.js';
import { anchor, sectionId, unique, type Anchor, type IssueSlug } from '../../slug.js';
import { plainText } from '../../text/plain-text.js';
import { giveFootnotes } from './footnotes.js';
import type { Passage } from './passage.js';
import { findPassages } from './passages.js';
import { splitByTopic } from './topics.js';

/** What the sections of an issue need to know of it. */
export interface SplitContext {
  slug: IssueSlug;
  title: string;
  language: string | null;
  /** The line on which the text begins. */
  line: number;
}

/**
 * Splits by headings, lines and list items that act as headings, and, where a
 * stretch has none of them, by topic. Every word of the tree is in the heading
 * or the text of some section, in reading order. At least one section.
 *
 * @param tree without raw HTML and definitions; the sections take its nodes over
 */
export function splitSections(tree: Root, context: SplitContext): Section[] {
  const passages = findPassages(tree).flatMap(splitByTopic);
  // The lede, the text before the first heading, is a section of its own: it is
  // often the essay itself, and an index that starts at the first heading loses it.
  const lede = passages[0]!;
  const kept = lede.blocks.length === 0 && passages.length > 1 ? passages.slice(1) : passages;
  const taken = new Set<string>();
  // An author's own id comes first: another heading must not take it away.
  for (const { id } of kept) if (id !== undefined) taken.add(anchor(id));

  const above: Passage[] = [];
  const used = new Set<string>();
  const sections = kept.map((passage): Section => {
    while (above.length > 0 && above.at(-1)!.level >= passage.level) above.pop();
    const isLede = passage.form === 'lede';
    const own = anchorOf(passage, taken, used);
    const section: Section = {
      id: sectionId(context.slug, own),
      issue: context.slug,
      anchor: own,
      formerAnchors: [],
      heading: isLede ? context.title : passage.heading,
      form: passage.form,
      depth: isLede ? 0 : above.length + 1,
      trail: isLede ? [] : [context.title, ...above.map(({ heading }) => heading)],
      tree: { type: 'root', children: passage.blocks },
      text: '',
      stock: false,
      language: context.language,
      line: passage.line || context.line,
    };
    if (!isLede) above.push(passage);
    return section;
  });
  giveFootnotes(sections);
  for (const section of sections) section.text = plainText(section.tree).text;
  return sections;
}

/** `lede`; the author's own id; else from the heading's words, so that the text may change. */
function anchorOf(passage: Passage, taken: Set<string>, used: Set<string>): Anchor {
  if (passage.form === 'lede') return unique(anchor('lede'), taken);
  if (passage.id !== undefined) {
    const own = anchor(passage.id);
    if (!used.has(own)) {
      used.add(own);
      return own;
    }
  }
  return unique(anchor(passage.heading), taken);
}
