import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexOf, question } from './small-archive.js';

const FILLER = ['wall', 'lamp', 'river', 'stone', 'garden', 'window'];

it('puts the word as written before its other forms, those before synonyms', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['planning', 'planned', 'foresight'], { minLength: 3 }),
      fc.shuffledSubarray(FILLER, { minLength: 3, maxLength: 6 }),
      fc.nat(3),
      (words, filler, at) => {
        const index = indexOf({
          title: 'Three words',
          date: '2024-01-01',
          sections: words.map((word) => [
            'Notes',
            [...filler.slice(0, at), word, ...filler.slice(at)].join(' '),
          ]),
        });
        index.replaceSynonyms([['planning', 'foresight']]);
        const { hits } = index.search(question('planning'));
        const found = hits.map(({ why }) => why[0]?.match);
        expect(found).toEqual(['exact', 'stem', 'synonym']);
      },
    ),
    { numRuns: 50 },
  );
});

it('puts another spelling last', () => {
  const index = indexOf({
    title: 'Spelt twice',
    sections: [
      ['Notes', 'wall lamp budgat river stone'],
      ['Notes', 'wall lamp budget river stone'],
    ],
  });
  const { hits } = index.search(question('budgat'));
  expect(hits[0]?.why[0]?.match).toBe('exact');
});
