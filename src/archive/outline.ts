// What settling an archive needs of each file. It is small, and held in memory
// for all of them; trees and texts are not.

import type { IssueFacts, Problem, SectionForm } from '../model.js';
import { slugify } from '../slug.js';
import type { Clues, Reading } from './read-issue.js';

/** A reading without its text. Can be cloned and stored. */
export interface Outline {
  file: string;
  /** Null for a draft and for a file that is no text. */
  issue: OutlinedIssue | null;
  clues: Clues;
  problems: Problem[];
}

export interface OutlinedIssue extends IssueFacts {
  sections: OutlinedSection[];
}

export interface OutlinedSection {
  /** The heading without what changes from issue to issue: case, marks, numbers. */
  heading: string;
  form: SectionForm;
  depth: number;
  /** Of its text, in UTF-16 units. */
  length: number;
}

export function outlineOf({ file, issue, clues, problems }: Reading): Outline {
  if (issue === null) return { file, issue, clues, problems };
  const { slug, title, number, date, authors, publication, url, language, sources } = issue;
  const facts: IssueFacts = {
    slug,
    file,
    title,
    number,
    date,
    authors,
    publication,
    url,
    language,
    sources,
  };
  const sections = issue.sections.map(({ heading, form, depth, text }) => ({
    heading: slugify(heading.replace(/\d+/g, ' ')),
    form,
    depth,
    length: text.length,
  }));
  return { file, issue: { ...facts, sections }, clues, problems };
}
