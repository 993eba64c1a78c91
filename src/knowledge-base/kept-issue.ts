// An issue as it is kept in memory: facts and texts as they are, trees and
// mentions packed, and unpacked whenever somebody asks for them.

import type { Root } from 'mdast';
import type { SpokenRows } from '../concepts/relations/issue-counts.js';
import type { IssueWords } from '../concepts/relations/issue-words.js';
import { mentionsAt, ranksAt, type PackedMentions } from '../concepts/mentions/packed-mentions.js';
import type { Concept, Issue, IssueFacts, Mention, Section } from '../model.js';
import type { ConceptLabel, IssueEntry, IssueSummary, SectionEntry } from './knowledge-base.js';
import type { UntreedSection } from './packed-sections.js';
import { treeAt, type PackedTrees } from './packed-trees.js';

/** Which others it takes back depends on what else is there. */
export interface KeptIssue extends Pick<IssueEntry, 'issue' | 'sections'>, IssueParts {
  facts: IssueFacts;
  summary: IssueSummary;
}

/** What is packed of an issue. The mentions are of one glossary, the words of one numbering. */
export interface IssueParts {
  trees: PackedTrees;
  words: IssueWords;
  mentions: PackedMentions;
  spoken: SpokenRows;
}

/** Gives each section its tree when somebody asks for it. */
export function withPackedTrees(
  issue: Omit<Issue, 'sections'> & { sections: readonly UntreedSection[] },
  trees: PackedTrees,
): Issue {
  return {
    ...issue,
    sections: issue.sections.map((section, place) => new KeptSection(section, place, trees)),
  };
}

/**
 * @param issue with packed trees
 * @param concepts the glossary that the mentions were found by
 */
export function keepIssue(
  issue: Issue,
  parts: IssueParts,
  concepts: readonly Concept[],
): KeptIssue {
  const facts = factsOf(issue);
  const sections = issue.sections.map(
    (section, place) => new KeptEntry(section, facts, place, parts.mentions, concepts),
  );
  const summary = { ...facts, sectionCount: sections.length };
  return { ...parts, issue, facts, summary, sections };
}

function factsOf(issue: IssueFacts): IssueFacts {
  const { slug, file, title, number, date, authors, publication, url, language, sources } = issue;
  return { slug, file, title, number, date, authors, publication, url, language, sources };
}

// Two classes, because an archive may have a hundred thousand sections, and each
// of them would bear functions of its own.

class KeptSection implements Section {
  readonly id;
  readonly issue;
  readonly anchor;
  readonly formerAnchors;
  readonly heading;
  readonly form;
  readonly depth;
  readonly trail;
  readonly text;
  readonly stock;
  readonly language;
  readonly line;
  readonly #place: number;
  readonly #trees: PackedTrees;

  constructor(section: UntreedSection, place: number, trees: PackedTrees) {
    this.id = section.id;
    this.issue = section.issue;
    this.anchor = section.anchor;
    this.formerAnchors = section.formerAnchors;
    this.heading = section.heading;
    this.form = section.form;
    this.depth = section.depth;
    this.trail = section.trail;
    this.text = section.text;
    this.stock = section.stock;
    this.language = section.language;
    this.line = section.line;
    this.#place = place;
    this.#trees = trees;
  }

  get tree(): Root {
    return treeAt(this.#trees, this.#place);
  }
}

class KeptEntry implements SectionEntry {
  readonly section: Section;
  readonly issue: IssueFacts;
  readonly #place: number;
  readonly #mentions: PackedMentions;
  readonly #concepts: readonly Concept[];

  constructor(
    section: Section,
    issue: IssueFacts,
    place: number,
    mentions: PackedMentions,
    concepts: readonly Concept[],
  ) {
    this.section = section;
    this.issue = issue;
    this.#place = place;
    this.#mentions = mentions;
    this.#concepts = concepts;
  }

  get mentions(): Mention[] {
    return mentionsAt(this.#mentions, this.#place, this.section, this.#concepts);
  }

  get concepts(): ConceptLabel[] {
    return ranksAt(this.#mentions, this.#place).map((rank) => {
      const { slug, label } = this.#concepts[rank]!;
      return { slug, label };
    });
  }
}
