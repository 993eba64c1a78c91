// How long a text is, in words, for any script.

/** Words; of scripts that write without spaces, two characters count as one. */
export function countWords(text: string): number {
  const dense = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu,
  );
  const spaced = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu);
  return (spaced?.length ?? 0) + Math.ceil((dense?.length ?? 0) / 2);
}
