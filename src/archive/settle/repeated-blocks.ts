// Sponsors, sign-offs, standing introductions: found by being repeated, not by
// what they say, so that it works in any language.

import type { Issue, Section } from '../../model.js';
import { plainText } from '../../text/plain-text.js';
import type { Clues } from '../read-issue.js';
import { byPublication } from './order.js';

/** Fewer issues than this may say the same by chance. */
const MIN_ISSUES = 4;
/** A block of a sentence or more is standing text when this share of the issues have it… */
const MIN_SHARE_LONG = 0.02;
/** …and a short one, such as "Thanks for reading!", when this share have. */
const MIN_SHARE_SHORT = 0.1;
const LONG_WORDS = 8;

/**
 * Takes blocks that many issues of a publication carry out of all of them but
 * the first, where they can still be found. A section that had nothing else goes
 * with them, unless it is all that the issue has. Costs a pass over the blocks'
 * fingerprints, and the plain text of the sections that lose one.
 */
export function dropRepeatedBlocks(
  issues: readonly Issue[],
  clues: ReadonlyMap<string, Clues>,
): Issue[] {
  const cleaned = new Map<string, Issue>();
  for (const group of byPublication(issues)) {
    if (group.length < MIN_ISSUES) continue;
    const carriers = new Map<string, { count: number; first: Issue }>();
    const sent = [...group].sort((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
    for (const issue of sent)
      for (const print of new Set(clues.get(issue.file)?.blocks.flat() ?? [])) {
        const known = carriers.get(print);
        if (known === undefined) carriers.set(print, { count: 1, first: issue });
        else known.count += 1;
      }
    const isRepeated = (print: string, issue: Issue) => {
      const known = print === '' ? undefined : carriers.get(print);
      if (known === undefined || known.first === issue) return false;
      const share = Number(print.split(':')[0]) >= LONG_WORDS ? MIN_SHARE_LONG : MIN_SHARE_SHORT;
      return known.count >= Math.max(MIN_ISSUES, group.length * share);
    };
    for (const issue of group) {
      const blocks = clues.get(issue.file)?.blocks;
      if (blocks?.some((prints) => prints.some((print) => isRepeated(print, issue))))
        cleaned.set(
          issue.file,
          withoutBlocks(issue, blocks, (print) => isRepeated(print, issue)),
        );
    }
  }
  return issues.map((issue) => cleaned.get(issue.file) ?? issue);
}

function withoutBlocks(
  issue: Issue,
  blocks: readonly (readonly string[])[],
  isRepeated: (print: string) => boolean,
): Issue {
  const sections = issue.sections.flatMap((section, index): Section[] => {
    const prints = blocks[index] ?? [];
    if (!prints.some(isRepeated)) return [section];
    const children = section.tree.children.filter((_, at) => !isRepeated(prints[at] ?? ''));
    const tree = { ...section.tree, children };
    const { text } = plainText(tree);
    const next = issue.sections[index + 1];
    const isParent = next !== undefined && next.depth > section.depth && section.form !== 'lede';
    return text === '' && !isParent ? [] : [{ ...section, tree, text }];
  });
  return sections.length === 0 ? issue : { ...issue, sections };
}
