// Every word of the archive: its number, how many sections have it, and which
// words share its form and its stem.

import { baseLanguage, stem } from '../text/stems.js';
import { createDictionary, type Spelling } from './dictionary.js';
import { longer } from './runs.js';

/**
 * A word is numbered by its spelling and the language it is used in, so that a
 * section's words say all that is counted of them: when the last section with
 * a word is gone, nothing of it is left to be found. Its form is what a
 * question is looked up by: "café" and "cafe" are two words of one form.
 */
export interface Vocabulary {
  /** Gives the numbers of words of a section in this language, a new one when the word was not known. */
  taker(language: string | null): (token: { word: string; form: string }) => number;
  /** All words of a form that stand in some section. */
  numbersOf(form: string): number[];
  formOf(number: number): string;
  /** In how many sections a word stands, in any field. */
  sectionsOf(number: number): number;
  /** In how many sections the words of a form stand. */
  sectionsWith(form: string): number;
  /** Counts sections: each of the words stands in one more, or in one less. */
  count(numbers: Iterable<number>, change: 1 | -1): void;
  /** The forms that share the word's stem in the sections of that language, in order. */
  sameStem(word: string, language: string | null): string[];
  /** The forms that begin so and stand in some section, in order. */
  startingWith(prefix: string): string[];
  /** All words of the forms that begin so, if they stand in some section, in the order of forms. */
  numbersStartingWith(prefix: string): number[];
  /** The forms at most `distance` letters away that stand in some section, in order. */
  speltLike(form: string, distance: number): Spelling[];
  /** By word number, its family: words that share a stem, whatever their language. Grown as needed, so read it anew for each question. */
  readonly families: Uint32Array;
  /** The numbers of a family's words, those that no section has any more among them. */
  wordsOfFamily(family: number): number[];
  /** The form of its commonest word. */
  nameOf(family: number): string;
  /** In how many sections the words of a family stand; one with two of them counts twice. */
  sectionsWithFamily(family: number): number;
  /** The languages of the archive's sections, the commonest first. */
  languages(): readonly string[];
  countLanguage(language: string | null, change: 1 | -1): void;
  /**
   * The words that stand in some section at the first call of `next`, in parts,
   * numbered anew from 1 in the order of their forms; at the end, the new
   * number of each word by its old one.
   */
  save(): Generator<SavedWords, Uint32Array>;
  /** Takes the parts that were saved, in their order, while no other word is known. */
  restore(part: SavedWords): void;
}

export interface SavedWords {
  forms: string[];
  /** Empty where the form is spelt so. */
  spellings: string[];
  /** By word, which of the codes is its language's. */
  languages: Uint16Array;
  codes: string[];
  /** By word, in how many sections it stands. */
  sections: Uint32Array;
  /** By word, which of the stems it has, counted from 1 through all parts. */
  families: Uint32Array;
  /** Those that no part before has. */
  stems: string[];
}

export function createVocabulary(): Vocabulary {
  const dictionary = createDictionary();
  // By word. Number 0 is no word but BREAK, and says in the chains that there is no next.
  const forms = [''];
  const spellings = [''];
  let languageOf = new Uint16Array(1024);
  let sections = new Uint32Array(1024);
  let families = new Uint32Array(1024);
  let nextOfForm = new Uint32Array(1024);
  let nextOfFamily = new Uint32Array(1024);
  /** The first word of each form. */
  const ofForm = new Map<string, number>();
  // By family.
  const stems = [''];
  const ofFamily = [0];
  const familyOfStem = new Map<string, number>();
  // By language: its code, and how many sections are in it.
  const codes: string[] = [];
  const sectionsIn: number[] = [];

  function languageNumber(language: string | null): number {
    const code = baseLanguage(language) ?? '';
    const known = codes.indexOf(code);
    if (known >= 0) return known;
    sectionsIn.push(0);
    return codes.push(code) - 1;
  }

  function takeFamily(stem: string): number {
    let family = familyOfStem.get(stem);
    if (family === undefined) {
      family = stems.length;
      familyOfStem.set(stem, family);
      stems.push(stem);
      ofFamily.push(0);
    }
    return family;
  }

  function learn(word: string, form: string, language: number, family: number): number {
    const number = forms.length;
    if (number >= sections.length) {
      languageOf = longer(languageOf, number * 2);
      sections = longer(sections, number * 2);
      families = longer(families, number * 2);
      nextOfForm = longer(nextOfForm, number * 2);
      nextOfFamily = longer(nextOfFamily, number * 2);
    }
    forms.push(form);
    spellings.push(word === form ? form : word);
    languageOf[number] = language;
    families[number] = family;
    nextOfFamily[number] = ofFamily[family]!;
    ofFamily[family] = number;
    const first = ofForm.get(form);
    if (first === undefined) ofForm.set(form, number);
    else {
      nextOfForm[number] = nextOfForm[first]!;
      nextOfForm[first] = number;
    }
    return number;
  }

  function sectionsWith(form: string): number {
    let sum = 0;
    for (let number = ofForm.get(form) ?? 0; number !== 0; number = nextOfForm[number]!)
      sum += sections[number]!;
    return sum;
  }

  function numbersOf(form: string): number[] {
    const found: number[] = [];
    for (let number = ofForm.get(form) ?? 0; number !== 0; number = nextOfForm[number]!)
      if (sections[number]! > 0) found.push(number);
    if (found.length < 2) return found;
    // So that sums come out the same whichever was met first.
    return found.sort((a, b) => (spellings[a]! < spellings[b]! ? -1 : 1));
  }

  return {
    taker(language) {
      const own = languageNumber(language);
      return ({ word, form }) => {
        const first = ofForm.get(form);
        for (let number = first ?? 0; number !== 0; number = nextOfForm[number]!)
          if (languageOf[number] === own && spellings[number] === word) return number;
        if (first === undefined) dictionary.add(form);
        return learn(word, form, own, takeFamily(stem(word, language)));
      };
    },
    numbersOf,
    formOf: (number) => forms[number] ?? '',
    sectionsOf: (number) => sections[number] ?? 0,
    sectionsWith,
    count(numbers, change) {
      for (const number of numbers) sections[number]! += change;
    },
    sameStem(word, language) {
      const own = codes.indexOf(baseLanguage(language) ?? '');
      const found = new Set<string>();
      const family = familyOfStem.get(stem(word, language)) ?? 0;
      for (let number = ofFamily[family]!; number !== 0; number = nextOfFamily[number]!)
        if (languageOf[number] === own && sections[number]! > 0) found.add(forms[number]!);
      return [...found].sort();
    },
    startingWith: (prefix) =>
      dictionary.startingWith(prefix).filter((form) => sectionsWith(form) > 0),
    numbersStartingWith: (prefix) => dictionary.startingWith(prefix).flatMap(numbersOf),
    speltLike: (form, distance) =>
      dictionary.speltLike(form, distance).filter((found) => sectionsWith(found.form) > 0),
    get families() {
      return families;
    },
    wordsOfFamily(family) {
      const found: number[] = [];
      for (let number = ofFamily[family]!; number !== 0; number = nextOfFamily[number]!)
        found.push(number);
      return found;
    },
    sectionsWithFamily(family) {
      let sum = 0;
      for (let number = ofFamily[family]!; number !== 0; number = nextOfFamily[number]!)
        sum += sections[number]!;
      return sum;
    },
    nameOf(family) {
      let name = ofFamily[family]!;
      for (let number = name; number !== 0; number = nextOfFamily[number]!)
        if (
          sections[number]! > sections[name]! ||
          (sections[number] === sections[name] && forms[number]! < forms[name]!)
        )
          name = number;
      return forms[name]!;
    },
    languages: () =>
      [...codes.keys()]
        .filter((language) => sectionsIn[language]! > 0)
        .sort((a, b) => sectionsIn[b]! - sectionsIn[a]! || compare(codes[a]!, codes[b]!))
        .map((language) => codes[language]!),
    countLanguage(language, change) {
      sectionsIn[languageNumber(language)]! += change;
    },
    *save() {
      const newNumbers = new Uint32Array(forms.length);
      const newFamilies = new Uint32Array(stems.length);
      let lastFamily = 0;
      let lastNumber = 0;
      let part = emptyPart(codes);
      const counts = sections.slice(0, forms.length);
      const before = (a: number, b: number): number =>
        compare(spellings[a]!, spellings[b]!) ||
        compare(codes[languageOf[a]!]!, codes[languageOf[b]!]!);
      for (const form of dictionary.all()) {
        const living: number[] = [];
        for (let number = ofForm.get(form)!; number !== 0; number = nextOfForm[number]!)
          if ((counts[number] ?? 0) > 0) living.push(number);
        for (const number of living.sort(before)) {
          newNumbers[number] = lastNumber += 1;
          const family = families[number]!;
          if (newFamilies[family] === 0) {
            newFamilies[family] = lastFamily += 1;
            part.stems.push(stems[family]!);
          }
          part.languages[part.forms.length] = languageOf[number]!;
          part.sections[part.forms.length] = counts[number]!;
          part.families[part.forms.length] = newFamilies[family]!;
          part.forms.push(form);
          part.spellings.push(spellings[number] === form ? '' : spellings[number]!);
          if (part.forms.length < WORDS_IN_PART) continue;
          yield part;
          part = emptyPart(codes);
        }
      }
      yield part;
      return newNumbers;
    },
    restore(part) {
      for (const stem of part.stems) takeFamily(stem);
      const languages = part.codes.map(languageNumber);
      const added: string[] = [];
      for (const [index, form] of part.forms.entries()) {
        if (!ofForm.has(form)) added.push(form);
        const language = languages[part.languages[index]!]!;
        const number = learn(part.spellings[index]! || form, form, language, part.families[index]!);
        sections[number] = part.sections[index]!;
      }
      dictionary.addInOrder(added);
    },
  };
}

/** Takes a few milliseconds to save, and to take again. */
const WORDS_IN_PART = 5_000;

function emptyPart(codes: readonly string[]): SavedWords {
  return {
    forms: [],
    spellings: [],
    languages: new Uint16Array(WORDS_IN_PART),
    codes: [...codes],
    sections: new Uint32Array(WORDS_IN_PART),
    families: new Uint32Array(WORDS_IN_PART),
    stems: [],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
