// Headings that many issues carry ("News", "Jobs") say little of a section.

import type { Outline, OutlinedSection } from '../outline.js';
import { byPublication } from './order.js';
import type { SettledIssue } from './settled.js';

/** Fewer than this many issues tell nothing of a habit. */
const MIN_ISSUES = 4;
/** A heading that this share of a publication's issues carry is stock. */
const MIN_SHARE = 0.1;

/** The issues with `stock` set on each section whose heading many issues of its publication carry. */
export async function markStockHeadings(
  issues: readonly SettledIssue[],
  outlines: ReadonlyMap<string, Outline>,
  turn: () => Promise<void>,
): Promise<SettledIssue[]> {
  const outlined = ({ file }: SettledIssue): OutlinedSection[] =>
    outlines.get(file)!.issue!.sections;
  const marked = new Map<string, SettledIssue>();
  for (const group of byPublication(issues)) {
    const carriers = new Map<string, number>();
    for (const issue of group) {
      const read = outlined(issue);
      for (const heading of new Set(issue.sections.map(({ place }) => read[place]!.heading)))
        carriers.set(heading, (carriers.get(heading) ?? 0) + 1);
      await turn();
    }
    const least = Math.max(MIN_ISSUES, group.length * MIN_SHARE);
    for (const issue of group) {
      const read = outlined(issue);
      const sections = issue.sections.map((section) => {
        const { form, heading } = read[section.place]!;
        const stock = form !== 'lede' && carriers.get(heading)! >= least;
        return stock === section.stock ? section : { ...section, stock };
      });
      marked.set(issue.file, { ...issue, sections });
      await turn();
    }
  }
  return issues.map(({ file }) => marked.get(file)!);
}
