// Folding: what lets "Cafe" find "café" and "STRASSE" find "Straße".

/**
 * Lower case, compatibility forms made plain (ﬁ, ①, full width), accents of
 * Latin and Greek letters dropped, a few letters spelt as they are typed
 * without their key (ł, ø, ß, æ). Other scripts keep their marks: in が, й or
 * किताब the mark makes another letter, not an accent.
 */
export function fold(text: string): string {
  // Most words are plain ASCII, and those need nothing but lower case.
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(IGNORED, '')
    .replace(SPELT, (letter) => SPELLING.get(letter) ?? letter.charAt(0))
    .normalize('NFC')
    .toLowerCase();
}

// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant.
const NOT_ASCII = /[^\x00-\x7f]/;
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}][\u0300-\u036f]*)[\u0300-\u036f]/gu;
/** Soft hyphens, joiners, the Arabic tatweel and vowel signs, Hebrew points: written or not at will. */
const IGNORED =
  // eslint-disable-next-line no-misleading-character-class -- each mark is meant by itself.
  /[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\u0640\u064b-\u0652\u0591-\u05bd\u05bf\u05c1\u05c2]/gu;
const SPELLING = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ð', 'd'],
  ['’', "'"],
  // Arabic letters that are written for one another.
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ς', 'σ'],
]);
/** As NFKD leaves them: ё is е and a diaeresis by then, أ an alef and a hamza. */
const SPELT = /[łøđħıßæœþð’ىةς]|е\u0308|ا[\u0653-\u0655]/gu;
