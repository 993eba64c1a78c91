import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOf, question, type ToldIssue } from './small-archive.js';

const FILLER = ['wall', 'lamp', 'river', 'stone', 'garden', 'window', 'harbour', 'meadow'];

const WORDS = [
  {
    language: 'en',
    ...{ exact: 'planning', stem: 'planned', synonym: 'foresight', fuzzy: 'planking' },
  },
  { language: 'en', exact: 'budget', stem: 'budgets', synonym: 'purse', fuzzy: 'budges' },
  {
    language: 'en',
    ...{ exact: 'okrs', stem: 'okr', synonym: 'objectives and key results', fuzzy: 'okra' },
  },
  {
    language: 'de',
    ...{ exact: 'Planung', stem: 'Planungen', synonym: 'Vorausschau', fuzzy: 'Platung' },
  },
  {
    language: 'fr',
    ...{ exact: 'financement', stem: 'financements', synonym: 'crédit', fuzzy: 'financemont' },
  },
  {
    language: 'es',
    ...{ exact: 'promesa', stem: 'promesas', synonym: 'compromiso', fuzzy: 'profesa' },
  },
  {
    language: 'ru',
    ...{ exact: 'бюджет', stem: 'бюджета', synonym: 'смета', fuzzy: 'бюджит' },
  },
];

/** The kinds of match, one section of each at least, in the order in which they are found. */
function order(
  { language, exact, stem, synonym, fuzzy }: (typeof WORDS)[number],
  asked: { besides: string[]; text: string[]; at: number; others: string[][]; shuffle: number },
): string[] {
  const with_ = (word: string): [string, string] => [
    'Notes',
    [...asked.text.slice(0, asked.at), word, ...asked.text.slice(asked.at)].join(' '),
  ];
  // Another spelling of a word that the archive has is looked for when it is much the commoner.
  const alike = [with_(exact), with_(stem), with_(synonym), ...Array(24).fill(with_(fuzzy))];
  const turned = [...alike.slice(asked.shuffle), ...alike.slice(0, asked.shuffle)];
  const archive: ToldIssue = { title: 'Alike', language, sections: turned };
  const others: ToldIssue = {
    ...{ title: 'Others', language },
    sections: asked.others.map((words) => ['Other', words.join(' ')]),
  };
  const index = indexOf(archive, others);
  index.replaceSynonyms([{ names: [exact, synonym], hidden: [] }]);
  const { hits } = index.search(
    question(`${[exact, ...asked.besides].join(' ')} `, { perPage: 100 }),
  );
  const kinds = hits.map(({ why }) => why.find(({ term }) => term === exact)?.match ?? 'none');
  return kinds.filter((kind, at) => kind !== kinds[at - 1] && kind !== 'none');
}

describe('sections that are equal but for the form of a word', () => {
  it.each(WORDS)('come as written, by stem, by synonym, by spelling: $exact', (words) => {
    // Long enough that a name of four words makes no other length of it.
    const text = fc.array(fc.constantFrom(...FILLER), {
      ...{ minLength: 20, maxLength: 120, size: 'max' as const },
    });
    fc.assert(
      fc.property(
        fc.record({
          text,
          besides: fc.subarray(FILLER, { maxLength: 3 }),
          at: fc.nat(3),
          // Shorter ones make those that are alike long ones, and many make them rare.
          others: fc.array(fc.array(fc.constantFrom(...FILLER), { minLength: 3, maxLength: 9 }), {
            maxLength: 60,
            size: 'max',
          }),
          shuffle: fc.nat(26),
        }),
        (asked) => {
          expect(order(words, asked)).toEqual(['exact', 'stem', 'synonym', 'fuzzy']);
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });
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
