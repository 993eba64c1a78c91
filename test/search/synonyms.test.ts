import { describe, expect, it } from 'vitest';
import { createSynonyms } from '../../src/search/synonyms.js';

describe('synonyms', () => {
  const synonyms = createSynonyms();
  synonyms.replace([
    ['OKRs', 'OKR', 'objectives and key results'],
    ['Product bets', 'wagers'],
    ['Bets', 'gambles'],
    ['Alone'],
  ]);
  const of = (q: string) =>
    synonyms.of(q.split(' '), 'en').map(({ at, count, words }) => [at, count, words]);

  it('name what else a word is called, in any of its forms', () => {
    expect(of('okr')).toEqual([[0, 1, 'objectives and key results']]);
    expect(of('writing OKRs')).toEqual([[1, 1, 'objectives and key results']]);
  });

  it('name one word for several', () => {
    expect(of('good objectives and key results here')).toEqual([
      [1, 4, 'OKRs'],
      [1, 4, 'OKR'],
    ]);
  });

  it('take the longest name: a product bet is no bet', () => {
    expect(of('product bet')).toEqual([[0, 2, 'wagers']]);
    expect(of('a bet')).toEqual([[1, 1, 'gambles']]);
  });

  it('have nothing to say of other words, or of a name without another', () => {
    expect(of('budget')).toEqual([]);
    expect(of('alone')).toEqual([]);
    expect(of('')).toEqual([]);
  });

  it('are forgotten when others come in their place', () => {
    const changing = createSynonyms();
    changing.replace([['moat', 'ditch']]);
    expect(changing.of(['moat'], 'en')).toHaveLength(1);
    changing.replace([['bet', 'wager']]);
    expect(changing.of(['moat'], 'en')).toEqual([]);
  });
});
