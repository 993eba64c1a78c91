import { describe, expect, it } from 'vitest';
import { createSynonyms } from '../../src/search/synonyms.js';

describe('synonyms', () => {
  const synonyms = createSynonyms();
  synonyms.replace([
    { names: ['OKRs', 'OKR', 'objectives and key results'], hidden: [] },
    { names: ['Product bets', 'wagers'], hidden: [] },
    { names: ['Bets', 'gambles'], hidden: [] },
    { names: ['Alone'], hidden: [] },
    { names: ['Maturity models'], hidden: ['maturity modle'] },
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

  it('tell a hidden name from those that may be shown', () => {
    const found = (q: string) =>
      synonyms.of(q.split(' '), 'en').map(({ words, hidden }) => [words, hidden]);
    expect(found('maturity models')).toEqual([['maturity modle', true]]);
    expect(found('maturity modle')).toEqual([['Maturity models', false]]);
  });

  it('have nothing to say of other words, or of a name without another', () => {
    expect(of('budget')).toEqual([]);
    expect(of('alone')).toEqual([]);
    expect(of('')).toEqual([]);
  });

  it('are forgotten when others come in their place', () => {
    const changing = createSynonyms();
    changing.replace([{ names: ['moat', 'ditch'], hidden: [] }]);
    expect(changing.of(['moat'], 'en')).toHaveLength(1);
    changing.replace([{ names: ['bet', 'wager'], hidden: [] }]);
    expect(changing.of(['moat'], 'en')).toEqual([]);
  });
});
