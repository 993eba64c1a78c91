// Which concept is spoken of where another is the subject: in its definition,
// and in the sections that it heads.

import { rowOf, type ArchiveCounts } from './archive-counts.js';
import type { Definitions } from './definitions.js';
import type { SectionCounts } from './issue-counts.js';
import { rowsAt } from './packed-mentions.js';
import type { RelationReason } from './relation.js';
import { quoteAt } from './sentence.js';
import { issueCount } from './together.js';

/** By rank: how often a concept's definition and the sections that it heads speak of which others. */
export type SpokenOf = (rank: number) => ReadonlyMap<number, number>;

/** Counted when asked for, and once for a state of the archive. */
export function createSpokenOf(counts: ArchiveCounts, { read, ranks }: Definitions): SpokenOf {
  const known = new Map<number, Map<number, number>>();
  return (rank) => {
    let spoken = known.get(rank);
    if (spoken !== undefined) return spoken;
    spoken = new Map();
    for (const [slug, times] of read[rank]!.mentions) spoken.set(ranks.get(slug)!, times);
    for (const { issue, place } of headedBy(counts, rank)) {
      const { starts, ranks, times } = issue.spoken;
      for (let row = starts[place]!; row < starts[place + 1]!; row += 1)
        spoken.set(ranks[row]!, (spoken.get(ranks[row]!) ?? 0) + times[row]!);
    }
    spoken.delete(rank);
    known.set(rank, spoken);
    return spoken;
  };
}

/** The concepts whose definition, or a section that they head, speaks of this one. */
export function speakersOf(
  counts: ArchiveCounts,
  { read, concepts }: Definitions,
  rank: number,
): Set<number> {
  const speakers = new Set<number>();
  const { slug } = concepts[rank]!;
  read.forEach(({ mentions }, from) => {
    if (mentions.has(slug)) speakers.add(from);
  });
  for (const { issue, place } of counts.speaking[rank]!) {
    const { starts, ranks, headed } = issue.spoken;
    for (let row = starts[place]!; row < starts[place + 1]!; row += 1)
      if (headed[row] === 1) speakers.add(ranks[row]!);
  }
  speakers.delete(rank);
  return speakers;
}

/** The sections whose heading speaks of the concept; a stock heading says nothing. */
function headedBy(counts: ArchiveCounts, rank: number): SectionCounts[] {
  return counts.speaking[rank]!.filter(
    (entry) => entry.issue.spoken.headed[rowOf(entry, rank)] === 1,
  );
}

/** Sections headed by `from` whose text speaks of `of`. */
function speakingSections(counts: ArchiveCounts, from: number, of: number): SectionCounts[] {
  return counts.speaking[of]!.filter((entry) => {
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
