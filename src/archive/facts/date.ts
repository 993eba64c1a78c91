// The day an issue was sent.

import type { FactSource, IsoDay, Problem } from '../../model.js';
import type { FrontMatter } from '../front-matter.js';
import { readDay, type DayReading } from './day.js';
import { asText, field } from './fields.js';

export type DayMonthOrder = 'dayFirst' | 'monthFirst';

export interface DateClue {
  date: IsoDay | null;
  source: FactSource | null;
  /** What only the neighbours can settle: the order of day and month, or the year. */
  open: { reading: DayReading; source: FactSource; words: string; line: number | null } | null;
  /** What the digits of this date tell of the archive's way to write dates. */
  order: DayMonthOrder | null;
}

/**
 * Front matter, else header lines, else the file's name or path, else the
 * title, else a line of its own above the text, else the time in a link. The file's own time tells when it was copied,
 * and is never asked.
 */
export function findDate(
  file: string,
  matter: FrontMatter,
  title: string | undefined,
  linkDay: IsoDay | null,
  topLines: readonly string[],
  problems: Problem[],
): DateClue {
  let open: DateClue['open'] = null;
  const given = field(matter, 'date');
  if (given !== undefined) {
    const source: FactSource = matter.form === 'header lines' ? 'header lines' : 'front matter';
    const words = asText(given.value) ?? '';
    const reading = unixDay(given.value) ?? readDay(words);
    if (reading?.kind === 'day') return found(reading, source);
    if (reading === undefined || reading.kind === 'impossible')
      problems.push({
        file,
        line: given.line,
        kind: 'date',
        what: `“${given.key}” is “${words}”, which is no day.`,
        how: `Write ${given.key}: YYYY-MM-DD.`,
      });
    else open = { reading, source, words, line: given.line };
  }
  const places: [string, FactSource][] = [
    [
      file
        .split('/')
        .at(-1)!
        .replace(/\.[^.]+$/, ''),
      'file name',
    ],
    [file.replace(/\/[^/]*$/, ''), 'path'],
    [title ?? '', 'title'],
    ...topLines.filter(isDateLine).map((line): [string, FactSource] => [line, 'text']),
  ];
  for (const [words, source] of places) {
    const reading = readDay(source === 'path' ? `/${words}/` : words);
    if (reading?.kind === 'day') return found(reading, source);
    if (
      reading?.kind === 'either' ||
      (reading?.kind === 'no year' && (source === 'title' || source === 'text'))
    )
      open ??= { reading, source, words, line: null };
  }
  if (linkDay !== null && open === null)
    return { date: linkDay, source: 'link', open: null, order: null };
  return { date: null, source: null, open, order: null };
}

function found(reading: DayReading & { kind: 'day' }, source: FactSource): DateClue {
  return { date: reading.day, source, open: null, order: reading.order ?? null };
}

/** "Tuesday, May 14, 2024 · by Ada": little but a date. In a sentence a date is what it speaks of. */
function isDateLine(line: string): boolean {
  return (
    line.length <= 60 &&
    /\d/.test(line) &&
    line.split(/\s+/).length <= 9 &&
    !/[.!?;]\s*$/.test(line)
  );
}

/** Seconds or milliseconds since 1970, as some exports write them. */
function unixDay(value: unknown): DayReading | undefined {
  const digits = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  if (!/^\d{10}(?:\d{3})?$/.test(digits)) return undefined;
  const ms = digits.length === 10 ? Number(digits) * 1000 : Number(digits);
  return { kind: 'day', day: new Date(ms).toISOString().slice(0, 10) };
}
