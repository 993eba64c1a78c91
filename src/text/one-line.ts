// A text of several lines, written on one.

/**
 * Cells, items and lines of code, which stood apart, are kept apart by a dot;
 * what ends with a stop is not.
 */
export function onOneLine(text: string): string {
  return text
    .replace(/(?<=[.!?…:;,。！？：；，、])\s*\n\s*/gu, ' ')
    .replace(/\s*\n\s*/gu, ' · ')
    .replace(/\s{2,}/gu, ' ');
}
