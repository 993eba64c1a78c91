// Front matter without fences: lines at the top of a file.

import type { FrontMatter } from './front-matter.js';

/** Keys that such lines begin with; any other word with a colon is prose. */
const KEYS =
  /^(?:title|subject|date|author|authors|from|to|by|number|issue|category|tags|slug|status|summary|lang|language|modified|url|link|template|series|publication|newsletter|sent|published|save_as|translation|keywords|description)$/i;

/** The lines at the top of a text; undefined when it has none. */
export function readHeaderLines(text: string): FrontMatter | undefined {
  return readBracketLines(text) ?? readColonLines(text);
}

/** LCTT: `[#]: subject: (…)` or `[#]: subject: "…"`. Later lines may stand below the title. */
function readBracketLines(text: string): FrontMatter | undefined {
  if (!/^\s*\[#\]:\s*\w+\s*:/.test(text)) return undefined;
  const data: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  const all = text.split('\n');
  const body = all.map((line, index) => {
    const pair = /^\s*\[#\]:\s*([\w-]+)\s*:?\s*(.*)$/.exec(line);
    if (pair === null) return line;
    const key = pair[1]!;
    data[key] ??= unwrap(pair[2]!.trim());
    lines[key] ??= index + 1;
    return '';
  });
  return { data, lines, form: 'header lines', body: body.join('\n'), problems: [] };
}

function unwrap(value: string): string {
  return value
    .replace(/^\((.*)\)$/, '$1')
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

/** Pelican and mail: `Title: …`, to the first empty line; indented lines go on. */
function readColonLines(text: string): FrontMatter | undefined {
  const all = text.split('\n');
  const start = all.findIndex((line) => line.trim() !== '');
  const data: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  let last: string | null = null;
  let at = start;
  for (; at >= 0 && at < all.length; at += 1) {
    const line = all[at]!;
    const pair = /^([A-Za-z][A-Za-z _-]{0,30}):(?:[ \t]+(.*))?$/.exec(line);
    if (pair !== null && (last !== null || KEYS.test(pair[1]!))) {
      last = pair[1]!;
      data[last] ??= (pair[2] ?? '').trim();
      lines[last] ??= at + 1;
    } else if (last !== null && /^[ \t]+\S/.test(line))
      data[last] = `${String(data[last])} ${line.trim()}`.trim();
    else break;
  }
  const known = Object.keys(data).filter((key) => KEYS.test(key));
  const named = known.some((key) => /^(?:title|subject|date)$/i.test(key));
  const ended = at >= all.length || all[at]!.trim() === '' || known.length > 1;
  if (!named || !ended || known.length * 2 < Object.keys(data).length) return undefined;
  const body = all.map((line, index) => (index < at ? '' : line)).join('\n');
  return { data, lines, form: 'header lines', body, problems: [] };
}
