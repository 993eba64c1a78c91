import type { SearchResult } from '../knowledge-base/knowledge-base.js';
import type { Words } from './en.js';

/** How the words of a question were read, in sentences, where that is not just as written. */
export function questionInWords({ search: words }: Words, query: SearchResult['query']): string[] {
  const { corrected, ignored, unmatched, mode, notes, terms } = query;
  const sentences = corrected.map(({ from, to }) => words.corrected(from, to));
  if (ignored.length > 0) sentences.push(words.ignored(ignored));
  if (unmatched.length > 0) sentences.push(words.unmatched(unmatched));
  if (mode === 'some' && terms.length > 1) sentences.push(words.someWords);
  return [...sentences, ...notes];
}
