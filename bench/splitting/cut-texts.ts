// Texts of which somebody has said where their topics change.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RootContent } from 'mdast';
import { cleanSource, cleanTree, elementRules } from '../../src/archive/clean/rules.js';
import { readFrontMatter } from '../../src/archive/front-matter.js';
import { parseMarkdown } from '../../src/archive/markdown.js';
import { plainText } from '../../src/text/plain-text.js';

export interface CutText {
  blocks: RootContent[];
  /** Blocks before which the topic changes. */
  cuts: number[];
}

/** Each folder with several Markdown files is a chapter; its files, without headings, are its topics. */
export function readChapters(dir: string): CutText[] {
  const texts = foldersIn(dir).map((folder): CutText => {
    const text: CutText = { blocks: [], cuts: [] };
    for (const file of markdownIn(folder)) {
      if (text.blocks.length > 0) text.cuts.push(text.blocks.length);
      text.blocks.push(...wordsOf(join(folder, file)));
    }
    return { ...text, cuts: text.cuts.filter((cut) => cut < text.blocks.length) };
  });
  return texts.filter(({ cuts }) => cuts.length > 0);
}

/** Choi's files: a line is a unit, a line of `=` a cut. */
export function readJoined(dir: string): CutText[] {
  const folders = [dir, ...foldersIn(dir)];
  return [...new Set(folders)].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ref'))
      .map((file) => readOneJoined(readFileSync(join(folder, file), 'utf8'))),
  );
}

function readOneJoined(text: string): CutText {
  const blocks: RootContent[] = [];
  const cuts = new Set<number>();
  for (const line of text.split('\n')) {
    if (/^=+\s*$/.test(line)) cuts.add(blocks.length);
    else if (line.trim() !== '')
      blocks.push({ type: 'paragraph', children: [{ type: 'text', value: line.trim() }] });
  }
  return { blocks, cuts: [...cuts].filter((cut) => cut > 0 && cut < blocks.length) };
}

function foldersIn(dir: string): string[] {
  const inside = readdirSync(dir)
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isDirectory());
  return inside.flatMap((folder) => [folder, ...foldersIn(folder)]);
}

export function markdownIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort();
}

function wordsOf(path: string): RootContent[] {
  const none = new Set<string>();
  const { body } = readFrontMatter(path, readFileSync(path, 'utf8'));
  const { tree } = parseMarkdown(path, cleanSource(body, none), elementRules(none));
  cleanTree(tree, none);
  return tree.children.filter(
    (block) =>
      block.type !== 'heading' && plainText({ type: 'root', children: [block] }).text !== '',
  );
}
