// Acronyms found by their definitions: "objectives and key results (OKRs)", and
// the other way about, "OKRs (objectives and key results)".

import { alignment } from './acronym-alignment.js';

export interface AcronymDefinition {
  short: string;
  long: string;
  /** Where the definition stands, from the first of the two to the last, in UTF-16 units. */
  start: number;
  end: number;
}

const MAX_SHORT = 12;
/** Below this the letters fit by accident; set on 1,250 abstracts (`bench/concepts.ts`). */
const MIN_ALIGNMENT = 0.4;

/**
 * The acronyms that a text defines. Candidates are those of Schwartz and Hearst
 * (PSB 2003); instead of the shortest fitting words, those are taken whose
 * initials fit best.
 */
export function findAcronyms(text: string): AcronymDefinition[] {
  const found: AcronymDefinition[] = [];
  for (const { open, end } of parentheses(text)) {
    const inside = text.slice(open + 1, end - 1).trim();
    const before = sentenceBefore(text, open);
    const [first = ''] = inside.split(/[,;:]\s|\s(?:or|and)\s|=/u);
    const short = unquote(first.trim());
    const own = isShort(short) ? longBefore(short, before) : undefined;
    if (own !== undefined) {
      found.push({ short, long: own, start: open - distance(before, own), end });
      continue;
    }
    // "(blood-brain barrier, BBB)": the parenthesis holds both.
    const [, spelt = '', last = ''] = /^(.+),\s(?:or\s)?(\S+)$/u.exec(inside) ?? [];
    if (isShort(last) && best(last, [spelt]) !== undefined) {
      found.push({ short: last, long: spelt, start: open + 1, end: end - 1 });
      continue;
    }
    const word = unquote(/(\S+)\s*$/u.exec(before)?.[1] ?? '');
    const long = isShort(word) ? longWithin(word, inside) : undefined;
    if (long !== undefined)
      found.push({ short: word, long, start: open - distance(before, word), end });
  }
  return found;
}

/** Longer ones hold an aside, not an acronym or what it stands for. */
const MAX_PARENTHESIS = 160;

/** Every pair of parentheses or brackets, those within others too. */
function parentheses(text: string): { open: number; end: number }[] {
  const found: { open: number; end: number }[] = [];
  const opened: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[()[\]\n]/gu)) {
    if (sign === '\n') opened.length = 0;
    else if (sign === '(' || sign === '[') opened.push(index);
    else {
      const open = opened.pop();
      if (open !== undefined && index - open <= MAX_PARENTHESIS)
        found.push({ open, end: index + 1 });
    }
  }
  return found.sort((a, b) => a.open - b.open);
}

function sentenceBefore(text: string, end: number): string {
  const from = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 400);
  const before = text.slice(from, end);
  // An earlier parenthesis ends what can be spelt out, unless it is part of a word.
  const cut = Math.max(
    ...[...before.matchAll(/[.;:?!]\s+(?=\p{Lu})|[;]\s|\s[([][^()[\]]*[)\]]\s/gu)].map(
      (match) => match.index + match[0].length,
    ),
    0,
  );
  return before.slice(cut);
}

function isShort(short: string): boolean {
  if (short.length < 1 || short.length > MAX_SHORT || short.split(/\s+/u).length > 2) return false;
  if (!/^[\p{L}\p{N}]/u.test(short) || !/\p{L}/u.test(short)) return false;
  // An acronym has a capital somewhere or is very short: "(see below)" is none.
  return /\p{Lu}|\p{N}/u.test(short) || /^\p{L}{2,4}$/u.test(short);
}

/** The words at the end of a text that an acronym stands for. */
function longBefore(short: string, before: string): string | undefined {
  const limit = maxWords(short);
  const starts = [...before.matchAll(/(?<![^\s("“[/])[^\s("“[/]/gu)]
    .map((match) => match.index)
    .slice(-limit);
  return best(
    short,
    starts.map((start) => unquote(before.slice(start).trim())),
  );
}

/** The words within a parenthesis that the acronym before it stands for. */
function longWithin(short: string, inside: string): string | undefined {
  const [first = ''] = inside.split(/[;,]\s/u);
  if (first.length <= short.length || !first.includes(' ')) return undefined;
  return best(short, [first.replace(/^(?:the|an?|or|i\.e\.,?)\s+/iu, '').trim()]);
}

function best(short: string, candidates: readonly string[]): string | undefined {
  let chosen: { long: string; fit: number } | undefined;
  for (const long of candidates) {
    if (!isLong(long, short)) continue;
    const fit = alignment(short, long);
    if (fit >= MIN_ALIGNMENT && (chosen === undefined || fit >= chosen.fit)) chosen = { long, fit };
  }
  return chosen?.long;
}

function isLong(long: string, short: string): boolean {
  if (long.length <= short.length || !/\p{L}{2}/u.test(long)) return false;
  if (long.split(/[\s-]+/u).includes(short)) return false;
  const open = (long.match(/[([]/gu) ?? []).length;
  return open === (long.match(/[)\]]/gu) ?? []).length;
}

function maxWords(short: string): number {
  const letters = (short.match(/[\p{L}\p{N}]/gu) ?? []).length;
  return Math.min(letters + 5, letters * 2 + 1);
}

function unquote(text: string): string {
  const bare = text.replace(/^["'“”‘’]+|["'“”‘’]+$/gu, '');
  // M.O.I. is written with its last full stop, "(MOI.)" is not.
  return bare.indexOf('.') === bare.length - 1 ? bare.slice(0, -1) : bare;
}

function distance(before: string, words: string): number {
  return before.length - Math.max(0, before.lastIndexOf(words));
}
