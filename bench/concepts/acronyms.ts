// Acronyms: the pairs that people marked in 1,250 abstracts.

import { readFileSync } from 'node:fs';

interface Abstract {
  text: string;
  pairs: Set<string>;
}

export interface AcronymScore {
  precision: number;
  recall: number;
  f1: number;
}

export function readAbstracts(file: string): Abstract[] {
  return readFileSync(file, 'utf8')
    .split(/\n\s*\n/u)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.split('\n');
      const labels = lines.filter((line) => /^ {2}\S.*\|/u.test(line));
      const text = lines.filter((line) => !/^(?: {2}|\/\/)/u.test(line)).slice(1);
      return { text: text.join('\n'), pairs: new Set(labels.map(pairOf)) };
    });
}

export function acronyms(
  abstracts: readonly Abstract[],
  find: (text: string) => { short: string; long: string }[],
): AcronymScore {
  let wanted = 0;
  let given = 0;
  let right = 0;
  for (const { text, pairs } of abstracts) {
    const found = new Set(find(text).map(({ short, long }) => keyOf(short, long)));
    wanted += pairs.size;
    given += found.size;
    right += [...found].filter((pair) => pairs.has(pair)).length;
    if (process.env.MISSES !== undefined) {
      for (const pair of found) if (!pairs.has(pair)) console.log('+', pair);
      for (const pair of pairs) if (!found.has(pair)) console.log('-', pair);
    }
  }
  const precision = right / given;
  const recall = right / wanted;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Schwartz and Hearst, "A simple algorithm…", PSB 2003, figure 1. */
export function schwartzHearst(text: string): { short: string; long: string }[] {
  const found: { short: string; long: string }[] = [];
  for (const match of text.matchAll(/\(([^()]+)\)/gu)) {
    const short = match[1]!.split(/[,;]/u)[0]!.trim();
    if (short.length < 2 || short.length > 10 || short.split(/\s+/u).length > 2) continue;
    if (!/\p{L}/u.test(short) || !/^[\p{L}\p{N}]/u.test(short)) continue;
    const before = text
      .slice(0, match.index)
      .split(/[.;]\s|\n/u)
      .at(-1)!
      .trim();
    const limit = Math.min(short.length + 5, short.length * 2);
    const long = bestLong(short, before.split(/\s+/u).slice(-limit).join(' '));
    if (long !== undefined && long.length > short.length) found.push({ short, long });
  }
  return found;
}

function bestLong(short: string, long: string): string | undefined {
  let s = short.length - 1;
  let l = long.length - 1;
  for (; s >= 0; s -= 1) {
    const letter = short[s]!.toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    while (
      l >= 0 &&
      (long[l]!.toLowerCase() !== letter ||
        (s === 0 && l > 0 && /[\p{L}\p{N}]/u.test(long[l - 1]!)))
    )
      l -= 1;
    if (l < 0) return undefined;
    l -= 1;
  }
  return long.slice(long.lastIndexOf(' ', l) + 1);
}

function pairOf(line: string): string {
  const [short = '', long = ''] = line.trim().split('|');
  return keyOf(short, long);
}

function keyOf(short: string, long: string): string {
  return `${short.trim()}|${long.trim().replace(/\s+/gu, ' ').toLowerCase()}`;
}
