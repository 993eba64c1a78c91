// A folder of Markdown files that link to each other by hand, each file the
// page of one concept: the links are the people's own choice, and are hidden.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Parents, PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import {
  createTargetOf,
  handLinks,
  type PlacedLink,
  type TargetOf,
} from '../../src/concepts/links/hand-links.js';
import type { Concept, Section } from '../../src/model.js';
import { anchor, conceptSlug, issueSlug, sectionId } from '../../src/slug.js';
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
  links: PlacedLink[];
}

export function readLinkedArchive(folder: string, name: string): LinkedArchive {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !basename(file).startsWith('_'))
    .sort();
  const raw = files.flatMap((file) => readPage(join(folder, file)));
  const targetOf = createTargetOf(
    raw.map(({ slug }) => ({ slug: conceptSlug(slug), file: `${slug}.md` })),
  );
  return { name, pages: raw.map((page) => makePage(page, targetOf)) };
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

/** As the two glossaries write the addresses of their own pages. */
const OWN_SITE = /^(?:section:|https:\/\/glossary\.cncf\.io\/)/u;

function makePage(raw: RawPage, targetOf: TargetOf): LinkedPage {
  const tree = fromMarkdown(raw.body);
  const links = handLinks(tree, (url) => {
    const target = targetOf(url.replace(OWN_SITE, '/'));
    return target === raw.slug ? undefined : target;
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
    links,
  };
}

function unwrapLinks(parent: Parents): void {
  parent.children = (parent.children as PhrasingContent[]).flatMap((child): PhrasingContent[] => {
    if ('children' in child) unwrapLinks(child);
    return child.type === 'link' ? child.children : [child];
  });
}
