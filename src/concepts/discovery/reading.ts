// An archive as stretches of words for the search for concepts: without code,
// without what is printed in issue after issue, cut at every punctuation mark.

import type { Issue, Section } from '../../model.js';
import { marksOf } from '../mentions/marks.js';
import { words } from '../words.js';
import { setApart, type Range } from './set-apart.js';

/** Words that stand together with nothing but blanks or hyphens between them. */
export interface Stretch {
  /** Index of the issue. */
  issue: number;
  section: Section;
  place: 'heading' | 'text';
  /** The words' keys, and where they stand in heading or text. */
  keys: string[];
  starts: number[];
  ends: number[];
  /** The stretch begins a sentence, or stands in a heading: its capitals say nothing. */
  opens: boolean;
  /**
   * The stretch is a line of its own, or begins one and is set off by a colon or a
   * dash: where an entry of a list, a step or a definition names its subject.
   */
  leads: boolean;
  /** The runs of its words that are set apart: linked, bold or in italics. */
  apart: (Run & Pick<Range, 'named'>)[];
}

/** Words of a stretch: the index of the first, and how many. */
export interface Run {
  start: number;
  length: number;
}

/** A line in this many issues, and in this share of them, is printed by habit. */
const HABIT_ISSUES = 4;
const HABIT_SHARE = 0.02;

export function readStretches(issues: readonly Issue[]): Stretch[] {
  const habitual = habitualLines(issues);
  const stretches: Stretch[] = [];
  issues.forEach(({ sections }, issue) => {
    for (const section of sections) {
      if (!section.stock && !habitual.has(section.heading.trim()))
        stretches.push(...stretchesOf(issue, section, 'heading', section.heading, 0, []));
      const marks = marksOf(section);
      const apart = setApart(section);
      let [start, next] = [0, 0];
      for (const line of section.text.split('\n')) {
        const first = next;
        while (next < apart.length && apart[next]!.start < start + line.length) next += 1;
        const within = apart.slice(first, next);
        if (!habitual.has(line.trim()))
          for (const stretch of stretchesOf(issue, section, 'text', line, start, within))
            if (!marks.isCode(stretch.starts[0]!, stretch.ends.at(-1)!)) stretches.push(stretch);
        start += line.length + 1;
      }
    }
  });
  return stretches;
}

function habitualLines(issues: readonly Issue[]): Set<string> {
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

function stretchesOf(
  issue: number,
  section: Section,
  place: 'heading' | 'text',
  text: string,
  offset: number,
  apart: readonly Range[],
): Stretch[] {
  const found: Stretch[] = [];
  let stretch: Stretch | undefined;
  let end = 0;
  for (const word of words(text)) {
    // login.gov, Node.js: one name, whatever stands before the full stop.
    if (stretch !== undefined && word.gap === '.' && word.start === end + 1) {
      stretch.keys[stretch.keys.length - 1] += `.${word.key}`;
      stretch.ends[stretch.ends.length - 1] = offset + word.end;
      end = word.end;
      continue;
    }
    const before = text.slice(end, word.start);
    // Between blanks a hyphen is a dash.
    const gap = /\s[-–]\s/u.test(before) ? '–' : word.gap;
    if (stretch === undefined || gap !== '') {
      const opens = place === 'heading' || end === 0 || /[.!?:;•。！？：]/u.test(before);
      const leads = found.length === 0;
      if (stretch?.leads === true) stretch.leads = LEAD_END.test(gap);
      stretch = { issue, section, place, keys: [], starts: [], ends: [], opens, leads, apart: [] };
      found.push(stretch);
    }
    stretch.keys.push(word.key);
    stretch.starts.push(offset + word.start);
    stretch.ends.push(offset + word.end);
    end = word.end;
  }
  if (found.length === 1 && !LEAD_END.test(text.slice(end).trim())) found[0]!.leads = false;
  if (apart.length > 0) for (const one of found) one.apart = runsWithin(one, apart);
  return found;
}

/** The ranges as words of the stretch, those that it holds whole. */
function runsWithin({ starts, ends }: Stretch, ranges: readonly Range[]): Stretch['apart'] {
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
