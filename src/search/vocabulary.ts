// Every word of the archive: its number, how many sections have it, and which
// words share its stem.

import { baseLanguage, stem } from '../text/stems.js';

export interface Vocabulary {
  /**
   * Gives the numbers of words of a section in this language, a new one when
   * the word was not known, and notes which share a stem.
   */
  taker(language: string | null): (token: { word: string; form: string }) => number;
  numberOf(form: string): number | undefined;
  formOf(number: number): string;
  /** In how many sections the word stands, in any field. */
  sectionsWith(number: number): number;
  count(numbers: Iterable<number>, change: 1 | -1): void;
  /** The words of the archive that share the word's stem in that language. */
  sameStem(word: string, language: string | null): readonly number[];
  /** One word, always the same, of those that share a stem with this one. */
  familyOf(number: number): number;
  /** In how many sections the words of a family stand; one with two of them counts twice. */
  sectionsWithFamily(family: number): number;
  /** The languages of the archive's sections, the commonest first. */
  languages(): readonly string[];
  countLanguage(language: string | null, change: 1 | -1): void;
}

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  // Number 0 is no word but BREAK.
  const forms = [''];
  const sections = [0];
  /** By language, then stem. */
  const stems = new Map<string, Map<string, number[]>>();
  /** By language: the numbers of the words already met, each as it is spelt. */
  const met = new Map<string, Map<string, number>>();
  /** By word, the first of its stem; and by that word, all of them. */
  const families: number[] = [];
  const members = new Map<number, readonly number[]>();
  const languageCounts = new Map<string, number>();

  const take = (form: string): number => {
    let number = numbers.get(form);
    if (number === undefined) {
      number = forms.length;
      numbers.set(form, number);
      forms.push(form);
      sections.push(0);
    }
    return number;
  };
  const learn = (number: number, word: string, code: string): void => {
    const byStem = entry(stems, code, () => new Map<string, number[]>());
    const same = entry(byStem, stem(word, code), (): number[] => []);
    if (!same.includes(number)) same.push(number);
    // A word of several languages stays in the family of the first.
    if (families[number] !== undefined) return;
    const first = same[0]!;
    families[number] = families[first] ?? number;
    if (first === number) members.set(number, same);
  };

  return {
    taker(language) {
      const code = baseLanguage(language) ?? '';
      const words = entry(met, code, () => new Map<string, number>());
      return ({ word, form }) => {
        const known = words.get(word);
        if (known !== undefined) return known;
        const number = take(form);
        words.set(word, number);
        learn(number, word, code);
        return number;
      };
    },
    numberOf: (form) => numbers.get(form),
    formOf: (number) => forms[number] ?? '',
    sectionsWith: (number) => sections[number] ?? 0,
    count(found, change) {
      for (const number of found) sections[number] = (sections[number] ?? 0) + change;
    },
    sameStem(word, language) {
      const code = baseLanguage(language) ?? '';
      return stems.get(code)?.get(stem(word, code)) ?? [];
    },
    familyOf: (number) => families[number] ?? number,
    sectionsWithFamily: (family) =>
      (members.get(family) ?? [family]).reduce((sum, number) => sum + (sections[number] ?? 0), 0),
    languages: () =>
      [...languageCounts]
        .filter(([, count]) => count > 0)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .map(([language]) => language),
    countLanguage(language, change) {
      const code = baseLanguage(language) ?? '';
      languageCounts.set(code, (languageCounts.get(code) ?? 0) + change);
    },
  };
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
