// An issue as it is kept in memory and on disk: facts and texts as they are,
// trees and mentions packed, and unpacked whenever somebody asks for them.

import type { Root } from 'mdast';
import type { Concept, Issue, IssueFacts, Mention, Section } from '../model.js';
import type { ConceptLabel, IssueEntry, SavedPart, SectionEntry } from './knowledge-base.js';
import { conceptsAt, mentionsAt, type PackedMentions } from './packed-mentions.js';
import { packTrees, treeAt, type PackedTrees } from './packed-trees.js';

/** Which others it takes back depends on what else is there. */
export interface KeptIssue extends Pick<IssueEntry, 'issue' | 'sections'> {
  trees: PackedTrees;
  mentions: PackedMentions;
}

/** Can be cloned and written to disk as it is. Its mentions are of one glossary. */
export interface SavedIssue {
  issue: Omit<Issue, 'sections'>;
  sections: Omit<Section, 'tree'>[];
  trees: PackedTrees;
  mentions: PackedMentions;
}

/** An issue with its trees packed, and no mentions yet. */
export type UnlinkedIssue = Pick<KeptIssue, 'issue' | 'trees'>;

export function keepIssue(issue: Issue): UnlinkedIssue {
  const trees = packTrees(issue.sections.map(({ tree }) => tree));
  return { issue: withPacked(issue, issue.sections, trees), trees };
}

/** @param concepts the glossary that the mentions were found with */
export function linkIssue(
  { issue, trees }: UnlinkedIssue,
  mentions: PackedMentions,
  concepts: readonly Concept[],
): KeptIssue {
  const facts = factsOf(issue);
  const sections = issue.sections.map(
    (section, place) => new KeptEntry(section, facts, place, mentions, concepts),
  );
  return { issue, sections, trees, mentions };
}

/** A part holds about so many characters of text, and as many bytes of what is packed. */
const PART = 500_000;

export function* saveIssues(issues: readonly KeptIssue[]): Iterable<SavedPart> {
  let part: SavedIssue[] = [];
  let size = 0;
  let number = 0;
  for (const kept of issues) {
    part.push(saveIssue(kept));
    for (const { text } of kept.issue.sections) size += text.length;
    if (size < PART) continue;
    yield [`issues ${number}`, part];
    part = [];
    size = 0;
    number += 1;
  }
  yield [`issues ${number}`, part];
}

export function restoreIssue(saved: SavedIssue, concepts: readonly Concept[]): KeptIssue {
  const { trees, mentions } = saved;
  const issue = withPacked(saved.issue, saved.sections, trees);
  return linkIssue({ issue, trees }, mentions, concepts);
}

export function factsOf(issue: IssueFacts): IssueFacts {
  const { slug, file, title, number, date, authors, publication, url, language, sources } = issue;
  return { slug, file, title, number, date, authors, publication, url, language, sources };
}

function saveIssue({ issue, trees, mentions }: KeptIssue): SavedIssue {
  const { sections, ...rest } = issue;
  return { issue: rest, sections: sections.map(withoutTree), trees, mentions };
}

function withPacked(
  issue: Omit<Issue, 'sections'>,
  sections: readonly Omit<Section, 'tree'>[],
  trees: PackedTrees,
): Issue {
  return {
    ...issue,
    sections: sections.map((section, place) => new KeptSection(section, place, trees)),
  };
}

function withoutTree(section: Omit<Section, 'tree'>): Omit<Section, 'tree'> {
  const { id, issue, anchor, formerAnchors, heading, form, depth, trail, text } = section;
  const { stock, language, line } = section;
  return {
    ...{ id, issue, anchor, formerAnchors, heading, form, depth, trail, text },
    ...{ stock, language, line },
  };
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

  constructor(section: Omit<Section, 'tree'>, place: number, trees: PackedTrees) {
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
    return conceptsAt(this.#mentions, this.#place, this.#concepts);
  }
}
