// A folder of Markdown files that link to each other by hand, each file the
// page of one concept: the links are the people's own choice, and are hidden.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Link, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Concept, Section } from '../../src/model.js';
import { anchor, conceptSlug, issueSlug, sectionId } from '../../src/slug.js';
import type { ConceptSlug } from '../../src/slug.js';
import { plainText } from '../../src/text/plain-text.js';

export interface LinkedArchive {
  name: string;
  pages: LinkedPage[];
}

export interface LinkedPage {
  concept: Concept;
  /** The whole page as one section, its links taken out and their words left. */
  section: Section;
  /** The same with its links. */
  withLinks: Section;
  /** Where people put links, and to what. */
  links: { start: number; end: number; words: string; target: ConceptSlug }[];
}

export function readLinkedArchive(folder: string, name: string): LinkedArchive {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !basename(file).startsWith('_'))
    .sort();
  const raw = files.flatMap((file) => readPage(join(folder, file)));
  const slugs = new Set(raw.map((page) => page.slug));
  return { name, pages: raw.map((page) => makePage(page, slugs)) };
}

interface RawPage {
  slug: string;
  title: string;
  body: string;
}

function readPage(path: string): RawPage[] {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const [, matter, rest] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? ['', '', text];
  const fromMatter = /^title:\s*["']?(.*?)["']?\s*$/mu.exec(matter ?? '')?.[1];
  const heading = /^# (.+)$/mu.exec(rest ?? '')?.[1];
  const title =
    fromMatter ?? heading?.replace(/^\W+|\W+$/gu, (edge) => edge.replace(/[^()]/gu, ''));
  if (title === undefined) return [];
  const body = (fromMatter === undefined ? (rest ?? '').replace(/^# .+$/mu, '') : (rest ?? ''))
    .replace(/\{\{[^}]*\}\}/gu, '')
    // The summary's tags would make its words raw HTML.
    .replace(/^<\/?[a-z][^>]*>$/gmu, '\n');
  return [{ slug: basename(path, '.md'), title, body }];
}

function makePage(raw: RawPage, slugs: Set<string>): LinkedPage {
  const tree = fromMarkdown(raw.body);
  const links = findLinks(tree, (url) => {
    const slug = /^(?:\/|section:|https:\/\/glossary\.cncf\.io\/)([\w-]+)\/?$/u.exec(url)?.[1];
    return slug !== undefined && slug !== raw.slug && slugs.has(slug) ? slug : undefined;
  });
  const linkedTree = structuredClone(tree);
  unwrapLinks(tree);
  const { text } = plainText(tree);
  const issue = issueSlug(raw.slug);
  const section: Section = {
    id: sectionId(issue, anchor('page')),
    issue,
    anchor: anchor('page'),
    formerAnchors: [],
    heading: raw.title,
    form: 'heading',
    depth: 1,
    trail: [],
    tree,
    text,
    stock: false,
    language: 'en',
    line: 1,
  };
  const concept: Concept = {
    slug: conceptSlug(raw.slug),
    status: 'curated',
    label: raw.title,
    aliases: [],
    hidden: [],
    definition: { tree, text, source: null },
    broader: [],
    narrower: [],
    related: [],
    notation: null,
    link: 'always',
    file: `${raw.slug}.md`,
  };
  return {
    concept,
    section,
    withLinks: { ...section, tree: linkedTree },
    links: links.map((link) => ({ ...link, words: text.slice(link.start, link.end) })),
  };
}

/** The links of a tree as ranges of its plain text. */
function findLinks(
  tree: Root,
  targetOf: (url: string) => string | undefined,
): { start: number; end: number; target: ConceptSlug }[] {
  const { pieces } = plainText(tree);
  const found: { start: number; end: number; target: ConceptSlug }[] = [];
  let leaf = 0;
  const walk = (node: Nodes, link: Link | undefined): void => {
    const words =
      'value' in node && node.type !== 'html' ? node.value : 'alt' in node ? (node.alt ?? '') : '';
    if (words !== '') {
      const piece = pieces[leaf]!;
      leaf += 1;
      const target = link === undefined ? undefined : targetOf(link.url);
      const last = found.at(-1);
      if (target === undefined) return;
      if (last?.end === piece.start && last.target === target) last.end = piece.end;
      else found.push({ start: piece.start, end: piece.end, target: target as ConceptSlug });
    }
    if ('children' in node)
      for (const child of node.children) walk(child, node.type === 'link' ? node : link);
  };
  walk(tree, undefined);
  return found;
}

function unwrapLinks(parent: Parents): void {
  parent.children = (parent.children as PhrasingContent[]).flatMap((child): PhrasingContent[] => {
    if ('children' in child) unwrapLinks(child);
    return child.type === 'link' ? child.children : [child];
  });
}
