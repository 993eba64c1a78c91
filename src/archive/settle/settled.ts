// An issue as it is settled: what the whole archive has to say of it, without
// its text.

import type { Issue, IssueFacts, Section } from '../../model.js';
import { sectionId } from '../../slug.js';
import { plainText } from '../../text/plain-text.js';
import type { OutlinedIssue } from '../outline.js';

export interface SettledIssue extends IssueFacts {
  /** The sections that stay, in reading order. At least one. */
  sections: SettledSection[];
}

export interface SettledSection {
  /** Its place among the sections as they were read, from 0. */
  place: number;
  /** The places of its blocks that go, because other issues carry them too. */
  dropped: readonly number[];
  stock: boolean;
}

export const nothingDropped: readonly number[] = [];

/** An issue of which nothing is settled yet. */
export function unsettled({ sections, ...facts }: OutlinedIssue): SettledIssue {
  return {
    ...facts,
    sections: sections.map((_, place) => ({ place, dropped: nothingDropped, stock: false })),
  };
}

/** The issue as it is, from the issue as it was read. Neither is changed. */
export function applySettled(read: Issue, { sections, ...facts }: SettledIssue): Issue {
  return {
    ...read,
    ...facts,
    sections: sections.map(({ place, dropped, stock }): Section => {
      const section = read.sections[place]!;
      return {
        ...(dropped.length === 0 ? section : withoutBlocks(section, dropped)),
        id: sectionId(facts.slug, section.anchor),
        issue: facts.slug,
        stock,
      };
    }),
  };
}

function withoutBlocks(section: Section, dropped: readonly number[]): Section {
  const children = section.tree.children.filter((_, place) => !dropped.includes(place));
  const tree = { ...section.tree, children };
  return { ...section, tree, text: plainText(tree).text };
}
