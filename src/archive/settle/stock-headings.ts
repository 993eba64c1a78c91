// Headings that many issues carry ("News", "Jobs") say little of a section.

import type { Issue } from '../../model.js';
import { slugify } from '../../slug.js';

/** Fewer than this many issues tell nothing of a habit. */
const MIN_ISSUES = 4;
/** A heading that this share of a publication's issues carry is stock. */
const MIN_SHARE = 0.1;

/** The issues with `stock` set on each section whose heading many issues of its publication carry. */
export function markStockHeadings(issues: readonly Issue[]): Issue[] {
  const carriers = new Map<string, Map<string, number>>();
  const sizes = new Map<string, number>();
  for (const issue of issues) {
    const publication = issue.publication ?? '';
    sizes.set(publication, (sizes.get(publication) ?? 0) + 1);
    const counts = carriers.get(publication) ?? new Map<string, number>();
    carriers.set(publication, counts);
    const headings = new Set(issue.sections.map(({ heading }) => keyOf(heading)));
    for (const heading of headings) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return issues.map((issue) => {
    const counts = carriers.get(issue.publication ?? '')!;
    const least = Math.max(MIN_ISSUES, sizes.get(issue.publication ?? '')! * MIN_SHARE);
    const sections = issue.sections.map((section) => {
      const stock = section.form !== 'lede' && (counts.get(keyOf(section.heading)) ?? 0) >= least;
      return stock === section.stock ? section : { ...section, stock };
    });
    return { ...issue, sections };
  });
}

/** Numbers and marks change from issue to issue ("Call for Participation 3"), the words do not. */
function keyOf(heading: string): string {
  return slugify(heading.replace(/\d+/g, ' '));
}
