// What is counted of an issue: its words, and which concepts its sections speak
// of, how often and where. All of it can be told from the issue alone, by one glossary.

import type { Section } from '../../model.js';
import type { IssueSlug } from '../../slug.js';
import { rowsAt, type MentionRow, type PackedMentions } from '../mentions/packed-mentions.js';
import type { IssueWords } from './issue-words.js';

export interface LinkedIssue {
  sections: readonly Section[];
  mentions: PackedMentions;
  words: IssueWords;
  /** Of these sections and mentions. */
  spoken: SpokenRows;
}

export interface IssueCounts extends LinkedIssue {
  slug: IssueSlug;
  counts: readonly SectionCounts[];
}

/** A section, as its place in an issue. */
export interface SectionCounts {
  section: Section;
  issue: IssueCounts;
  place: number;
}

/** A row for every section and each concept that it speaks of. Can be cloned and stored. */
export interface SpokenRows {
  /** Where each section's begin; one more than there are sections. */
  starts: Uint32Array;
  /** The concept's rank in the glossary. */
  ranks: Uint32Array;
  /** How often it is mentioned, and how often of these in the text. */
  times: Uint16Array;
  inText: Uint16Array;
  /** 1 where the heading names the concept, unless it is a stock heading, which says nothing. */
  headed: Uint8Array;
  /** How much the section is about the concept, but for how often its text names it. */
  about: Float32Array;
}

export function countIssue(slug: IssueSlug, linked: LinkedIssue): IssueCounts {
  const issue: IssueCounts = { ...linked, slug, counts: [] };
  issue.counts = linked.sections.map((section, place) => ({ section, issue, place }));
  return issue;
}

/** @param sections of one issue */
export function countSpokenRows(
  sections: readonly Section[],
  mentions: PackedMentions,
): SpokenRows {
  const groups = sections.map((_, place) => groupByRank(rowsAt(mentions, place)));
  const size = groups.reduce((sum, group) => sum + group.size, 0);
  const spoken = emptySpoken(sections.length, size);
  const namedIn = conceptsByHeading(sections, groups);
  let at = 0;
  groups.forEach((group, place) => {
    const section = sections[place]!;
    // The first of the trail is the issue's title.
    const above = section.trail.slice(1).map((heading) => namedIn.get(heading));
    const all = [...group.values()].reduce((sum, rows) => sum + rows.length, 0);
    for (const [rank, rows] of group) {
      spoken.ranks[at] = rank;
      spoken.times[at] = rows.length;
      spoken.inText[at] = rows.filter(({ place }) => place === 'text').length;
      spoken.headed[at] = !section.stock && rows.some(({ place }) => place === 'heading') ? 1 : 0;
      spoken.about[at] =
        aboutness(section, sections.length > 1, rows, rows.length / all) +
        (above.some((ranks) => ranks?.has(rank)) ? IN_TRAIL : 0);
      at += 1;
    }
    spoken.starts[place + 1] = at;
  });
  return spoken;
}

/** Its columns lie in one piece of memory: each piece of its own would take more room than most columns do. */
function emptySpoken(sections: number, rows: number): SpokenRows {
  const ofStarts = 4 * (sections + 1);
  const memory = new ArrayBuffer(ofStarts + 13 * rows);
  return {
    starts: new Uint32Array(memory, 0, sections + 1),
    ranks: new Uint32Array(memory, ofStarts, rows),
    about: new Float32Array(memory, ofStarts + 4 * rows, rows),
    times: new Uint16Array(memory, ofStarts + 8 * rows, rows),
    inText: new Uint16Array(memory, ofStarts + 10 * rows, rows),
    headed: new Uint8Array(memory, ofStarts + 12 * rows, rows),
  };
}

/**
 * What a first mention at the very beginning adds; it falls to a third in so
 * many characters: what a passage is about stands in its first sentence.
 */
const EARLY = 4;
const EARLY_FALL = 60;
/** A heading says what its passage is about; all the more when it says nothing else. */
const IN_HEADING = 4;
const WHOLE_HEADING = 3;
/** A passage below a heading that names the concept. */
const IN_TRAIL = 1;
/** Front matter and title speak of the whole issue, and are kept with its first section. */
const OF_ISSUE = 4;
const SHARE = 0.5;

/** @param share the concept's part of all that the passage speaks of */
function aboutness(
  { form, stock, heading }: Section,
  hasOthers: boolean,
  rows: readonly MentionRow[],
  share: number,
): number {
  // The first of several sections bears its issue's title, which speaks for them all.
  const titled = form === 'lede' && hasOthers;
  const inHeading = stock ? undefined : rows.find(({ place }) => place === 'heading');
  const headed = titled ? undefined : inHeading;
  const ofIssue =
    (titled && inHeading !== undefined) || rows.some(({ place }) => place === 'front matter');
  const first = headed === undefined ? rows.find(({ place }) => place === 'text')?.start : 0;
  return (
    (first === undefined ? 0 : EARLY * Math.exp(-first / EARLY_FALL)) +
    SHARE * share +
    (headed === undefined
      ? 0
      : IN_HEADING + (WHOLE_HEADING * (headed.end - headed.start)) / Math.max(1, heading.length)) +
    (ofIssue ? OF_ISSUE : 0)
  );
}

function groupByRank(rows: readonly MentionRow[]): Map<number, MentionRow[]> {
  const groups = new Map<number, MentionRow[]>();
  for (const row of rows) {
    const group = groups.get(row.rank);
    if (group === undefined) groups.set(row.rank, [row]);
    else group.push(row);
  }
  return groups;
}

/** The concepts that each of the issue's headings names. */
function conceptsByHeading(
  sections: readonly Section[],
  groups: readonly ReadonlyMap<number, readonly MentionRow[]>[],
): Map<string, Set<number>> {
  const named = new Map<string, Set<number>>();
  sections.forEach(({ heading }, place) => {
    for (const [rank, rows] of groups[place]!) {
      if (!rows.some(({ place }) => place === 'heading')) continue;
      named.set(heading, (named.get(heading) ?? new Set()).add(rank));
    }
  });
  return named;
}
