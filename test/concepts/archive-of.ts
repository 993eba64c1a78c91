// Small archives written in a test, as the archive room would read them.

import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Concept, ConceptFile, Section } from '../../src/model.js';
import { anchor, conceptSlug, issueSlug, sectionId } from '../../src/slug.js';
import { plainText } from '../../src/text/plain-text.js';

/** A section of this heading and Markdown; its id is made of the issue and the heading. */
export function sectionOf(heading: string, markdown: string, issue = 'issue'): Section {
  const tree = fromMarkdown(markdown);
  const slug = issueSlug(issue);
  return {
    id: sectionId(slug, anchor(heading)),
    issue: slug,
    anchor: anchor(heading),
    formerAnchors: [],
    heading,
    form: 'heading',
    depth: 1,
    trail: [],
    tree,
    text: plainText(tree).text,
    stock: false,
    language: 'en',
    line: 1,
  };
}

/** A concept with the given fields and nothing else. */
export function conceptOf(label: string, more: Partial<Concept> = {}): Concept {
  return {
    slug: conceptSlug(label),
    status: 'curated',
    label,
    aliases: [],
    hidden: [],
    definition: null,
    broader: [],
    narrower: [],
    related: [],
    notation: null,
    link: 'always',
    file: `concepts/${conceptSlug(label)}.md`,
    ...more,
  };
}

/** A concept file; each key of the front matter stands on a line of its own, from line 2. */
export function conceptFile(
  name: string,
  data: Record<string, unknown>,
  body = 'A definition.',
): ConceptFile {
  const tree = fromMarkdown(body);
  const lines = Object.fromEntries(Object.keys(data).map((key, index) => [key, index + 2]));
  return {
    file: `concepts/${name}.md`,
    slug: conceptSlug(name),
    data,
    lines,
    tree,
    text: plainText(tree).text,
  };
}
