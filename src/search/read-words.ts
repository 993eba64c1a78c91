// Cuts a section into words: what phrases, excerpts and the index go by.

import { baseLanguage } from '../text/stems.js';
import { isStopWord } from '../text/stop-words.js';
import { tokens, type Token } from '../text/tokens.js';
import { BREAK, FIELDS } from './fields.js';
import type { Run } from './runs.js';
import type { SearchableSection } from './search-index.js';
import type { Vocabulary } from './vocabulary.js';

export interface SectionWords extends Run {
  language: string | null;
  /** The words of its text that are no stop words. */
  length: number;
}

/**
 * `given`: the language that the section or its issue is said to be in; `before`:
 * that of the section before it, which it is likely to be in when none is given.
 */
export function readWords(
  { section, concepts }: SearchableSection,
  given: string | null,
  before: string | null,
  vocabulary: Vocabulary,
): SectionWords {
  const text = tokens(section.text);
  const language = baseLanguage(given) ?? before;
  const passages: Record<(typeof FIELDS)[number], readonly Token[][]> = {
    heading: [tokens(section.heading)],
    trail: section.trail.map(tokens),
    concepts: concepts.map(({ label }) => tokens(label)),
    text: [text],
  };
  const numberOf = vocabulary.taker(language);
  const words: number[] = [];
  const fieldStarts: number[] = [];
  for (const field of FIELDS) {
    fieldStarts.push(words.length);
    for (const passage of passages[field]) {
      for (const token of passage) words.push(numberOf(token));
      words.push(BREAK);
    }
  }
  fieldStarts.push(words.length);
  return {
    words: Uint32Array.from(words),
    fieldStarts,
    landmarks: landmarksOf(text),
    language,
    length: text.reduce((sum, { form }) => (isStopWord(form, language) ? sum : sum + 1), 0),
  };
}

/** Words between two landmarks. */
const LANDMARK_EVERY = 64;

/** Only where a text can be cut: not within a joined word or a run of Han. */
function landmarksOf(text: readonly Token[]): Uint32Array {
  const landmarks: number[] = [];
  let last = 0;
  text.forEach(({ free, start }, index) => {
    if (index - last < LANDMARK_EVERY || !free) return;
    landmarks.push(index, start);
    last = index;
  });
  return Uint32Array.from(landmarks);
}
