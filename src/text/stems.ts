// Stems: what lets "planned" find "planning". By language; a language without
// a stemmer keeps its words as they are.

import { createRequire } from 'node:module';
import { fold } from './fold.js';

/**
 * The folded stem of a word; the folded word itself where the language has no
 * stemmer. `word` is in lower case with its accents, `language` BCP 47.
 */
export function stem(word: string, language: string | null): string {
  const code = baseLanguage(language);
  const stemmer = code === null ? undefined : stemmerOf(code);
  if (stemmer === undefined || code === null || !LETTERS.test(word)) return fold(word);
  let known = stems.get(code);
  if (known === undefined) stems.set(code, (known = new Map<string, string>()));
  let found = known.get(word);
  if (found === undefined) {
    found = fold(stemmer(word)) || fold(word);
    if (known.size >= MAX_STEMS) known.clear();
    known.set(word, found);
  }
  return found;
}

/** `pt-BR` → `pt`. */
export function baseLanguage(language: string | null): string | null {
  return language === null ? null : (language.toLowerCase().split(/[-_]/)[0] ?? null);
}

const LETTERS = /^[\p{L}\p{M}]+$/u;
const MAX_STEMS = 50_000;
const stems = new Map<string, Map<string, string>>();

type Stemmer = (word: string) => string;

// An archive has one or two languages: a stemmer is loaded with its first word,
// and at once, which an import cannot be.
const require = createRequire(import.meta.url);
const loaded = new Map<string, Stemmer | undefined>();

function stemmerOf(code: string): Stemmer | undefined {
  if (!loaded.has(code)) {
    const name = STEMMERS.get(code);
    const module = name === undefined ? undefined : (require(`@orama/stemmers/${name}`) as unknown);
    loaded.set(code, (module as { stemmer: Stemmer } | undefined)?.stemmer);
  }
  return loaded.get(code);
}

/** By language, its name among the stemmers. */
const STEMMERS = new Map([
  ['ar', 'arabic'],
  ['hy', 'armenian'],
  ['bg', 'bulgarian'],
  ['da', 'danish'],
  ['nl', 'dutch'],
  ['en', 'english'],
  ['fi', 'finnish'],
  ['fr', 'french'],
  ['de', 'german'],
  ['el', 'greek'],
  ['hu', 'hungarian'],
  ['hi', 'indian'],
  ['id', 'indonesian'],
  ['ga', 'irish'],
  ['it', 'italian'],
  ['lt', 'lithuanian'],
  ['ne', 'nepali'],
  ['no', 'norwegian'],
  ['nb', 'norwegian'],
  ['nn', 'norwegian'],
  ['pt', 'portuguese'],
  ['ro', 'romanian'],
  ['ru', 'russian'],
  ['sr', 'serbian'],
  ['es', 'spanish'],
  ['sv', 'swedish'],
  ['ta', 'tamil'],
  ['tr', 'turkish'],
  ['uk', 'ukrainian'],
]);
