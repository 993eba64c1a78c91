import { describe, expect, it } from 'vitest';
import { languageByWords } from '../../src/text/language-by-words.js';
import { detectLanguage } from '../../src/text/language.js';

describe('the language of a text', () => {
  it.each([
    ['Planning is worth more than the plan itself.', 'en'],
    ['Die Planung ist mehr wert als der Plan selbst.', 'de'],
    ['计划本身比计划书更有价值。', 'zh'],
  ])('of “%s” is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('is not guessed from a word or two', () => {
    expect(detectLanguage('OKR')).toBeNull();
  });
});

describe('the small words of a text', () => {
  it.each([
    ['en', 'We plan for the quarter, and what is not in the plan has to wait until it is over.'],
    [
      'de',
      'Wir planen für das Quartal, und was nicht im Plan ist, muss warten, bis es zu Ende ist.',
    ],
    ['fr', 'On ne sait pas ce que nous ferons dans un an, mais il y a une équipe pour y penser.'],
    ['ru', 'Мы не знаем, что будет через год, но у нас есть план, и он не хуже, чем был до него.'],
  ])('tell %s', (language, text) => {
    expect(languageByWords(text)).toBe(language);
  });

  it('do not tell one language from its sister, and eld is asked', () => {
    const text = 'Planen er ikke det samme som planlegging, og det er ikke vi som bestemmer det.';
    expect(languageByWords(text)).toBeNull();
    expect(detectLanguage(text)).toBe('no');
  });

  it('are not the letters of a formula, nor few words among names', () => {
    expect(languageByWords('Например, P ⊆ NP ⊆ PP ⊆ PSPACE, и a, b, i, o')).toBeNull();
    expect(
      languageByWords('Ada Lovelace and Grace Hopper, Alan Turing and Edsger Dijkstra'),
    ).toBeNull();
  });
});
