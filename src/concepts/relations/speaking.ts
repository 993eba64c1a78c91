// Which concept is spoken of where another is the subject: in its definition,
// and in the sections that it heads.

import type { Definitions } from '../definitions.js';
import { rowsAt } from '../mentions/packed-mentions.js';
import { quoteAt } from '../sentence.js';
import { rowOf, type ArchiveCounts } from './archive-counts.js';
import type { SectionCounts } from './issue-counts.js';
import type { RelationReason } from './relation.js';
import { issueCount, speakingOfBoth } from './together.js';

/**
 * How often a concept's definition and the sections that it heads speak of which
 * others, by rank.
 */
export function spokenBy(
  { headed }: ArchiveCounts,
  { read, ranks }: Definitions,
  rank: number,
): ReadonlyMap<number, number> {
  const { mentions } = read[rank]!;
  if (mentions.size === 0) return headed[rank]!;
  const spoken = new Map(headed[rank]);
  for (const [slug, times] of mentions) {
    const of = ranks.get(slug)!;
    spoken.set(of, (spoken.get(of) ?? 0) + times);
  }
  return spoken;
}

/** How often the one speaks of the other, and of how many it speaks at all. */
export function speaking(
  { headed }: ArchiveCounts,
  { read, ranks, concepts }: Definitions,
  from: number,
  of: number,
): { times: number; others: number } {
  const { mentions } = read[from]!;
  let others = headed[from]!.size;
  for (const slug of mentions.keys()) if (!headed[from]!.has(ranks.get(slug)!)) others += 1;
  const times = (headed[from]!.get(of) ?? 0) + (mentions.get(concepts[of]!.slug) ?? 0);
  return { times, others };
}

/** The concepts whose definition, or a section that they head, speaks of this one. */
export function speakersOf(
  counts: ArchiveCounts,
  definitions: Definitions,
  rank: number,
): Set<number> {
  const speakers = new Set(definitions.speakers[rank]);
  for (const { issue, place } of counts.speaking[rank]!) {
    const { starts, ranks, headed } = issue.spoken;
    for (let row = starts[place]!; row < starts[place + 1]!; row += 1)
      if (headed[row] === 1) speakers.add(ranks[row]!);
  }
  speakers.delete(rank);
  return speakers;
}

/** Sections headed by `from` whose text speaks of `of`. */
function speakingSections(counts: ArchiveCounts, from: number, of: number): SectionCounts[] {
  return speakingOfBoth(counts, from, of).filter((entry) => {
    const { inText, headed } = entry.issue.spoken;
    return inText[rowOf(entry, of)]! > 0 && headed[rowOf(entry, from)] === 1;
  });
}

export function speakingReasons(
  counts: ArchiveCounts,
  { concepts, read }: Definitions,
  from: number,
  of: number,
): RelationReason[] {
  const [speaker, spoken] = [concepts[from]!.slug, concepts[of]!.slug];
  const reasons: RelationReason[] = [];
  if (read[from]!.mentions.has(spoken))
    reasons.push({ kind: 'definition', from: speaker, of: spoken });
  const sections = speakingSections(counts, from, of);
  if (sections.length === 0) return reasons;
  const { section, issue, place } = sections[0]!;
  const { start, end } = rowsAt(issue.mentions, place).find(
    (row) => row.rank === of && row.place === 'text',
  )!;
  reasons.push({
    kind: 'speaks of',
    from: speaker,
    of: spoken,
    sections: sections.length,
    issues: issueCount(sections),
    quote: { section: section.id, text: quoteAt(section.text, start, end) },
  });
  return reasons;
}
