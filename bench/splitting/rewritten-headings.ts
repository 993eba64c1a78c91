// Files whose headings are rewritten as what acts as one in newsletters, to see
// whether the same sections are found.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readIssue } from '../../src/archive/read-issue.js';
import type { Counts } from './measures.js';

/** Gives the lines that stand in the place of a heading. */
export interface Form {
  name: string;
  write: (words: string, depth: number, bullet: string) => string[];
  /** The text below goes on the same line. */
  leads?: boolean;
}

export const FORMS: readonly Form[] = [
  { name: 'untouched', write: (words, depth) => [`${'#'.repeat(depth)} ${words}`] },
  { name: 'setext', write: (words, depth) => [words, depth === 1 ? '======' : '------'] },
  { name: 'bold line', write: (words) => [`**${words}**`] },
  { name: 'bold list item', write: (words, _, bullet) => [`${bullet} **${words}**`] },
  { name: 'bold lead-in', write: (words, _, bullet) => [`${bullet} **${words}:**`], leads: true },
];

export interface HeadingCounts extends Counts {
  /**
   * Sections that begin with bold words of the author's own. He did not write
   * them as headings, and they act as headings: they count neither way.
   */
  own: number;
}

/** Sections that begin on the line of a heading, summed over all files of a folder. */
export function headingCounts(dir: string, form: Form): HeadingCounts {
  const counts: HeadingCounts = { found: 0, right: 0, wanted: 0, own: 0 };
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue;
    const { text, lines } = rewrite(readFileSync(join(dir, name), 'utf8'), form);
    const { issue } = readIssue({ file: name, bytes: new TextEncoder().encode(text) });
    if (issue === null) continue;
    // Cuts by topic are another table's; the heading that gave the title begins the lede.
    const found = issue.sections.filter(({ form }) => form !== 'lede' && form !== 'topic');
    const wanted = new Set(lines.map(({ line }) => line));
    if (issue.sources.title === 'heading' || form.name === 'untouched' || form.name === 'setext') {
      const top = lines.find(({ words }) => plain(words) === plain(issue.title));
      if (top !== undefined && !found.some(({ line }) => line === top.line))
        wanted.delete(top.line);
    }
    const source = text.split('\n');
    const own = found.filter(
      ({ line }) => !wanted.has(line) && OWN_LEAD.test(source[line - 1] ?? ''),
    );
    counts.own += own.length;
    counts.found += found.length - own.length;
    counts.right += found.filter(({ line }) => wanted.has(line)).length;
    counts.wanted += wanted.size;
  }
  return counts;
}

const OWN_LEAD = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?[_*[]*(?:\*\*|__)/;

interface Rewritten {
  text: string;
  lines: { line: number; words: string }[];
}

export function rewrite(text: string, form: Form): Rewritten {
  const out: string[] = [];
  const lines: Rewritten['lines'] = [];
  const bullet = freeBullet(text);
  let fence = false;
  let lead: string | null = null;
  for (const line of text.split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) fence = !fence;
    const heading = fence ? null : /^(#{1,6}) +(.*?)(?:\s+#+)?\s*$/.exec(line);
    if (lead !== null) {
      // Only a paragraph can stand behind a lead-in; before anything else it stands alone.
      if (line.trim() === '') continue;
      const isParagraph =
        heading === null && /^[\p{L}\p{N}"“*_[(]/u.test(line) && !/^\d+[.)] |^\* /.test(line);
      out.push(isParagraph ? `${lead} ${line}` : lead);
      lead = null;
      if (isParagraph) continue;
      out.push('');
    }
    if (heading === null || heading[2]!.trim() === '') {
      out.push(line);
      continue;
    }
    // What begins with a number would be a list when it stands alone.
    const words = heading[2]!
      .replace(/\*\*/g, '')
      .replace(/\s*\{#[^}]*\}$/, '')
      .replace(/^(\d+)([.)])/, '$1\\$2');
    out.push('');
    lines.push({ line: out.length + 1, words });
    const written = form.write(words, heading[1]!.length, bullet);
    if (form.leads === true) lead = written[0]!;
    else out.push(...written, '');
  }
  if (lead !== null) out.push(lead);
  return { text: out.join('\n'), lines };
}

/**
 * A bullet that no list of the file has. With the same one, CommonMark makes an
 * item written for a heading and the list below it one list, in which nothing
 * tells the heading from its points: no author who sees his page leaves it so.
 */
function freeBullet(text: string): string {
  return ['-', '*', '+'].find((mark) => !new RegExp(`^\\s*[${mark}]\\s`, 'm').test(text)) ?? '-';
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
