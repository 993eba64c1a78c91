// Rules on the source must not touch code: an issue about templates shows them.

/** A block between fences (closed or to the end), or words between backticks within a paragraph. */
const CODE =
  /^(?:[ \t]*(?:>[ \t]*)*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)?)(`{3,}|~{3,})[^\n]*(?:\n[\s\S]*?(?:\n[ \t]*(?:>[ \t]*)*\1[`~]*[ \t]*(?=\n|$)|$(?![\s\S]))|$(?![\s\S]))|(?<!`)(`+)(?!`)(?:[^`\n]|\n(?![ \t]*\n))+?(?<!`)\2(?!`)/gm;

/** The text with `change` applied to all that is not code. */
export function outsideCode(text: string, change: (part: string) => string): string {
  if (!text.includes('`') && !text.includes('~~~')) return change(text);
  let out = '';
  let at = 0;
  for (const match of text.matchAll(CODE)) {
    out += change(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return out + change(text.slice(at));
}

/** Nothing in the place of a match, but its line ends: line numbers stay the file's. */
export function lineEndsOf(text: string): string {
  return text.replace(/[^\n]+/g, '');
}
