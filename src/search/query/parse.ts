// Reads a question. Total: any text means something, nothing throws, and what
// is not understood is searched as words and said so.

import { tokens } from '../../text/tokens.js';
import type { SearchField } from '../search-index.js';
import type { Clause, ParsedQuery } from './clause.js';
import { lex, type Lexeme } from './lexer.js';
import { period } from './period.js';
import type { Note } from './note.js';

/** Parentheses deeper than this are read as if they were not there. */
const MAX_DEPTH = 20;
/** A question longer than this is cut; the pages refuse it before. UTF-16 units. */
export const MAX_QUERY_LENGTH = 1_000;

/** A question of so many words beside its quotes is one in plain language. */
const SENTENCE_WORDS = 5;

export function parseQuery(q: string): ParsedQuery {
  const notes: Note[] = [];
  if (q.length > MAX_QUERY_LENGTH) notes.push({ kind: 'too long', characters: MAX_QUERY_LENGTH });
  const text = q.slice(0, MAX_QUERY_LENGTH);
  const reader: Reader = { lexemes: lex(text), at: 0, depth: 0, notes };
  const clauses: Clause[] = [];
  // A closing parenthesis that nothing opened ends a group; the next begins.
  while (reader.at < reader.lexemes.length) {
    clauses.push(readAny(reader));
    if (reader.lexemes[reader.at]?.kind === 'close') reader.at += 1;
  }
  const last = reader.lexemes.at(-1);
  const openEnd = last?.kind === 'word' && last.end === text.length;
  const words = reader.lexemes.filter((lexeme) => lexeme.kind === 'word');
  const clause = simplify({ kind: 'all', clauses });
  if (text.trim() !== '' && isEmpty(clause)) notes.push({ kind: 'no words' });
  const sentence = words.length >= SENTENCE_WORDS || /[?？؟]\s*$/u.test(text);
  return { clause, openEnd, sentence, notes };
}

/** The question with its phrases read as words; undefined when it has none. */
export function withoutQuotes(clause: Clause): Clause | undefined {
  let changed = false;
  const relax = (part: Clause): Clause => {
    switch (part.kind) {
      case 'phrase':
        changed = true;
        return word(part.words) ?? part;
      case 'all':
      case 'any':
        return { kind: part.kind, clauses: part.clauses.map(relax) };
      case 'word':
      case 'prefix':
      case 'near':
      case 'in':
      case 'facet':
      case 'issue':
      case 'period':
      case 'not':
        return part;
    }
  };
  const relaxed = simplify(relax(clause));
  return changed ? relaxed : undefined;
}

interface Reader {
  lexemes: Lexeme[];
  at: number;
  depth: number;
  notes: Note[];
}

/** `a b OR c` is a, and one of b and c: OR binds its two neighbours, as in web search. */
function readAny(reader: Reader): Clause {
  const all: Clause[] = [];
  for (;;) {
    const lexeme = reader.lexemes[reader.at];
    if (lexeme === undefined || lexeme.kind === 'close') break;
    if (lexeme.kind === 'or') {
      reader.at += 1;
      const before = all.pop();
      const after = readOne(reader);
      const alternatives = [before, after].filter((clause) => clause !== undefined);
      if (alternatives.length > 0) all.push({ kind: 'any', clauses: alternatives });
      continue;
    }
    const clause = readOne(reader);
    if (clause !== undefined) all.push(clause);
  }
  return { kind: 'all', clauses: all };
}

function readOne(reader: Reader): Clause | undefined {
  const lexeme = reader.lexemes[reader.at];
  if (lexeme === undefined || lexeme.kind === 'close') return undefined;
  reader.at += 1;
  switch (lexeme.kind) {
    case 'word':
      return word(lexeme.text);
    case 'quoted':
      return quoted(lexeme.text, lexeme.slop);
    case 'minus': {
      const clause = readOne(reader);
      return clause === undefined ? undefined : { kind: 'not', clause };
    }
    case 'open':
      return readGroup(reader);
    case 'near':
      return near(reader, lexeme.distance);
    case 'operator':
      return operator(lexeme, reader.notes);
    case 'or':
      return readOne(reader);
  }
}

function readGroup(reader: Reader): Clause | undefined {
  if (reader.depth >= MAX_DEPTH) {
    if (!reader.notes.some(({ kind }) => kind === 'too deep'))
      reader.notes.push({ kind: 'too deep', depth: MAX_DEPTH });
    return undefined;
  }
  reader.depth += 1;
  const clause = readAny(reader);
  reader.depth -= 1;
  if (reader.lexemes[reader.at]?.kind === 'close') reader.at += 1;
  return clause;
}

function word(text: string): Clause | undefined {
  const star = /^(.{2,}?)\*+$/u.exec(text)?.[1];
  const found = tokens(star ?? text).filter((token) => token.role === 'word');
  const only = found.length === 1 ? found[0] : undefined;
  if (star !== undefined && only !== undefined) return { kind: 'prefix', word: star };
  // "state-of-the-art" is several words; so is a run of Chinese.
  const clauses = found.map((token): Clause => ({
    kind: 'word',
    word: (star ?? text).slice(token.start, token.end),
  }));
  return clauses.length === 0 ? undefined : { kind: 'all', clauses };
}

function quoted(text: string, slop: number | null): Clause | undefined {
  if (tokens(text).length === 0) return undefined;
  return slop === null
    ? { kind: 'phrase', words: text }
    : { kind: 'near', words: text, distance: slop, literal: true };
}

function near(reader: Reader, distance: number): Clause | undefined {
  const words: string[] = [];
  for (;;) {
    const lexeme = reader.lexemes[reader.at];
    if (lexeme === undefined) break;
    reader.at += 1;
    if (lexeme.kind === 'close') break;
    if (lexeme.kind === 'word' || lexeme.kind === 'quoted') words.push(lexeme.text);
    if (lexeme.kind === 'operator') words.push(lexeme.written);
  }
  const text = words.join(' ');
  if (tokens(text).length === 0) return undefined;
  return { kind: 'near', words: text, distance, literal: false };
}

const FIELDS: Record<string, SearchField> = {
  heading: 'heading',
  title: 'heading',
  trail: 'trail',
  concepts: 'concepts',
  concept: 'concepts',
  text: 'text',
};

function operator(lexeme: Lexeme & { kind: 'operator' }, notes: Note[]): Clause | undefined {
  const { name, value, written } = lexeme;
  if (value.trim() === '') return word(name);
  switch (name) {
    case 'concept':
    case 'author':
    case 'publication':
      return { kind: 'facet', facet: name, value };
    case 'lang':
    case 'language':
      return { kind: 'facet', facet: 'language', value };
    case 'issue':
      return { kind: 'issue', value };
    case 'in': {
      const field = FIELDS[value.toLowerCase()];
      if (field !== undefined) return { kind: 'in', field };
      notes.push({ kind: 'no field', written });
      return word(written);
    }
    case 'before':
    case 'after':
    case 'year': {
      const read = period(name, value);
      if (read !== undefined && !('lastDay' in read))
        return { kind: 'period', written: `${name}:${value}`, ...read };
      notes.push(
        read === undefined
          ? { kind: 'no period', name, written }
          : { kind: 'no such day', written, lastDay: read.lastDay },
      );
      return word(written);
    }
    case 'near':
      notes.push({ kind: 'no group', written });
      return word(written);
    default:
      if (/^(?:https?|mailto|ftp)$/u.test(name)) return word(written);
      if (tokens(name).length > 0 && tokens(value).length > 0)
        notes.push({ kind: 'no operator', name, written });
      return word(written);
  }
}

/** Drops groups of one and of none, and joins groups within groups of the same kind. */
function simplify(clause: Clause): Clause {
  if (clause.kind === 'not') return { kind: 'not', clause: simplify(clause.clause) };
  if (clause.kind !== 'all' && clause.kind !== 'any') return clause;
  const { kind } = clause;
  const clauses = clause.clauses
    .map(simplify)
    .flatMap((part) => (part.kind === kind && !scoped(part) ? part.clauses : [part]))
    .filter((part) => !isEmpty(part));
  const only = clauses.length === 1 ? clauses[0] : undefined;
  return only ?? { kind, clauses };
}

function isEmpty(clause: Clause): boolean {
  if (clause.kind === 'not') return isEmpty(clause.clause);
  return 'clauses' in clause && clause.clauses.length === 0;
}

/** `in:heading` speaks for the group it stands in, and so that group stays one. */
function scoped(clause: Clause & { kind: 'all' | 'any' }): boolean {
  return clause.clauses.some((part) => part.kind === 'in');
}
