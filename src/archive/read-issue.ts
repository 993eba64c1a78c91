// One file to one issue. What needs the other issues is `settle.ts`'s.

import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { FactName, FactSource, Issue, Problem } from '../model.js';
import { issueSlug, slugify } from '../slug.js';
import { DetectorNeeded, detectLanguage } from '../text/language.js';
import { cleanSource, cleanTree, elementRules, type RuleName } from './clean/rules.js';
import { decodeText } from './decode.js';
import { eachNode } from './each-node.js';
import { findDate, type DateClue, type DayMonthOrder } from './facts/date.js';
import { asList, asText, field } from './facts/fields.js';
import { findNumber } from './facts/number.js';
import {
  findAuthors,
  findLanguage,
  findPublication,
  findUrl,
  matterSource,
} from './facts/others.js';
import { findTitle } from './facts/title.js';
import { fingerprint } from './fingerprint.js';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import { parseMarkdown } from './markdown.js';
import { splitSections } from './sections/split.js';

export interface Source {
  /** Relative to the archive's folder, with `/`. */
  file: string;
  bytes: Uint8Array;
}

/** A file as it stood, without its bytes. */
export interface HashedFile {
  file: string;
  /** SHA-256 of its bytes, as hex. */
  hash: string;
}

/** What the owner has set. */
export interface ReadContext {
  /** Cleaning rules that are switched off, by name. */
  rulesOff?: readonly RuleName[];
}

/** A file as read, before its neighbours have had their say. Can be cloned and stored. */
export interface Reading {
  file: string;
  /** Null for a draft and for a file that is no text. */
  issue: Issue | null;
  /** What only the whole archive can settle. */
  clues: Clues;
  problems: Problem[];
}

export interface Clues {
  date: DateClue['open'];
  dayMonthOrder: DayMonthOrder | null;
  /** Of each section's blocks, `fingerprint` by `fingerprint`. */
  blocks: string[][];
}

/**
 * Reads one Markdown file. Pure and synchronous. Whatever goes wrong becomes a
 * problem, and the issue is given as well as it can be.
 *
 * @throws DetectorNeeded, and nothing else
 */
export function readIssue(source: Source, context: ReadContext = {}): Reading {
  const { file } = source;
  const problems: Problem[] = [];
  const none = (): Reading => ({
    file,
    issue: null,
    clues: { date: null, dayMonthOrder: null, blocks: [] },
    problems,
  });
  try {
    const decoded = decodeText(file, source.bytes);
    problems.push(...decoded.problems);
    if (decoded.text === null) return none();
    const matter = readFrontMatter(file, decoded.text);
    problems.push(...matter.problems);
    if (isDraft(matter)) return none();
    return { file, ...issueOf(file, matter, context, problems), problems };
  } catch (error) {
    if (error instanceof DetectorNeeded) throw error;
    problems.push({
      file,
      line: null,
      kind: 'unreadable',
      what: `The file cannot be read (${(error as Error).message.split('\n')[0]}).`,
      how: 'Please report it to Backmatter with the file.',
    });
    return none();
  }
}

function isDraft(matter: FrontMatter): boolean {
  const draft = field(matter, 'draft')?.value;
  const status = asText(field(matter, 'status')?.value)?.toLowerCase();
  return draft === true || draft === 'true' || status === 'draft';
}

function issueOf(
  file: string,
  matter: FrontMatter,
  context: ReadContext,
  problems: Problem[],
): { issue: Issue; clues: Clues } {
  const off = new Set<string>(context.rulesOff ?? []);
  const htmlTitle = /<title>([^<]+)<\/title>/i.exec(matter.body)?.[1] ?? null;
  const body = cleanSource(matter.body, off);
  const parsed = parseMarkdown(file, body, elementRules(off));
  problems.push(...parsed.problems);
  const { tree } = parsed;
  const seen = cleanTree(tree, off);

  const found = findTitle(file, matter, tree, htmlTitle);
  if (found?.heading !== undefined) withoutNode(tree, found.heading);
  const number = findNumber(matter, found?.written);
  const date = findDate(file, matter, found?.written, seen.sentDay, topLinesOf(tree), problems);
  const title = found?.title ?? (number === null ? 'Issue' : `Issue ${number.number}`);
  const authors = findAuthors(matter);
  const publication = findPublication(matter);
  const url = findUrl(matter);
  const given = findLanguage(matter);
  const language = given ?? detectLanguage(textOf(tree, 2000));
  const slug = slugOf(file, matter);

  const sources: Partial<Record<FactName, FactSource>> = {};
  const from = matterSource(matter);
  sources.title = found?.source ?? 'number';
  if (number !== null) sources.number = number.source;
  if (date.source !== null) sources.date = date.source;
  if (authors.length > 0) sources.authors = from;
  if (publication !== null) sources.publication = from;
  if (url !== null) sources.url = from;
  if (language !== null) sources.language = given === null ? 'text' : from;

  const line = matter.body.split('\n').findIndex((text) => text.trim() !== '') + 1 || 1;
  const sections = splitSections(tree, { slug, title, language, line });
  if (given === null) for (const section of sections) section.language = languageOf(section);
  if (sections.every(({ text, form }) => text === '' && form === 'lede'))
    problems.push({
      file,
      line: null,
      kind: 'empty',
      what: 'The issue has no text.',
      how: 'Write its text below the front matter, or take the file away.',
    });
  // Where a node stood in the file is of use no more, and is half of a tree.
  for (const section of sections) withoutPositions(section.tree);
  return {
    issue: {
      slug,
      file,
      title,
      number: number?.number ?? null,
      date: date.date,
      authors,
      publication,
      url,
      language,
      sources,
      concepts: asList(field(matter, 'concepts')?.value ?? []),
      supersedes: asList(field(matter, 'supersedes')?.value ?? []),
      sections,
    },
    clues: {
      date: date.open,
      dayMonthOrder: date.order,
      blocks: sections.map((section) => section.tree.children.map(fingerprint)),
    },
  };
}

/** The lines at the top that may say when the issue was sent. */
function topLinesOf(tree: Root): string[] {
  return tree.children
    .slice(0, 4)
    .flatMap((node) =>
      node.type === 'paragraph' || node.type === 'heading' ? toString(node).split('\n') : [],
    );
}

function textOf(tree: Root, length: number): string {
  let text = '';
  for (const node of tree.children) {
    if (node.type !== 'code') text += `${toString(node)}\n`;
    if (text.length > length) break;
  }
  return text;
}

/** A section may be in another language than its issue, when it has enough words to tell. */
function languageOf({ text, language }: Issue['sections'][number]): string | null {
  return (text.length < 200 ? null : detectLanguage(text)) ?? language;
}

function withoutPositions(tree: Root): void {
  tree.position = undefined;
  eachNode(tree, (node) => {
    node.position = undefined;
  });
}

function withoutNode(tree: Root, node: Root['children'][number]): void {
  tree.children = tree.children.filter((child) => child !== node);
}

/** The front matter's slug, else the file's name, else its folder's where the file is `index.md`. */
function slugOf(file: string, matter: FrontMatter): Issue['slug'] {
  const given = asText(field(matter, 'slug')?.value);
  if (given !== null && slugify(given) !== '')
    return issueSlug(given.split('/').filter(Boolean).at(-1)!);
  const parts = file.replace(/\.[^./]+$/, '').split('/');
  const last = parts.at(-1)!;
  return issueSlug(/^(?:index|readme)$/i.test(last) && parts.length > 1 ? parts.at(-2)! : last);
}
