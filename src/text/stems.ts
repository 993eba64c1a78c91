// Stems: what lets "planned" find "planning". By language; a language without
// a stemmer keeps its words as they are.

import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as nepali } from '@orama/stemmers/nepali';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as tamil } from '@orama/stemmers/tamil';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { fold } from './fold.js';

/**
 * The folded stem of a word; the folded word itself where the language has no
 * stemmer. `word` is in lower case with its accents, `language` BCP 47.
 */
export function stem(word: string, language: string | null): string {
  const code = baseLanguage(language);
  const stemmer = code === null ? undefined : STEMMERS.get(code);
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

const STEMMERS = new Map<string, (word: string) => string>([
  ['ar', arabic],
  ['hy', armenian],
  ['bg', bulgarian],
  ['da', danish],
  ['nl', dutch],
  ['en', english],
  ['fi', finnish],
  ['fr', french],
  ['de', german],
  ['el', greek],
  ['hu', hungarian],
  ['hi', hindi],
  ['id', indonesian],
  ['ga', irish],
  ['it', italian],
  ['lt', lithuanian],
  ['ne', nepali],
  ['no', norwegian],
  ['nb', norwegian],
  ['nn', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['ru', russian],
  ['sr', serbian],
  ['es', spanish],
  ['sv', swedish],
  ['ta', tamil],
  ['tr', turkish],
  ['uk', ukrainian],
]);
