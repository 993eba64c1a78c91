// An archive as stretches of words for the search for concepts: without code,
// without what is printed in issue after issue, cut at every punctuation mark.

import { touches } from '../mentions/marks.js';
import { words } from '../words.js';
import type { IssueText, SectionText } from './issue-text.js';
import type { SetApart } from './set-apart.js';

/**
 * The words of all stretches in one row, with a border before the first and after
 * each. Words are millions: columns of numbers hold them in little room.
 */
export interface Reading {
  stretches: readonly Stretch[];
  /** The words' keys, by number. */
  keys: readonly string[];
  /** Of each word the number of its key, or `BORDER`. */
  words: Int32Array;
  /** Where it stands in its stretch's text. */
  starts: Int32Array;
  ends: Int32Array;
  /** The number of its stretch. */
  stretchOf: Int32Array;
}

export const BORDER = 0;

/** Words that stand together with nothing but blanks or hyphens between them. */
export interface Stretch {
  /** Index of the issue. */
  issue: number;
  section: SectionText;
  place: 'heading' | 'text';
  /** The heading, or the section's text. */
  text: string;
  /** The first of its words, and the border after the last. */
  first: number;
  end: number;
  /** The stretch begins a sentence, or stands in a heading: its capitals say nothing. */
  opens: boolean;
  /**
   * The stretch is a line of its own, or begins one and is set off by a colon or a
   * dash: where an entry of a list, a step or a definition names its subject.
   */
  leads: boolean;
  /** The runs of its words that are set apart: linked, bold or in italics. */
  apart: readonly RunApart[];
}

/** Words that follow one another: the first, and how many. */
export interface Run {
  start: number;
  length: number;
}

export type RunApart = Run & Pick<SetApart, 'named'>;

/** A line in this many issues, and in this share of them, is printed by habit. */
const HABIT_ISSUES = 4;
const HABIT_SHARE = 0.02;

export function readStretches(issues: readonly IssueText[]): Reading {
  const habitual = habitualLines(issues);
  const numbers = new Map<string, number>();
  const row = { words: [BORDER], starts: [0], ends: [0], stretchOf: [0] };
  const stretches: Stretch[] = [];

  const add = (issue: number, section: SectionText, place: Stretch['place'], cut: CutStretch) => {
    const { keys, starts, ends, opens, leads } = cut;
    const first = row.words.length;
    keys.forEach((key, index) => {
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size + 1));
      addWord(number, starts[index]!, ends[index]!);
    });
    const text = place === 'heading' ? section.heading : section.text;
    const apart = cut.apart.map((run) => ({ ...run, start: first + run.start }));
    const end = row.words.length;
    addWord(BORDER, 0, 0);
    stretches.push({ issue, section, place, text, first, end, opens, leads, apart });
  };
  const addWord = (word: number, start: number, end: number) => {
    row.words.push(word);
    row.starts.push(start);
    row.ends.push(end);
    row.stretchOf.push(stretches.length);
  };

  issues.forEach(({ sections }, issue) => {
    for (const section of sections) {
      const { heading, text, code, apart } = section;
      if (!section.stock && !habitual.has(heading.trim()))
        for (const cut of cutStretches(heading, 0, 'heading', []))
          add(issue, section, 'heading', cut);
      let [start, next] = [0, 0];
      for (const line of text.split('\n')) {
        const first = next;
        while (next < apart.length && apart[next]!.start < start + line.length) next += 1;
        if (!habitual.has(line.trim()))
          for (const cut of cutStretches(line, start, 'text', apart.slice(first, next)))
            if (!touches(code, cut.starts[0]!, cut.ends.at(-1)!)) add(issue, section, 'text', cut);
        start += line.length + 1;
      }
    }
  });
  return {
    stretches,
    keys: ['', ...numbers.keys()],
    words: new Int32Array(row.words),
    starts: new Int32Array(row.starts),
    ends: new Int32Array(row.ends),
    stretchOf: new Int32Array(row.stretchOf),
  };
}

export function keysOf({ start, length }: Run, { words, keys }: Reading): string[] {
  return Array.from(words.subarray(start, start + length), (word) => keys[word]!);
}

function habitualLines(issues: readonly IssueText[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { sections } of issues) {
    const lines = new Set(
      sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')].map((l) => l.trim())),
    );
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const least = Math.max(HABIT_ISSUES, issues.length * HABIT_SHARE);
  // A line of a few words is a name as often as a habit.
  return new Set(
    [...counts]
      .filter(([line, count]) => count >= least && line.split(' ').length > 3)
      .map(([line]) => line),
  );
}

/** A stretch that is not in the row yet. */
interface CutStretch extends Pick<Stretch, 'opens' | 'leads'> {
  keys: string[];
  starts: number[];
  ends: number[];
  /** By their places within the stretch. */
  apart: RunApart[];
}

function cutStretches(
  line: string,
  offset: number,
  place: Stretch['place'],
  apart: readonly SetApart[],
): CutStretch[] {
  const found: CutStretch[] = [];
  let stretch: CutStretch | undefined;
  let end = 0;
  for (const word of words(line)) {
    // login.gov, Node.js: one name, whatever stands before the full stop.
    if (stretch !== undefined && word.gap === '.' && word.start === end + 1) {
      stretch.keys[stretch.keys.length - 1] += `.${word.key}`;
      stretch.ends[stretch.ends.length - 1] = offset + word.end;
      end = word.end;
      continue;
    }
    const before = line.slice(end, word.start);
    // Between blanks a hyphen is a dash.
    const gap = /\s[-–]\s/u.test(before) ? '–' : word.gap;
    if (stretch === undefined || gap !== '') {
      const opens = place === 'heading' || end === 0 || /[.!?:;•。！？：]/u.test(before);
      const leads = found.length === 0;
      if (stretch?.leads === true) stretch.leads = LEAD_END.test(gap);
      stretch = { keys: [], starts: [], ends: [], opens, leads, apart: [] };
      found.push(stretch);
    }
    stretch.keys.push(word.key);
    stretch.starts.push(offset + word.start);
    stretch.ends.push(offset + word.end);
    end = word.end;
  }
  if (found.length === 1 && !LEAD_END.test(line.slice(end).trim())) found[0]!.leads = false;
  if (apart.length > 0) for (const one of found) one.apart = runsWithin(one, apart);
  return found;
}

/** The ranges as words of the stretch, those that it holds whole. */
function runsWithin({ starts, ends }: CutStretch, ranges: readonly SetApart[]): RunApart[] {
  const [from, to] = [starts[0]!, ends.at(-1)!];
  return ranges.flatMap((range) => {
    // A quotation mark may stand at either end.
    if (range.start < from - 1 || range.end > to + 1) return [];
    const start = starts.findIndex((one) => one >= range.start);
    const end = ends.findLastIndex((one) => one <= range.end) + 1;
    return start >= 0 && end > start ? [{ start, length: end - start, named: range.named }] : [];
  });
}

/** What sets a name off from what is said of it; nothing, where it is alone on its line. */
const LEAD_END = /^(?:[:：–—]|-{1,2})?$/u;
