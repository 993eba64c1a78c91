// Small archives written in a test, as the archive room would read them.

import { fromMarkdown } from 'mdast-util-from-markdown';
import { createDefinitions, readDefinition } from '../../src/concepts/definitions.js';
import { mentionFinder } from '../../src/concepts/mentions/mentions.js';
import { packMentions } from '../../src/concepts/mentions/packed-mentions.js';
import { countSpokenRows, type LinkedIssue } from '../../src/concepts/relations/issue-counts.js';
import {
  countWords,
  createTermNumbers,
  packWords,
} from '../../src/concepts/relations/issue-words.js';
import { createRelatedness, type Relatedness } from '../../src/concepts/relations/relatedness.js';
import type { Concept, ConceptFile, Issue, Section } from '../../src/model.js';
import { anchor, conceptSlug, issueSlug, sectionId, type IssueSlug } from '../../src/slug.js';
import { plainText } from '../../src/text/plain-text.js';
import { atOnce } from '../../src/turns.js';

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

/** An issue of one section, with the given facts and no others. */
export function issueOf(section: Section, more: Partial<Issue> = {}): Issue {
  return {
    slug: section.issue,
    file: `${section.issue}.md`,
    title: '',
    number: null,
    date: null,
    authors: [],
    publication: null,
    url: null,
    language: 'en',
    sources: {},
    concepts: [],
    supersedes: [],
    sections: [section],
    ...more,
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

/** Links sections to a glossary, and counts their words. */
export function linkerOf(concepts: readonly Concept[]) {
  const finder = atOnce(mentionFinder(concepts));
  const definitions = createDefinitions(
    concepts,
    concepts.map((concept) => readDefinition(concept, finder)),
  );
  const numbers = createTermNumbers();
  const link = (sections: readonly Section[]): LinkedIssue => {
    const mentions = packMentions(
      sections.map((section) => finder.find(section)),
      definitions.ranks,
    );
    const words = packWords(sections.map(countWords), numbers);
    return { sections, mentions, words, spoken: countSpokenRows(sections, mentions) };
  };
  return { definitions, numbers, link };
}

/** What is near to what in an archive that sections are put into, issue by issue. */
export function relatednessOf(
  concepts: readonly Concept[],
): Relatedness & { put: (slug: IssueSlug, sections: readonly Section[]) => void } {
  const { definitions, numbers, link } = linkerOf(concepts);
  const relatedness = createRelatedness(definitions, numbers);
  return {
    ...relatedness,
    put(slug, sections) {
      relatedness.replaceIssue(slug, link(sections));
    },
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
