// How long texts are, in words, for any script.

/** Words; of scripts that write without spaces, two characters count as one. */
export function countWords(text: string): number {
  if (!DENSE.test(text)) return text.match(WORD)?.length ?? 0;
  const dense = text.match(DENSE_RUN)!.reduce((sum, run) => sum + [...run].length, 0);
  return (text.replace(DENSE_RUN, ' ').match(WORD)?.length ?? 0) + Math.ceil(dense / 2);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const DENSE_RUN = new RegExp(`${DENSE.source}+`, 'gu');

/** The middle one, of an even number the upper; 0 for none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
