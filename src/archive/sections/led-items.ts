// List items that act as sections: those led by bold words, or by a link, with a
// passage behind them. In the archives that were looked at, more of a
// newsletter's structure stands in such items than in headings.

import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isBold, isHeadingLike } from './bold-line.js';
import { headingText, keptFromHeading, LIST_ITEM_LEVEL, type Passage } from './passage.js';
import { countWords, median } from './words.js';

/**
 * A reader who follows a concept to an item wants a passage, not a line: items
 * most of which are shorter than this stay together, as one list in one section.
 */
const MIN_WORDS = 25;
/** In an issue without headings, items are all the structure there is. */
const MIN_WORDS_BARE = 12;
/** Of the leads of a list, how many must differ. */
const MIN_NAMES = 0.8;

/**
 * The passages of a list whose items are led; undefined for any other list.
 *
 * @param next the block below the list
 * @param bare the issue has no headings
 * @param only the list is all there is
 */
export function ledItems(
  list: List,
  next: RootContent | undefined,
  { bare, only }: { bare: boolean; only: boolean },
): (Passage | RootContent)[] | undefined {
  const leads = list.children.map(leadOf);
  const led = leads.filter((lead) => lead !== undefined);
  if (led.length === 0) return undefined;
  const isHeading = (index: number) => leads[index]?.alone === true;
  const words = list.children.map((item) => countWords(toString(item)));
  if (bare && areBulletedHeadings(list.children.length, isHeading, next !== undefined || only)) {
    const points = words.filter((_, index) => !isHeading(index));
    const arePassages = led.length === leads.length && median(points) >= MIN_WORDS_BARE;
    return passagesOf(
      list,
      arePassages ? leads : leads.map((lead) => (lead?.alone === true ? lead : undefined)),
    );
  }

  // The same words before item after item ("Driver", "Note") are labels, and name none of them.
  const names = new Set(led.map(({ heading }) => heading)).size;
  if (names < led.length * MIN_NAMES) return undefined;
  if (bare && standApart(list, leads)) return passagesOf(list, leads);
  if (led.length * 3 < list.children.length * 2) return undefined;
  // One item, only bold, with a text below: a heading that was given a bullet.
  const single = list.children.length === 1 && next !== undefined;
  const bullet = single && (bare || led[0]!.alone);
  return bullet || median(words) >= (bare ? MIN_WORDS_BARE : MIN_WORDS)
    ? passagesOf(list, leads)
    : undefined;
}

/** Items that are only bold, each with other items, or the text below the list, as its own. */
function areBulletedHeadings(
  count: number,
  isHeading: (index: number) => boolean,
  hasTextBelow: boolean,
): boolean {
  let headings = 0;
  let followed = 0;
  for (let index = 0; index < count; index += 1) {
    if (!isHeading(index)) continue;
    headings += 1;
    if (index + 1 < count ? !isHeading(index + 1) : hasTextBelow) followed += 1;
  }
  return headings > 0 && followed * 2 >= headings;
}

/**
 * Led items with an empty line before each, and items below them without one:
 * two kinds of item that Markdown has made one list.
 */
function standApart(list: List, leads: readonly (Lead | undefined)[]): boolean {
  if (leads.every((lead) => lead !== undefined)) return false;
  return list.children.every((item, index) => {
    const before = list.children[index - 1]?.position?.end.line;
    if (before === undefined || item.position === undefined) return true;
    return item.position.start.line - before > 1 === (leads[index] !== undefined);
  });
}

function passagesOf(list: List, leads: readonly (Lead | undefined)[]): (Passage | RootContent)[] {
  const parts: (Passage | RootContent)[] = [];
  let plain: List | undefined;
  list.children.forEach((item, index) => {
    const lead = leads[index];
    if (lead === undefined && plain !== undefined) plain.children.push(item);
    else if (lead === undefined) {
      plain = { ...list, start: startOf(list, index), children: [item] };
      parts.push(plain);
    } else {
      plain = undefined;
      parts.push({
        form: list.ordered === true ? 'step' : 'list item',
        level: LIST_ITEM_LEVEL,
        heading: lead.heading,
        line: item.position?.start.line ?? 0,
        blocks: lead.blocks,
      });
    }
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
  const opens = /^["“‘'([«¿¡]*[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{So}]/u.test(heading);
  const ends = after === '' || /[:.?!–—：。？！]$/u.test(heading) || /^[:.–—：-]/u.test(after);
  const begins = /^["“‘'(«¿¡]*[\p{Lu}\p{Lo}]/u.test(after);
  if (!isHeadingLike(heading.replace(/\.$/, '')) || !opens || !(ends || begins)) return undefined;
  const text = withoutSeparator(rest);
  const blocks: RootContent[] = [...keptFromHeading([lead])];
  if (text.length > 0) blocks.push({ ...first, children: text });
  blocks.push(...(others as RootContent[]));
  return {
    heading: heading.replace(/\s*[:.：。]$/u, ''),
    alone: after === '' || /^[:：]$/.test(after),
    blocks,
  };
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
