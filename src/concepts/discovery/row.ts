// The words of an archive, cut into stretches, in one row.

import { touches } from '../mentions/marks.js';
import { words as wordsOf } from '../words.js';
import type { SectionText } from './issue-text.js';
import type { SetApart } from './set-apart.js';

/**
 * The words of all stretches in reading order, with a border before the first and after
 * each. Words are millions: columns of numbers hold them in little room.
 */
export interface Row {
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

/** What a stretch is cut from. */
export interface Source {
  /** Index of the issue. */
  issue: number;
  section: SectionText;
  place: 'heading' | 'text';
  /** The heading, or the section's text. */
  text: string;
}

/** Words that stand together with nothing but blanks or hyphens between them. */
export interface Stretch extends Source {
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

type RunApart = Run & Pick<SetApart, 'named'>;

/** A row as it is written. */
interface RowWriter {
  /**
   * Adds the stretches of a line but those that touch code.
   *
   * @param offset where the line begins in the source's text
   * @param apart what is set apart within the line
   */
  add(source: Source, offset: number, line: string, apart: readonly SetApart[]): void;
  whole(): Row;
}

export function createRow(): RowWriter {
  const stretches: Stretch[] = [];
  const numbers = new Map<string, number>();
  const keys = [''];
  const words = [BORDER];
  const starts = [0];
  const ends = [0];
  const stretchOf = [0];

  function numberOf(key: string): number {
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = keys.length));
      keys.push(key);
    }
    return number;
  }

  function addWord(word: number, start: number, end: number): void {
    words.push(word);
    starts.push(start);
    ends.push(end);
    stretchOf.push(stretches.length);
  }

  /** `after`: what follows on the line. */
  function close(stretch: Stretch, after: string, apart: readonly SetApart[]): void {
    const { first, section, place } = stretch;
    if (place === 'text' && touches(section.code, starts[first]!, ends.at(-1)!)) {
      for (const column of [words, starts, ends, stretchOf]) column.length = first;
      return;
    }
    stretch.end = words.length;
    if (stretch.leads) stretch.leads = LEAD_END.test(after);
    if (apart.length > 0) stretch.apart = apart.flatMap((range) => runWithin(stretch, range));
    addWord(BORDER, 0, 0);
    stretches.push(stretch);
  }

  /** The range as words of the stretch, where it holds it whole. */
  function runWithin({ first, end }: Stretch, range: SetApart): RunApart[] {
    // A quotation mark may stand at either end.
    if (range.start < starts[first]! - 1 || range.end > ends[end - 1]! + 1) return [];
    let [from, to] = [first, end];
    while (from < end && starts[from]! < range.start) from += 1;
    while (to > first && ends[to - 1]! > range.end) to -= 1;
    return to > from ? [{ start: from, length: to - from, named: range.named }] : [];
  }

  return {
    add({ issue, section, place, text }, offset, line, apart) {
      let stretch: Stretch | undefined;
      let end = 0;
      for (const word of wordsOf(line)) {
        // login.gov, Node.js: one name, whatever stands before the full stop.
        if (stretch !== undefined && word.gap === '.' && word.start === end + 1) {
          words.push(numberOf(`${keys[words.pop()!]!}.${word.key}`));
          ends[ends.length - 1] = offset + word.end;
          end = word.end;
          continue;
        }
        const before = line.slice(end, word.start);
        // Between blanks a hyphen is a dash.
        const gap = before.length > 2 && /\s[-–]\s/u.test(before) ? '–' : word.gap;
        if (stretch === undefined || gap !== '') {
          const leads = stretch === undefined;
          if (stretch !== undefined) close(stretch, gap, apart);
          const first = words.length;
          const opens = place === 'heading' || end === 0 || /[.!?:;•。！？：]/u.test(before);
          stretch = { issue, section, place, text, first, end: first, opens, leads, apart: [] };
        }
        addWord(numberOf(word.key), offset + word.start, offset + word.end);
        end = word.end;
      }
      if (stretch !== undefined) close(stretch, line.slice(end).trim(), apart);
    },
    whole: () => ({
      stretches,
      keys,
      words: new Int32Array(words),
      starts: new Int32Array(starts),
      ends: new Int32Array(ends),
      stretchOf: new Int32Array(stretchOf),
    }),
  };
}

/** What sets a name off from what is said of it; nothing, where it is alone on its line. */
const LEAD_END = /^(?:[:：–—]|-{1,2})?$/u;

export function keysOf({ start, length }: Run, { words, keys }: Row): string[] {
  return Array.from(words.subarray(start, start + length), (word) => keys[word]!);
}
