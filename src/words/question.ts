import type { SearchResult } from '../knowledge-base/knowledge-base.js';
import type { Words } from './en.js';

type Question = SearchResult['query'];

/** How the words of a question were read, in sentences, where that is not just as written. */
export function questionInWords(words: Words, query: Question): string[] {
  const { corrected, ignored, unmatched, mode, notes, terms } = query;
  const { search } = words;
  const sentences = corrected.map(({ from, to }) => search.corrected(from, to));
  if (ignored.length > 0) sentences.push(search.ignored(ignored));
  if (unmatched.length > 0) sentences.push(search.unmatched(unmatched));
  if (mode === 'some' && terms.length > 1) sentences.push(search.someWords);
  return [...sentences, ...notes.map((note) => noteInWords(words, note))];
}

export function noteInWords({ notes: words }: Words, note: Question['notes'][number]): string {
  switch (note.kind) {
    case 'too long':
      return words.tooLong(note.characters);
    case 'too deep':
      return words.tooDeep(note.depth);
    case 'too many words':
      return words.tooManyWords(note.words);
    case 'too much work':
      return words.tooMuchWork;
    case 'quotes apart':
      return words.quotesApart;
    case 'no field':
      return words.noField(note.written);
    case 'no period':
      return words.noPeriod(note.name, note.written);
    case 'no such day':
      return words.noSuchDay(note.written, note.lastDay);
    case 'no group':
      return words.noGroup(note.written);
    case 'no words':
      return words.noWords;
    case 'no operator':
      return words.noOperator(note.name, note.written);
  }
}
