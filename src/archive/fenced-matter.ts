// Front matter between fences: YAML, TOML and JSON.
//
// gray-matter runs code when a fence says `---js`, whatever its options say, and
// keeps what it read in a cache when it is given none. So the fence's word is
// checked before gray-matter sees the file, every engine is ours, and it is
// always given options.

import matter from 'gray-matter';
import { parse as parseToml } from 'smol-toml';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../model.js';
import type { FrontMatter } from './front-matter.js';

const YAML_WORDS = new Set(['', 'yaml', 'yml']);

/** The front matter of a text that begins with a fence; undefined for any other text. */
export function readFencedMatter(file: string, text: string): FrontMatter | undefined {
  const json = readBareJson(file, text);
  if (json !== undefined) return json;

  const fence = /^\s*(---|\+\+\+|;;;)[ \t]*([\w/-]*)[ \t]*\n/.exec(text);
  if (fence === null) return undefined;
  const mark = fence[1]!;
  const word = fence[2]!.toLowerCase();
  const matterStart = fence[0].length;
  const end = findEnd(text, mark, matterStart);
  if (end === null) return readUnclosed(file, text, mark);

  const source = text.slice(matterStart, end.start);
  const firstLine = lineAt(text, matterStart);
  const body = blankLines(text.slice(0, end.end)) + text.slice(end.end);
  const language =
    mark === '+++' ? 'toml' : mark === ';;;' ? 'json' : YAML_WORDS.has(word) ? 'yaml' : word;
  // A line of hyphens may as well be a rule under which the text begins.
  if (language === 'yaml' && word === '' && !looksLikeMatter(source)) return undefined;

  const read = parseMatter(file, language, source, firstLine);
  return { ...read, form: 'front matter', body };
}

interface Parsed {
  data: Record<string, unknown>;
  lines: Record<string, number>;
  problems: Problem[];
}

function parseMatter(file: string, language: string, source: string, firstLine: number): Parsed {
  const problem = (line: number | null, what: string, how: string): Problem => ({
    file,
    line,
    kind: 'front-matter',
    what,
    how,
  });
  if (!['yaml', 'toml', 'json'].includes(language))
    return {
      data: {},
      lines: {},
      problems: [
        problem(
          firstLine - 1,
          `The front matter is written in “${language}”, which Backmatter never runs.`,
          'Write it in YAML between --- and ---.',
        ),
      ],
    };

  const problems: Problem[] = [];
  let lines = keyLines(source, firstLine);
  const yaml = (input: string): Record<string, unknown> => {
    // gray-matter hands over the line end of the fence with it.
    const read = readYaml(input.replace(/^\n/, ''), firstLine);
    lines = { ...lines, ...read.lines };
    for (const fault of read.faults)
      problems.push(
        problem(
          fault.line,
          `The front matter is not valid YAML: ${fault.what}.`,
          'Mend that line.',
        ),
      );
    return read.data;
  };
  try {
    const { data } = matter(`---${language}\n${source}\n---\n`, {
      language,
      engines: {
        yaml,
        toml: (input: string) => parseToml(input),
        json: (input: string) => JSON.parse(input) as object,
        js: refuse,
        javascript: refuse,
        coffee: refuse,
      },
    });
    return { data: plainData(data), lines, problems };
  } catch (error) {
    problems.push(
      problem(
        firstLine,
        `The front matter is not valid ${language.toUpperCase()}: ${oneLine(error)}.`,
        'Mend it, or write it in YAML.',
      ),
    );
    return { data: scanKeys(source), lines, problems };
  }
}

function refuse(): never {
  throw new Error('code in front matter is never run');
}

interface YamlRead extends Pick<Parsed, 'data' | 'lines'> {
  faults: { line: number; what: string }[];
}

/** YAML 1.2 core: dates stay text, so that an impossible one is not rolled over. */
function readYaml(source: string, firstLine: number): YamlRead {
  const counter = new LineCounter();
  const doc = parseDocument(indentQuoted(source), {
    schema: 'core',
    lineCounter: counter,
    prettyErrors: false,
  });
  const lineOf = (offset: number) => firstLine + Math.max(0, counter.linePos(offset).line - 1);
  const lines: Record<string, number> = {};
  if (isMap(doc.contents))
    for (const { key } of doc.contents.items)
      if (isScalar(key) && key.range) lines[String(key.value)] = lineOf(key.range[0]);

  const faults = doc.errors.map((error) => ({
    line: lineOf(error.pos[0]),
    what: oneLine(error),
  }));
  // Of a broken text yaml gives a guess, which may have eaten half the keys; the
  // lines that read `key: value` by themselves are surer.
  if (faults.length > 0) return { data: scanKeys(source), lines, faults: faults.slice(0, 1) };
  try {
    return { data: plainData(doc.toJS({ maxAliasCount: 20 })), lines, faults };
  } catch (error) {
    faults.push({ line: firstLine, what: oneLine(error) });
    return { data: scanKeys(source), lines, faults };
  }
}

/**
 * Quoted text may go on over lines that are not indented: YAML forbids it, yet
 * every other tool reads it.
 */
function indentQuoted(source: string): string {
  let quote: string | undefined;
  return source
    .split('\n')
    .map((line) => {
      const within = quote !== undefined;
      const value = within ? line : (/^[\w-]+:\s+(["'].*)$/.exec(line)?.[1] ?? '');
      quote ??= /^["']/.exec(value)?.[0];
      if (quote !== undefined) {
        const rest = (within ? value : value.slice(1)).replace(quote === '"' ? /\\./g : /''/g, '');
        if (rest.includes(quote)) quote = undefined;
      }
      return within && line !== '' ? ` ${line}` : line;
    })
    .join('\n');
}

/** `key: value` lines, each read by itself, for front matter that is broken as a whole. */
function scanKeys(source: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  let list: unknown[] | null = null;
  for (const line of source.split('\n')) {
    const pair = /^([A-Za-z_][\w-]*)\s*[:=]\s*(.*)$/.exec(line);
    const item = /^\s*-\s+(.+)$/.exec(line);
    if (pair !== null) {
      const value = pair[2]!.trim();
      list = value === '' ? [] : null;
      data[pair[1]!] = list ?? scalar(value);
    } else if (item !== null && list !== null) list.push(scalar(item[1]!.trim()));
  }
  return plainData(data);
}

function scalar(value: string): unknown {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  if (quoted !== null) return quoted[2];
  const list = /^\[(.*)\]$/.exec(value);
  if (list !== null) return list[1]!.split(',').map((item) => scalar(item.trim()));
  return value === 'true' ? true : value === 'false' ? false : value;
}

function keyLines(source: string, firstLine: number): Record<string, number> {
  const lines: Record<string, number> = {};
  source.split('\n').forEach((line, index) => {
    const key = /^\s{0,2}"?([A-Za-z_][\w-]*)"?\s*[:=]/.exec(line)?.[1];
    if (key !== undefined) lines[key] ??= firstLine + index;
  });
  return lines;
}

/** Own, plain, and without keys that reach into Object: what a file may hand to the program. */
function plainData(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const clean = plain(value, 0);
  return clean as Record<string, unknown>;
}

function plain(value: unknown, depth: number): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : tomlDate(value);
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 8) return null;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  const own: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value))
    if (!['__proto__', 'constructor', 'prototype'].includes(key)) own[key] = plain(item, depth + 1);
  return own;
}

/** A TOML date is a Date that prints as it was written. */
function tomlDate(date: Date): string {
  return date.toISOString();
}

function readBareJson(file: string, text: string): FrontMatter | undefined {
  if (!/^\s*\{\s*(?:"|\n)/.test(text)) return undefined;
  const close = /\n\}[ \t]*(?:\n|$)/.exec(text);
  if (close === null) return undefined;
  const end = close.index + close[0].length;
  const source = text.slice(0, end);
  if (!/^\s*\{\s*"[^"\n]*"\s*:/.test(source)) return undefined;
  const parsed = parseMatter(file, 'json', source, 1);
  return { ...parsed, form: 'front matter', body: blankLines(source) + text.slice(end) };
}

function findEnd(text: string, mark: string, from: number): { start: number; end: number } | null {
  const closing =
    mark === '---'
      ? /^(?:---|\.\.\.)[ \t]*$/gm
      : mark === '+++'
        ? /^\+\+\+[ \t]*$/gm
        : /^;;;[ \t]*$/gm;
  closing.lastIndex = from;
  const found = closing.exec(text);
  if (found === null) return null;
  return { start: found.index, end: Math.min(text.length, found.index + found[0].length + 1) };
}

function readUnclosed(file: string, text: string, mark: string): FrontMatter | undefined {
  const rest = text.slice(text.indexOf(mark) + mark.length);
  const source = /^[^\n]*\n([\s\S]*?)(?:\n[ \t]*\n|$)/.exec(rest)?.[1] ?? '';
  if (!looksLikeMatter(source)) return undefined;
  const end = text.indexOf(source) + source.length;
  const firstLine = lineAt(text, text.indexOf(source));
  return {
    data: scanKeys(source),
    lines: keyLines(source, firstLine),
    form: 'front matter',
    body: blankLines(text.slice(0, end)) + text.slice(end),
    problems: [
      {
        file,
        line: firstLine - 1,
        kind: 'front-matter',
        what: 'The front matter is never closed.',
        how: `Write ${mark} on a line of its own after its last key.`,
      },
    ],
  };
}

function looksLikeMatter(source: string): boolean {
  const first = source.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
  return (
    first === undefined ||
    /^\s*(?:"[^"]+"|'[^']+'|[\p{L}_][^\n:=]{0,60}?)\s*[:=]/u.test(first) ||
    /^[{[\-?&!]/.test(first)
  );
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function blankLines(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .split('\n')[0]!
    .replace(/[.:]\s*$/, '')
    .slice(0, 160);
}
