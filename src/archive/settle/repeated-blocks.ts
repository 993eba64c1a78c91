// Sponsors, sign-offs, standing introductions: found by being repeated, not by
// what they say, so that it works in any language.

import { SILENT } from '../fingerprint.js';
import type { Outline } from '../outline.js';
import { byPublication } from './order.js';
import type { SettledIssue, SettledSection } from './settled.js';

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
 * fingerprints.
 */
export async function dropRepeatedBlocks(
  issues: readonly SettledIssue[],
  outlines: ReadonlyMap<string, Outline>,
  turn: () => Promise<void>,
): Promise<SettledIssue[]> {
  const cleaned = new Map<string, SettledIssue>();
  const blocksOf = ({ file }: SettledIssue) => outlines.get(file)!.clues.blocks;
  for (const group of byPublication(issues)) {
    if (group.length < MIN_ISSUES) continue;
    const carriers = new Map<string, { count: number; first: SettledIssue }>();
    const sent = [...group].sort((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
    for (const issue of sent) {
      for (const print of new Set(blocksOf(issue).flat())) {
        const known = carriers.get(print);
        if (known === undefined) carriers.set(print, { count: 1, first: issue });
        else known.count += 1;
      }
      await turn();
    }
    const isRepeated = (print: string, issue: SettledIssue) => {
      if (print === '' || print === SILENT) return false;
      const { count, first } = carriers.get(print)!;
      if (count < MIN_ISSUES || first === issue) return false;
      const share = Number(print.split(':')[0]) >= LONG_WORDS ? MIN_SHARE_LONG : MIN_SHARE_SHORT;
      return count >= group.length * share;
    };
    for (const issue of group) {
      const sections = sectionsLeft(issue, outlines.get(issue.file)!, (print) =>
        isRepeated(print, issue),
      );
      if (sections !== undefined) cleaned.set(issue.file, { ...issue, sections });
      await turn();
    }
  }
  return issues.map((issue) => cleaned.get(issue.file) ?? issue);
}

/** Undefined where nothing goes, or everything would. */
function sectionsLeft(
  issue: SettledIssue,
  { issue: read, clues: { blocks } }: Outline,
  isRepeated: (print: string) => boolean,
): SettledSection[] | undefined {
  if (!blocks.some((prints) => prints.some(isRepeated))) return undefined;
  const left = issue.sections.filter(({ place }) => {
    const prints = blocks[place]!;
    if (!prints.some(isRepeated)) return true;
    const section = read!.sections[place]!;
    const next = read!.sections[place + 1];
    const isParent = next !== undefined && next.depth > section.depth && section.form !== 'lede';
    return isParent || prints.some((print) => print !== SILENT && !isRepeated(print));
  });
  if (left.length === 0) return undefined;
  return left.map((section) => {
    const dropped = blocks[section.place]!.flatMap((print, at) => (isRepeated(print) ? at : []));
    return dropped.length === 0 ? section : { ...section, dropped };
  });
}
