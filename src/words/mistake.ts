import type { Words } from './en.js';

/** What a reader asked for and cannot have, so that every language can say it. */
export type Mistake =
  | { kind: 'no such'; noun: 'concept' | 'issue' | 'section' | 'page'; name: string }
  | { kind: 'unknown parameter'; name: string; known: readonly string[] }
  | { kind: 'malformed'; name: string; rule: Rule }
  /** The address has a “%” that encodes nothing. */
  | { kind: 'encoding' }
  | { kind: 'method'; method: string }
  /** The archive is still being read. */
  | { kind: 'not ready' }
  | { kind: 'too often' };

/** What a parameter breaks. */
export type Rule =
  | 'once'
  | 'pageNumber'
  | 'perPage'
  | 'year'
  | 'month'
  | 'slug'
  | 'slugOrId'
  | 'address'
  | { oneOf: readonly string[] }
  | { characters: number }
  | { times: number };

export function mistakeInWords({ mistakes: words }: Words, mistake: Mistake): string {
  switch (mistake.kind) {
    case 'no such':
      return words.noSuch[mistake.noun](mistake.name);
    case 'unknown parameter':
      return words.unknown(mistake.name, mistake.known);
    case 'malformed':
      return ruleInWords(words, mistake.name, mistake.rule);
    case 'encoding':
      return words.encoding;
    case 'method':
      return words.method(mistake.method);
    case 'not ready':
      return words.notReady;
    case 'too often':
      return words.tooOften;
  }
}

function ruleInWords(words: Words['mistakes'], name: string, rule: Rule): string {
  if (typeof rule === 'string') return words[rule](name);
  if ('oneOf' in rule) return words.oneOf(name, rule.oneOf);
  if ('characters' in rule) return words.characters(name, rule.characters);
  return words.times(name, rule.times);
}
