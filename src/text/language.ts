// Which language a text is in.

import { eld } from 'eld/small';

/** Too little to tell by: "OKR" or a list of names would get any language. */
const MIN_LETTERS = 20;
/** As much of a text is looked at: eld itself looks at about 350 bytes. */
const MAX_LOOKED_AT = 400;

/** The language of a text, ISO 639-1; null when it is too short or cannot be told. */
export function detectLanguage(text: string): string | null {
  const start = text.slice(0, MAX_LOOKED_AT);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Hangul}]/u.test(
    start,
  );
  if (letters < (unspaced ? 4 : MIN_LETTERS)) return null;
  const result = eld.detect(start);
  return result.isReliable() && result.language !== '' ? result.language : null;
}
