import type { SearchResult } from '../knowledge-base/knowledge-base.js';

/** How the words of a question were read, in sentences, where that is not just as written. */
export function readingOf(query: SearchResult['query']): string[] {
  const { corrected, ignored, unmatched, mode, notes, terms } = query;
  const sentences = corrected.map(
    ({ from, to }) => `The archive has no “${from}”; “${to}” was searched in its place.`,
  );
  if (ignored.length > 0) sentences.push(`Not searched for: ${list(ignored)}.`);
  if (unmatched.length > 0) sentences.push(`Nothing here matches ${list(unmatched)}.`);
  if (mode === 'some' && terms.length > 1)
    sentences.push('Too few sections have every word, so those with some of them are here too.');
  return [...sentences, ...notes];
}

function list(words: string[]): string {
  return new Intl.ListFormat('en').format(words.map((word) => `“${word}”`));
}
