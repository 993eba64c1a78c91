import { describe, expect, it } from 'vitest';
import { en } from '../../src/words/en.js';
import { directionOf, languages, wordsOf } from '../../src/words/words.js';

/** Every text and function of a language, by where it stands. */
function entriesOf(words: object, path = ''): Map<string, unknown> {
  const entries = Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? [...entriesOf(value, `${path}${name}.`)]
      : [[`${path}${name}`, value] as const],
  );
  return new Map(entries);
}

describe('the words of the pages', () => {
  const english = entriesOf(en);

  it.each(Object.keys(languages))('lack nothing in %s', (code) => {
    const words = entriesOf(languages[code]!);
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [name, value] of words) {
      expect(typeof value, name).toBe(typeof english.get(name));
      if (!name.endsWith('.ways.exact')) expect(value, name).not.toBe('');
    }
  });

  it.each(Object.keys(languages).filter((code) => code !== 'en'))(
    'are not English in %s',
    (code) => {
      const same = [...entriesOf(languages[code]!)]
        .filter(([name, value]) => typeof value === 'string' && value === english.get(name))
        .map(([name]) => name);
      const shared = [
        'direction',
        'search.ways.exact',
        'cite.markdown',
        'cite.bibtex',
        'comma',
        'frame.json',
        'api.title',
        'search.filters',
      ];
      expect(same.filter((name) => !shared.includes(name))).toEqual([]);
    },
  );

  it('take the form of a noun that its number asks for', () => {
    expect([0, 1, 2].map(en.issues)).toEqual(['0 issues', '1 issue', '2 issues']);
    expect([0, 1, 2].map(wordsOf('de').issues)).toEqual(['0 Ausgaben', '1 Ausgabe', '2 Ausgaben']);
    expect(en.sections(12_345)).toBe('12,345 sections');
    expect(wordsOf('de').sections(12_345)).toBe('12.345 Abschnitte');
  });

  it('write a day as each language writes it', () => {
    const written = ['en', 'de', 'ja'].map((code) => wordsOf(code).day('2024-03-09'));
    expect(written).toEqual(['9 March 2024', '9. März 2024', '2024年3月9日']);
  });

  it('are those of the language asked for, whatever its region, else English', () => {
    expect(wordsOf('de-AT').code).toBe('de');
    expect(wordsOf('JA').code).toBe('ja');
    expect(wordsOf('fr').code).toBe('en');
    expect(wordsOf(null).code).toBe('en');
  });

  it('know which languages are written from the right', () => {
    expect(['ar', 'he-IL', 'fa', 'ur', 'de'].map(directionOf)).toEqual([
      ...['rtl', 'rtl', 'rtl', 'rtl', 'ltr'],
    ]);
  });
});
