// What is counted of an archive, kept so that one issue can be replaced without
// counting the others again.

import type { IssueSlug, SectionId } from '../../slug.js';
import { partsOf } from '../../slug.js';
import type { Steps } from '../../turns.js';
import type { IssueCounts, SectionCounts } from './issue-counts.js';

export interface ArchiveCounts {
  issues: Map<IssueSlug, IssueCounts>;
  /** How many sections there are, and the words of all of them together. */
  sections: number;
  length: number;
  /**
   * The words of a section on average, in two digits: an edit of one of them leaves
   * what is said of all others as it was.
   */
  mean: number;
  /** By a term's number: how many sections have it. */
  withTerm: number[];
  /** By a concept's rank: the sections that speak of it, in the order of their ids. */
  speaking: SectionCounts[][];
  /** By rank: how often the sections that the concept heads speak of which others. */
  headed: Map<number, number>[];
  /** Grows with each issue that comes or goes. */
  version: number;
  /** By rank: the version at which a section that speaks of the concept last came or went. */
  touched: number[];
}

/** @param concepts how many the glossary has */
export function emptyCounts(concepts: number): ArchiveCounts {
  return {
    issues: new Map(),
    sections: 0,
    length: 0,
    mean: 1,
    withTerm: [],
    speaking: Array.from({ length: concepts }, () => []),
    headed: Array.from({ length: concepts }, () => new Map<number, number>()),
    version: 0,
    touched: Array.from({ length: concepts }, () => 0),
  };
}

/** In the place of what is there of that issue. */
export function addIssue(counts: ArchiveCounts, issue: IssueCounts): void {
  removeIssue(counts, issue.slug);
  counts.version += 1;
  counts.issues.set(issue.slug, issue);
  counts.sections += issue.counts.length;
  for (const length of issue.words.lengths) counts.length += length;
  for (const term of issue.words.terms) {
    while (counts.withTerm.length <= term) counts.withTerm.push(0);
    counts.withTerm[term]! += 1;
  }
  for (const [rank, entries] of byConcept(issue)) {
    counts.touched[rank] = counts.version;
    // No other issue's ids lie between those of one.
    const all = counts.speaking[rank]!;
    const place = placeOf(all, entries[0]!.section.id);
    if (place === all.length) all.push(...entries);
    else all.splice(place, 0, ...entries);
  }
  countHeaded(counts, issue, 1);
  counts.mean = meanLength(counts);
}

export function removeIssue(counts: ArchiveCounts, slug: IssueSlug): void {
  const issue = counts.issues.get(slug);
  if (issue === undefined) return;
  counts.version += 1;
  counts.issues.delete(slug);
  counts.sections -= issue.counts.length;
  for (const length of issue.words.lengths) counts.length -= length;
  for (const term of issue.words.terms) counts.withTerm[term]! -= 1;
  for (const [rank, entries] of byConcept(issue)) {
    counts.touched[rank] = counts.version;
    const all = counts.speaking[rank]!;
    all.splice(placeOf(all, entries[0]!.section.id), entries.length);
  }
  countHeaded(counts, issue, -1);
  counts.mean = meanLength(counts);
}

/** The counts of an archive that has these of its issues alone. */
export function* countsAsOf(
  counts: ArchiveCounts,
  wasOut: (issue: IssueSlug) => boolean,
): Steps<ArchiveCounts> {
  const then = emptyCounts(counts.speaking.length);
  // Issues may come and go meanwhile.
  const issues = [...counts.issues.values()].filter(({ slug }) => wasOut(slug));
  for (const issue of issues) {
    addIssue(then, issue);
    yield;
  }
  return then;
}

export function sectionCounts(counts: ArchiveCounts, id: SectionId): SectionCounts | undefined {
  const issue = counts.issues.get(partsOf(id).issue);
  return issue?.counts.find(({ section }) => section.id === id);
}

/** The row of what a section says of a concept; -1 where it does not speak of it. */
export function rowOf({ issue: { spoken }, place }: SectionCounts, rank: number): number {
  const end = spoken.starts[place + 1]!;
  for (let row = spoken.starts[place]!; row < end; row += 1)
    if (spoken.ranks[row] === rank) return row;
  return -1;
}

/** The ranks of the concepts that a section speaks of. */
export function spokenIn({ issue: { spoken }, place }: SectionCounts): Uint32Array {
  return spoken.ranks.subarray(spoken.starts[place], spoken.starts[place + 1]);
}

function meanLength({ length, sections }: ArchiveCounts): number {
  return Math.max(1, Number((length / Math.max(1, sections)).toPrecision(2)));
}

/** ln(1 + N / n): how much a word says that n of N sections have. */
export function rarity(counts: ArchiveCounts, sectionsWith: number): number {
  return Math.log(1 + counts.sections / Math.max(1, sectionsWith));
}

/** @param sign 1 for an issue that comes, -1 for one that goes */
function countHeaded({ headed }: ArchiveCounts, { spoken, counts }: IssueCounts, sign: 1 | -1) {
  for (const { place } of counts) {
    const [start, end] = [spoken.starts[place]!, spoken.starts[place + 1]!];
    for (let head = start; head < end; head += 1) {
      // A stock heading heads nothing.
      if (spoken.headed[head] === 0) continue;
      const ofHead = headed[spoken.ranks[head]!]!;
      for (let row = start; row < end; row += 1) {
        if (row === head) continue;
        const rank = spoken.ranks[row]!;
        const times = (ofHead.get(rank) ?? 0) + sign * spoken.times[row]!;
        if (times === 0) ofHead.delete(rank);
        else ofHead.set(rank, times);
      }
    }
  }
}

/** The sections that speak of each concept, in the order of their ids. */
function byConcept(issue: IssueCounts): Map<number, SectionCounts[]> {
  const found = new Map<number, SectionCounts[]>();
  const { starts, ranks } = issue.spoken;
  const speaking = issue.counts.filter(({ place }) => starts[place + 1]! > starts[place]!);
  for (const entry of speaking.sort((a, b) => (a.section.id < b.section.id ? -1 : 1))) {
    for (let row = starts[entry.place]!; row < starts[entry.place + 1]!; row += 1) {
      const entries = found.get(ranks[row]!);
      if (entries === undefined) found.set(ranks[row]!, [entry]);
      else entries.push(entry);
    }
  }
  return found;
}

/** Where the first section stands whose id is not before this one. */
function placeOf(all: readonly SectionCounts[], id: SectionId): number {
  // Issues that are taken up from a snapshot come in order.
  if (all.length === 0 || all.at(-1)!.section.id < id) return all.length;
  let from = 0;
  let to = all.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (all[middle]!.section.id < id) from = middle + 1;
    else to = middle;
  }
  return from;
}
