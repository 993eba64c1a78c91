// Of scored candidates, those that become concepts.

import type { Acronym } from '../acronyms/acronym-names.js';
import { inflectionKey } from '../mentions/inflected.js';
import { nameKey } from '../words.js';
import type { Candidate } from './candidate.js';
import { placesOf } from './places.js';
import type { Row } from './row.js';
import { areWholeWords, hasNoBlanks } from './whole-words.js';

/** A candidate that becomes a concept. */
export interface Chosen {
  candidate: Candidate;
  score: number;
  aliases: string[];
}

/**
 * The best of them, each once.
 *
 * @param scored the likeliest first
 */
export function choose(
  scored: readonly { candidate: Candidate; score: number }[],
  row: Row,
  { acronyms, language, limit }: { acronyms: readonly Acronym[]; language: string; limit: number },
): Chosen[] {
  return merge(withoutPieces(scored, row, limit, language), acronyms, limit);
}

/** Of more candidates than are wanted, those that are whole words where the script sets no blanks. */
function withoutPieces<T extends { candidate: Candidate }>(
  scored: readonly T[],
  row: Row,
  limit: number,
  language: string,
): readonly T[] {
  if (!hasNoBlanks(language)) return scored;
  return scored
    .slice(0, 3 * limit)
    .filter(({ candidate }) => areWholeWords(placesOf(candidate, row), language));
}

/** The candidates with what is only another name of them taken in: an inflection, the other half of an acronym. */
function merge(
  scored: readonly { candidate: Candidate; score: number }[],
  acronyms: readonly Acronym[],
  limit: number,
): Chosen[] {
  const shortOf = new Map(acronyms.map(({ short, long }) => [nameKey(long), short]));
  const longOf = new Map(acronyms.map(({ short, long }) => [nameKey(short), long]));
  const chosen: Chosen[] = [];
  const merged = new Set<string>();
  const inflections = new Set<string>();
  for (const { candidate, score } of scored) {
    if (chosen.length === limit) break;
    const key = candidate.keys.join(' ');
    const inflection = inflectionKey(key);
    if (merged.has(key) || (inflection !== undefined && inflections.has(inflection))) continue;
    if (inflection !== undefined) inflections.add(inflection);
    const other = shortOf.get(key) ?? longOf.get(key);
    const aliases = other === undefined ? [] : [other];
    for (const alias of aliases) merged.add(nameKey(alias));
    chosen.push({ candidate, score, aliases });
  }
  return chosen;
}
