// Where a candidate for a concept stands in the texts of an archive.

import type { Candidate } from './candidate.js';
import type { SectionText } from './issue-text.js';
import type { Row } from './row.js';

/** Where a candidate stands in a section's text. */
export interface Place {
  section: Pick<SectionText, 'id' | 'issue' | 'text'>;
  start: number;
  end: number;
}

/** In the texts, not in headings; in reading order. */
export function placesOf(
  { at, keys }: Candidate,
  { stretches, stretchOf, starts, ends }: Row,
): Place[] {
  return Array.from(at).flatMap((word) => {
    const { place, section } = stretches[stretchOf[word]!]!;
    if (place === 'heading') return [];
    return [{ section, start: starts[word]!, end: ends[word + keys.length - 1]! }];
  });
}
