import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.js';

describe('folding', () => {
  it.each([
    ['Café', 'cafe'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['smørrebrød', 'smorrebrod'],
    ['Æsir', 'aesir'],
    ['ﬁnance', 'finance'],
    ['ＯＫＲ', 'okr'],
    ['λόγος', 'λογοσ'],
    ['ёлка', 'елка'],
  ])('finds %s by %s', (written, typed) => {
    expect(fold(written)).toBe(fold(typed));
  });

  it.each(['が', 'पढ़ाई', '한국어', 'किताब'])(
    'keeps the marks of %s, which are no accents',
    (word) => {
      expect(fold(word)).toBe(fold(word.normalize('NFD')));
      expect(fold(word).normalize('NFD')).toBe(word.normalize('NFD'));
    },
  );

  it('tells か from が', () => {
    expect(fold('が')).not.toBe(fold('か'));
  });

  it('reads over soft hyphens, joiners and vowel signs that may be left out', () => {
    expect(fold('road\u00admap')).toBe('roadmap');
    expect(fold('كِتَاب')).toBe(fold('كتاب'));
  });
});
