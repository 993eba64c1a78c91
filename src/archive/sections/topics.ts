// A long stretch without headings, split where its topic changes.

import type { RootContent } from 'mdast';
import { plainText } from '../../text/plain-text.js';
import { TOPIC_LEVEL, type Passage } from './passage.js';
import { cutByTopic } from './segment.js';
import { countWords } from './words.js';

/** Shorter stretches are read in one go, and have too few words to tell topics apart. */
const MIN_WORDS = 600;
/** A topic of less is an aside. */
const MIN_TOPIC_WORDS = 100;
/** In letters. */
const MAX_HEADING = 70;

/**
 * The passage itself, and behind it one of form `topic` for each change of
 * topic, headed by its own first words; they are its children, and in order.
 */
export function splitByTopic(passage: Passage): Passage[] {
  const texts = passage.blocks.map(textOf);
  const words = texts.map(countWords);
  if (sum(words) < MIN_WORDS) return [passage];

  const cuts: number[] = [];
  for (const cut of naturalCuts(passage.blocks, texts))
    if (sum(words.slice(cuts.at(-1) ?? 0, cut)) >= MIN_TOPIC_WORDS) cuts.push(cut);
  if (cuts.length > 0 && sum(words.slice(cuts.at(-1))) < MIN_TOPIC_WORDS) cuts.pop();
  if (cuts.length === 0) return [passage];

  const topics = cuts.map((cut, index): Passage => ({
    form: 'topic',
    level: TOPIC_LEVEL,
    heading: firstWords(texts[cut]!),
    line: passage.blocks[cut]!.position?.start.line ?? passage.line,
    blocks: passage.blocks.slice(cut, cuts[index + 1]),
  }));
  return [{ ...passage, blocks: passage.blocks.slice(0, cuts[0]) }, ...topics];
}

/**
 * The blocks before which the topic changes, by their position.
 *
 * @param texts the blocks' plain texts
 */
export function naturalCuts(
  blocks: readonly RootContent[],
  texts: readonly string[] = blocks.map(textOf),
): number[] {
  const starts = unitStarts(blocks, texts);
  const units = starts.map((start, index) => texts.slice(start, starts[index + 1]).join('\n'));
  return cutByTopic(units).map((unit) => starts[unit]!);
}

function textOf(block: RootContent): string {
  return plainText({ type: 'root', children: [block] }).text;
}

/** Topics change between paragraphs: a list or a quote goes with the words that lead to it. */
function unitStarts(blocks: readonly RootContent[], texts: readonly string[]): number[] {
  return blocks.flatMap((block, index) => {
    const before = texts[index - 1]?.trimEnd() ?? '';
    const begins =
      block.type === 'paragraph' && /\p{L}/u.test(texts[index]!) && !/[:：]$/.test(before);
    return index === 0 || begins ? [index] : [];
  });
}

/** The first sentence, or as much of it as a heading may hold. */
function firstWords(text: string): string {
  const line = text.split('\n')[0]!.replace(/\s+/g, ' ').trim();
  const sentence = /^.{12,}?(?:[.!?…](?=["”’)]?\s)|[。！？])/u.exec(line)?.[0] ?? line;
  const room = Math.round(MAX_HEADING / widthOf(sentence));
  if (sentence.length <= room) return sentence.replace(/[.。]$/u, '');
  const cut = sentence.slice(0, room);
  const whole = /^.*[\s，、；：]/u.exec(cut)?.[0] ?? '';
  return `${(whole.length > room / 2 ? whole : cut).replace(/[\s,;:，、；：–—-]+$/u, '')}…`;
}

/** Han, kana and Hangul are twice as wide as letters, and say as much more. */
function widthOf(text: string): number {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  );
  return 1 + (wide?.length ?? 0) / Math.max(1, text.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
