import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexOf, question } from './small-archive.js';

const PIECES = ['👨‍👩‍👧‍👦', '👍🏽', '🇫🇷', 'e\u0301', 'किताब', '한국', 'plan', 'wall', ' ', ' ', '. '];

it('never cuts a grapheme: no family without its children, no letter without its marks', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const edgesOf = (text: string): Set<number> =>
    new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 50, maxLength: 300 }), (made) => {
      const text = `${made.join('')} roadmap ${made.join('')}`;
      const index = indexOf({ title: 'Signs', sections: [['Notes', text]] });
      const excerpt = index.search(question('roadmap')).hits[0]!.excerpt;
      const shown = excerpt.text.replace(/^…|…$/gu, '');
      const from = text.replace(/\s/gu, ' ').indexOf(shown);
      const edges = edgesOf(text);
      expect(from).toBeGreaterThanOrEqual(0);
      expect([...edges]).toEqual(expect.arrayContaining([from, from + shown.length]));
      expect(excerpt.marks.map(([start, end]) => excerpt.text.slice(start, end))).toContain(
        'roadmap',
      );
    }),
    { numRuns: 60 },
  );
});
