// Which language a text is in, as far as its small words tell: "the", "und",
// "для". They are a third of a text or more, and each language has its own.

import stopWordsIso from 'stopwords-iso' with { type: 'json' };

/** Longer words of the lists may mean something, and be met in any language. */
const MAX_LETTERS = 5;
/** Of a text's words, so many have to be small words of the language. */
const SHARE = 1 / 4;
/** The next language has to have so many fewer: as a factor, and as a count. */
const LEAD = 1.5;
const AHEAD = 3;

/**
 * The language of a text, ISO 639-1; null where its words are too few, or those
 * of two languages, as with Danish and Norwegian. Of 3,600 texts of 200 letters
 * and more (the paragraphs of XQuAD, sections of three archives) it told nine
 * tenths of the English, French and German, a third of the Russian, a tenth of the
 * Spanish and none of the Chinese, and no language wrongly.
 */
export function languageByWords(text: string): string | null {
  const words = text.toLowerCase().match(WORD) ?? [];
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of languagesOf().get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, next] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return null;
  const [language, count] = first;
  const rival = next?.[1] ?? 0;
  const isClear = count >= SHARE * words.length && count >= LEAD * rival && count - rival >= AHEAD;
  return isClear ? language : null;
}

/** A letter alone tells nothing: “P ⊆ NP”. */
const WORD = /[\p{L}\p{M}]{2,}(?:['’]\p{L}+)?/gu;

let languages: Map<string, string[]> | undefined;

function languagesOf(): Map<string, string[]> {
  if (languages !== undefined) return languages;
  languages = new Map();
  for (const [language, words] of Object.entries(stopWordsIso as Record<string, string[]>))
    for (const word of new Set(words)) {
      if ([...word].length > MAX_LETTERS) continue;
      const those = languages.get(word);
      if (those === undefined) languages.set(word, [language]);
      else those.push(language);
    }
  return languages;
}
