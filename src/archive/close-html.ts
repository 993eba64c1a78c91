// HTML whose tags, quotes or raw texts never end, made to end at once: what
// follows them is the reader's, and an HTML parser would swallow it.

/** A fragment in which no tag reaches beyond its line and no raw text beyond its element. */
export function closeHtml(html: string): string {
  return endRawTexts(endTags(html));
}

/** Cuts out a tag whose `>` or closing quote is missing, up to the end of its line. */
function endTags(html: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open === -1) return out + html.slice(at);
    out += html.slice(at, open);
    const comment = html.startsWith('<!--', open) ? html.indexOf('-->', open) : -1;
    if (comment !== -1) {
      at = comment + 3;
      continue;
    }
    TAG.lastIndex = open;
    const tag = TAG.exec(html)?.[0];
    if (tag !== undefined) {
      out += tag;
      at = open + tag.length;
      continue;
    }
    const begins =
      /^<[/!?]?[a-z]/i.test(html.slice(open, open + 3)) || html.startsWith('<!--', open);
    if (!begins) {
      out += '&lt;';
      at = open + 1;
      continue;
    }
    at = endOfBrokenTag(html, open);
  }
}

/** A whole tag. A value may go over lines, but no value holds a `<`, which a broken one would. */
const TAG =
  /<\/?[a-z][\w:-]*(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))?|\s*\/|\s*["'](?=[\s>]))*\s*\/?>|<[!?][^<>]*>/iy;

function endOfBrokenTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return open + 4;
  const line = html.indexOf('\n', open);
  const end = line === -1 ? html.length : line;
  const next = html.indexOf('<', open + 1);
  const close = html.indexOf('>', open + 1);
  if (close !== -1 && close < end && (next === -1 || close < next)) return close + 1;
  return next !== -1 && next < end ? next : end;
}

const RAW = /<(script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)\b[^>]*>/gi;

/** Takes away the beginning of a raw text that never ends; its words stay. */
function endRawTexts(html: string): string {
  return html.replace(RAW, (tag, name: string, offset: number) =>
    name.toLowerCase() !== 'plaintext' &&
    html.toLowerCase().includes(`</${name.toLowerCase()}`, offset)
      ? tag
      : '',
  );
}
