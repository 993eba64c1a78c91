// Text that would keep the parser busy for minutes, told before it is parsed.
//
// Measured with remark 15: time grows with the square of nested markers on one
// line, of emphasis marks in one paragraph, and of `www.` in one word.

import type { Problem } from '../model.js';

/** Nobody nests a quote or a list deeper than this by hand. */
const MAX_NESTING = 32;
const MAX_EMPHASIS_MARKS = 1500;
const MAX_ADDRESSES_IN_WORD = 20;
const MAX_CELLS_IN_ROW = 300;

/** What opens quotes and lists at the start of a line. */
const NESTING = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*/;

/** The text with such passages made harmless, their words kept, and a problem for each kind. */
export function defuse(file: string, text: string): { text: string; problems: Problem[] } {
  const problems = new Map<string, Problem>();
  const report = (line: number, what: string) => {
    if (!problems.has(what))
      problems.set(what, {
        file,
        line,
        kind: 'markdown',
        what,
        how: 'Write it simpler; its words are kept as plain text.',
      });
  };
  const lines = text.split('\n');
  let paragraphStart = 0;
  let marks = 0;
  lines.forEach((line, index) => {
    let safe = line;
    const nesting = NESTING.exec(line)![0];
    if (nesting.length > MAX_NESTING * 2 && countMarkers(nesting) > MAX_NESTING) {
      report(index + 1, `A line nests lists or quotes more than ${MAX_NESTING} deep.`);
      safe = line.slice(nesting.length);
    }
    if (/^[ \t]{200,}\S/.test(safe)) safe = safe.replace(/^[ \t]+/, ' '.repeat(200));
    if (safe.length > 400) {
      if (countOf(safe, 'www.') > MAX_ADDRESSES_IN_WORD && /(?:www\.\S*){21}/i.test(safe)) {
        report(index + 1, 'A word holds more than twenty web addresses.');
        safe = safe.replaceAll(/www\./gi, 'www\\.');
      }
      if (countOf(safe, '|') > MAX_CELLS_IN_ROW) {
        report(index + 1, `A table row has more than ${MAX_CELLS_IN_ROW} cells.`);
        safe = safe.replaceAll('|', ' ');
      }
    }
    if (safe.trim() === '') {
      paragraphStart = index + 1;
      marks = 0;
    } else {
      marks += countOf(safe, '*') + countOf(safe, '_') + countOf(safe, '~') + countOf(safe, '[');
      if (marks > MAX_EMPHASIS_MARKS) {
        report(paragraphStart + 1, 'A paragraph has more than 1,500 marks of emphasis or links.');
        for (let at = paragraphStart; at < index; at += 1) lines[at] = withoutMarks(lines[at]!);
        safe = withoutMarks(safe);
        marks = 0;
        paragraphStart = index + 1;
      }
    }
    lines[index] = safe;
  });
  return { text: lines.join('\n'), problems: [...problems.values()] };
}

function withoutMarks(line: string): string {
  return line.replace(/[*_~[\]]+/g, ' ');
}

function countMarkers(nesting: string): number {
  return nesting.replace(/\d+/g, '1').replace(/[^>*+1-]/g, '').length;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length))
    count += 1;
  return count;
}
