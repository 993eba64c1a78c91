// An archive as stretches of words for the search for concepts: without code,
// without what is printed in issue after issue, cut at every punctuation mark.

import type { IssueText } from './issue-text.js';
import { createRow, type Row, type Source } from './row.js';

/** A line in this many issues, and in this share of them, is printed by habit. */
const HABIT_ISSUES = 4;
const HABIT_SHARE = 0.02;

export function readStretches(issues: readonly IssueText[]): Row {
  const habitual = habitualLines(issues);
  const row = createRow();
  issues.forEach(({ sections }, issue) => {
    for (const section of sections) {
      const { heading, text, apart } = section;
      if (!section.stock && !habitual.has(heading.trim()))
        row.add({ issue, section, place: 'heading', text: heading }, 0, heading, []);
      const source: Source = { issue, section, place: 'text', text };
      let [start, next] = [0, 0];
      for (const line of text.split('\n')) {
        const first = next;
        while (next < apart.length && apart[next]!.start < start + line.length) next += 1;
        if (!habitual.has(line.trim())) row.add(source, start, line, apart.slice(first, next));
        start += line.length + 1;
      }
    }
  });
  return row.whole();
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
