// Passages and questions for the speed bench, made from archives of Markdown.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from './engines.js';

/** The same numbers each time, so that runs can be compared (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The passages between the headings of an archive's files. */
export function readPassages(dir: string): Text[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|markdown)$/iu.test(file))
    .sort();
  return files.flatMap((file) => {
    const parts = readFileSync(join(dir, file), 'utf8').split(/^(?=#{1,6}\s)/mu);
    return parts.flatMap((part, index): Text[] => {
      const [first = '', ...rest] = part.split('\n');
      const heading = first.startsWith('#') ? first.replace(/^#+\s*/u, '') : file;
      const body = rest.join('\n').trim();
      return body.length < 40 ? [] : [{ id: `${file} ${index}`, title: heading, body }];
    });
  });
}

/** `count` passages: those given, and then new ones of their lines, mixed. */
export function multiply(passages: readonly Text[], count: number): Text[] {
  const random = randomNumbers(1);
  const made = passages.slice(0, count);
  const pick = (): Text => passages[Math.floor(random() * passages.length)]!;
  while (made.length < count) {
    const lines = [...pick().body.split('\n'), ...pick().body.split('\n')];
    const body = lines.filter(() => random() < 0.5).join('\n');
    made.push({ id: `made ${made.length}`, title: pick().title, body });
  }
  return made;
}

/** One to four words of a passage, one in five misspelt, one in five unfinished. */
export function askQuestions(passages: readonly Text[], count: number): string[] {
  const random = randomNumbers(2);
  const at = (length: number): number => Math.floor(random() * length);
  const questions: string[] = [];
  while (questions.length < count) {
    const words = passages[at(passages.length)]!.body.match(/\p{L}{3,}/gu) ?? [];
    if (words.length < 4) continue;
    const chosen = Array.from({ length: 1 + at(4) }, () => words[at(words.length)]!);
    const last = chosen.at(-1)!;
    const kind = random();
    if (kind < 0.2 && last.length > 4) {
      const gone = 1 + at(last.length - 2);
      chosen[chosen.length - 1] = last.slice(0, gone) + last.slice(gone + 1);
    } else if (kind < 0.4) chosen[chosen.length - 1] = last.slice(0, Math.max(2, last.length - 2));
    questions.push(chosen.join(' '));
  }
  return questions;
}
