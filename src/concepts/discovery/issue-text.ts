// What the search for concepts reads of an issue. Its trees, which are many times
// larger, can be let go then.

import type { Issue, Section } from '../../model.js';
import { plainText } from '../../text/plain-text.js';
import { codeIn, type Range } from '../mentions/marks.js';
import { setApart, type SetApart } from './set-apart.js';

export interface IssueText extends Pick<Issue, 'slug' | 'date' | 'authors' | 'publication'> {
  /** Of the issue, or else of the first section of which it is known. */
  language: string | null;
  sections: SectionText[];
}

export interface SectionText extends Pick<Section, 'id' | 'issue' | 'heading' | 'text' | 'stock'> {
  /** Where code stands in the text, and what is set apart there. In reading order. */
  code: Range[];
  apart: SetApart[];
}

export function issueText({ slug, date, authors, publication, ...issue }: Issue): IssueText {
  const ofSection = issue.sections.find((section) => section.language !== null)?.language ?? null;
  const language = issue.language ?? ofSection;
  const sections = issue.sections.map(sectionText);
  return { slug, date, authors, publication, language, sections };
}

function sectionText({ id, issue, heading, text, stock, tree }: Section): SectionText {
  const { pieces } = plainText(tree);
  const code = codeIn(pieces).map(({ start, end }) => ({ start, end }));
  return { id, issue, heading, text, stock, code, apart: setApart(tree, text, pieces) };
}
