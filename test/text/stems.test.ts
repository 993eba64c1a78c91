import { describe, expect, it } from 'vitest';
import { baseLanguage, stem } from '../../src/text/stems.js';
import { isStopWord } from '../../src/text/stop-words.js';

describe('stems', () => {
  it.each([
    ['planned', 'planning', 'en'],
    ['équipes', 'équipe', 'fr'],
    ['häuser', 'haus', 'de'],
    ['команды', 'команда', 'ru'],
  ])('are the same for %s and %s (%s)', (a, b, language) => {
    expect(stem(a, language)).toBe(stem(b, language));
  });

  it('are the words themselves where the language is not known', () => {
    expect(stem('planning', null)).toBe('planning');
    expect(stem('planning', 'xx')).toBe('planning');
  });

  it('leave versions and signs alone', () => {
    expect(stem('v1.2.3', 'en')).toBe('v1.2.3');
    expect(stem('c++', 'en')).toBe('c++');
  });

  it('go by the language and not by the country', () => {
    expect(baseLanguage('pt-BR')).toBe('pt');
  });
});

describe('stemmers', () => {
  const languages =
    'ar hy bg da nl en fi fr de el hu hi id ga it lt ne no nb nn pt ro ru sr es sv ta tr uk';
  it.each(languages.split(' '))('are there for %s, and leave a word', (language) => {
    expect(stem('organisation', language)).toMatch(/^organis/);
  });
});

describe('stop words', () => {
  it('are those without a meaning, in the language of the text', () => {
    expect(isStopWord('the', 'en')).toBe(true);
    expect(isStopWord('the', 'en-GB')).toBe(true);
    expect(isStopWord('und', 'de')).toBe(true);
    expect(isStopWord('und', 'en')).toBe(false);
    expect(isStopWord('the', null)).toBe(false);
  });

  it('are not “problem”, “group” and “information”', () => {
    expect(['problem', 'group', 'information'].some((word) => isStopWord(word, 'en'))).toBe(false);
  });
});
