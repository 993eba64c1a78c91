// Which language a text is in.

import type { eld } from 'eld/small';
import { languageByWords } from './language-by-words.js';

/** Too little to tell by: "OKR" or a list of names would get any language. */
const MIN_LETTERS = 20;
/** As much of a text is looked at: eld itself looks at about 350 bytes. */
const MAX_LOOKED_AT = 400;

/** Thrown for a text whose words do not tell its language, where eld is not loaded; see `withDetector`. */
export class DetectorNeeded extends Error {}

let detector: typeof eld | undefined;

/**
 * The language of a text, ISO 639-1; null when it is too short or cannot be
 * told. Its small words tell most, and eld tells the rest.
 *
 * @throws DetectorNeeded
 */
export function detectLanguage(text: string): string | null {
  const start = text.slice(0, MAX_LOOKED_AT);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Hangul}]/u.test(
    start,
  );
  if (letters < (unspaced ? 4 : MIN_LETTERS)) return null;
  const told = unspaced ? null : languageByWords(start);
  if (told !== null) return told;
  if (detector === undefined)
    throw new DetectorNeeded('No detector is loaded: ask within withDetector.');
  const result = detector.detect(start);
  return result.isReliable() && result.language !== '' ? result.language : null;
}

/**
 * Does a work that may detect languages. eld takes half a second and 100 MB to
 * load, and many an archive never needs it: it is loaded when the work turns out
 * to, which is then done again.
 */
export async function withDetector<Value>(work: () => Value): Promise<Value> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DetectorNeeded)) throw error;
    await loadDetector();
    return work();
  }
}

/** From then on `detectLanguage` does not throw. */
export async function loadDetector(): Promise<void> {
  ({ eld: detector } = await import('eld/small'));
}
