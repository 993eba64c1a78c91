import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Excerpt } from '../../src/search/search-index.js';
import { indexOf, question } from './small-archive.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function excerptOf(text: string, q = 'roadmap'): Excerpt {
  const { hits } = indexOf({ title: 'Signs', sections: [['Notes', text]] }).search(question(q));
  return hits[0]!.excerpt;
}

/** Holds for every excerpt of a text that has the word once. */
function expectWhole(text: string): void {
  const { text: shown, marks } = excerptOf(text);
  const words = shown.replace(/^…|…$/gu, '');
  const from = text.replace(/[^\S\n]/gu, ' ').indexOf(words);
  const edges = [...segmenter.segment(text)].map(({ index }) => index).concat(text.length);
  expect(from).toBeGreaterThanOrEqual(0);
  expect(edges).toContain(from);
  expect(edges).toContain(from + words.length);
  expect(marks.map(([start, end]) => shown.slice(start, end).toLowerCase())).toEqual(['roadmap']);
}

describe('an excerpt', () => {
  const pieces = [
    '👨‍👩‍👧‍👦',
    '👍🏽',
    '🇫🇷',
    'e\u0301',
    'किताब',
    '한국',
    'क्षि',
    'plan',
    'wall',
    ' ',
    ' ',
    '. ',
  ];

  it('never cuts a grapheme: no family without its children, no letter without its marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 50, maxLength: 300 }),
        (made) => {
          expectWhole(`${made.join('')} roadmap ${made.join('')}`);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['flags in a row', '🇫🇷🇩🇪'.repeat(60)],
    ['families in a row', '👨‍👩‍👧‍👦'.repeat(40)],
    ['letters under a heap of marks', `z${'\u0335\u0301\u0489'.repeat(90)} a `.repeat(4)],
    ['conjuncts', 'क्ष्म्यि'.repeat(60)],
    ['decomposed Hangul', '한국어'.normalize('NFD').repeat(60)],
    ['signs of direction', '\u202eabc\u202c \u200f\u2066def\u2069 '.repeat(40)],
    ['halves of pairs', '\ud83d \udc68 x\ud83dy '.repeat(40)],
    ['nothing to see', '\u200b\u2060\ufeff\u00ad '.repeat(80)],
    ['markup and script', '<script>alert(1)</script>"><img src=x onerror=alert(1)> '.repeat(9)],
    ['a word without end', 'ab'.repeat(400)],
    ['ideographs without a blank', '社會科學院語學研究所'.repeat(40)],
    ['halfwidth marks', 'ﾟ･✿ヾ╲(｡◕‿◕｡)╱✿･ﾟ '.repeat(20)],
    ['keycaps and variations', '1️⃣ ❤️ '.repeat(60)],
  ])('stands for %s on both sides', (_, hostile) => {
    for (let cut = 0; cut < 8; cut += 1)
      expectWhole(`${'x'.repeat(cut)} ${hostile} roadmap ${hostile}${'y'.repeat(cut)}`);
  });

  it('keeps what stood apart on lines of its own', () => {
    const { text } = excerptOf('Team\nRoadmap\nBudget\n4\t1,000\nThe end.');
    expect(text).toBe('Team\nRoadmap\nBudget\n4 1,000\nThe end.');
  });
});
