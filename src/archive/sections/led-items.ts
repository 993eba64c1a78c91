// List items that act as sections: those led by bold words, or by a link, with a
// passage behind them. In the archives that were looked at, more of a
// newsletter's structure stands in such items than in headings.

import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isBold, isHeadingLike } from './bold-line.js';
import { headingText, keptFromHeading, LIST_ITEM_LEVEL, type Passage } from './passages.js';
import { countWords } from './words.js';

/**
 * A reader who follows a concept to an item wants a passage, not a line: items
 * shorter than this on average stay together, as one list in one section.
 */
const MIN_WORDS = 25;

/** The passages of a list whose items are led; undefined for any other list. */
export function ledItems(
  list: List,
  next: RootContent | undefined,
): (Passage | RootContent)[] | undefined {
  const leads = list.children.map(leadOf);
  const led = leads.filter((lead) => lead !== undefined);
  if (led.length === 0 || led.length * 3 < list.children.length * 2) return undefined;
  const alone = led.filter(({ alone }) => alone).length;
  const words = countWords(toString(list)) / list.children.length;
  // One item, only bold, with a text below: a heading that was given a bullet.
  const bullet = list.children.length === 1 && alone === 1 && next !== undefined;
  if (!bullet && words < MIN_WORDS) return undefined;

  const parts: (Passage | RootContent)[] = [];
  list.children.forEach((item, index) => {
    const lead = leads[index];
    if (lead === undefined) parts.push({ ...list, start: startOf(list, index), children: [item] });
    else
      parts.push({
        form: list.ordered === true ? 'step' : 'list item',
        level: LIST_ITEM_LEVEL,
        heading: lead.heading,
        line: item.position?.start.line ?? 0,
        blocks: lead.blocks,
      });
  });
  return parts;
}

function startOf(list: List, index: number): number | null {
  return list.ordered === true ? (list.start ?? 1) + index : null;
}

interface Lead {
  heading: string;
  /** Nothing else stands in the lead's paragraph. */
  alone: boolean;
  blocks: RootContent[];
}

function leadOf(item: ListItem): Lead | undefined {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph' || typeof item.checked === 'boolean') return undefined;
  const [lead, ...rest] = first.children;
  if (lead === undefined) return undefined;
  const after = toString(rest).trim();
  if (!isBold(lead)) return linkLead(lead, after, item);
  const heading = headingText([lead]);
  const opens = /^["“‘'(«¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{So}]/u.test(heading);
  const ends = after === '' || /[:.?!–—：。？！]$/u.test(heading) || /^[:.–—：-]/u.test(after);
  const begins = /^["“‘'(«¿¡]*[\p{Lu}\p{Lo}]/u.test(after);
  if (!isHeadingLike(heading.replace(/\.$/, '')) || !opens || !(ends || begins)) return undefined;
  const text = withoutSeparator(rest);
  const blocks: RootContent[] = [...keptFromHeading([lead])];
  if (text.length > 0) blocks.push({ ...first, children: text });
  blocks.push(...(others as RootContent[]));
  return { heading: heading.replace(/\s*[:.：。]$/u, ''), alone: after === '', blocks };
}

/** The whole item is kept: the link is part of what it says. */
function linkLead(lead: PhrasingContent, after: string, item: ListItem): Lead | undefined {
  if (lead.type !== 'link' || after === '') return undefined;
  const heading = headingText([lead]);
  if (!isHeadingLike(heading.replace(/\.$/, '')) || countWords(heading) < 2) return undefined;
  return { heading, alone: false, blocks: item.children };
}

/** The colon or dash after a lead belongs to neither side. */
function withoutSeparator(rest: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = rest;
  if (first?.type !== 'text') return first?.type === 'break' ? others : [...rest];
  const value = first.value.replace(/^\s*[:：–—-]?\s*/u, '');
  return value === '' ? others : [{ ...first, value }, ...others];
}
