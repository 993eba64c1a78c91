// What search keeps of each section beside the inverted index: its words in
// their order, for phrases, excerpts and re-ranking, and what filters, facets
// and sorting go by.

import type { SectionId } from '../slug.js';
import type { IssueFacts } from '../model.js';
import { detectLanguage } from '../text/language.js';
import { isStopWord } from '../text/stop-words.js';
import { baseLanguage } from '../text/stems.js';
import { tokens } from '../text/tokens.js';
import { FIELDS, type Postings } from './postings.js';
import type { ConceptLabel, SearchableIssue, SearchableSection } from './search-index.js';
import type { Vocabulary } from './vocabulary.js';

/** Stands between two passages that are no neighbours: fields, headings of a trail, labels. */
export const BREAK = 0xffffffff;

export interface ShelvedIssue {
  facts: IssueFacts;
  /** YYYYMMDD; 0 when the date is not known. */
  day: number;
  /** The numbers of its sections. */
  sections: number[];
  /** Counts on through the archive's issues. */
  number: number;
}

export interface ShelvedSection {
  number: number;
  id: SectionId;
  issue: ShelvedIssue;
  /** Its place in the issue, from 0. */
  position: number;
  heading: string;
  text: string;
  stock: boolean;
  language: string | null;
  concepts: readonly ConceptLabel[];
  /** The numbers of its words in reading order, field after field, with BREAKs. */
  words: Uint32Array;
  /** Where each field begins in `words`, in the order of FIELDS, and where the last ends. */
  fieldStarts: readonly number[];
}

export interface Shelf {
  /** By number; a gap where a section was removed. */
  sections: (ShelvedSection | undefined)[];
  /** How many are there. */
  count: number;
  /** By section number: 1 when it is there. Grown as needed, so read it anew for each question. */
  present: Uint8Array;
  /** By section number: the words of its text that are no stop words. */
  lengths: Float32Array;
  totalLength: number;
  issues: Map<string, ShelvedIssue>;
}

export function createShelf(): Shelf {
  return {
    sections: [],
    count: 0,
    present: new Uint8Array(1024),
    lengths: new Float32Array(1024),
    totalLength: 0,
    issues: new Map(),
  };
}

let issuesShelved = 0;

export function shelve(
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
  { issue, sections }: SearchableIssue,
): void {
  const shelved: ShelvedIssue = {
    facts: issue,
    day: issue.date === null ? 0 : Number(issue.date.replaceAll('-', '')) || 0,
    sections: [],
    number: issuesShelved,
  };
  issuesShelved += 1;
  shelf.issues.set(issue.slug, shelved);
  sections.forEach((section, position) => {
    shelveSection(shelf, postings, vocabulary, shelved, section, position);
  });
}

export function unshelve(
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
  slug: string,
): void {
  const issue = shelf.issues.get(slug);
  if (issue === undefined) return;
  shelf.issues.delete(slug);
  for (const number of issue.sections) {
    const section = shelf.sections[number];
    if (section === undefined) continue;
    postings.discard(number);
    vocabulary.count(distinct(section.words), -1);
    vocabulary.countLanguage(section.language, -1);
    shelf.sections[number] = undefined;
    shelf.present[number] = 0;
    shelf.totalLength -= shelf.lengths[number] ?? 0;
    shelf.count -= 1;
  }
}

function shelveSection(
  shelf: Shelf,
  postings: Postings,
  vocabulary: Vocabulary,
  issue: ShelvedIssue,
  { section, concepts }: SearchableSection,
  position: number,
): void {
  const number = shelf.sections.length;
  const language =
    baseLanguage(section.language ?? issue.facts.language) ??
    detectLanguage(`${section.heading}\n${section.text}`);
  const passages: Record<(typeof FIELDS)[number], readonly string[]> = {
    heading: [section.heading],
    trail: section.trail,
    concepts: concepts.map((concept) => concept.label),
    text: [section.text],
  };
  const forms = { heading: [], trail: [], concepts: [], text: [] } as Record<
    (typeof FIELDS)[number],
    string[]
  >;
  const words: number[] = [];
  const fieldStarts: number[] = [];
  let length = 0;
  for (const field of FIELDS) {
    fieldStarts.push(words.length);
    for (const passage of passages[field]) {
      for (const token of tokens(passage)) {
        const word = vocabulary.take(token.form);
        vocabulary.learn(word, token.word, language);
        words.push(word);
        forms[field].push(token.form);
        if (field === 'text' && !isStopWord(token.form, language)) length += 1;
      }
      words.push(BREAK);
    }
  }
  fieldStarts.push(words.length);
  const shelved: ShelvedSection = {
    number,
    id: section.id,
    issue,
    position,
    heading: section.heading,
    text: section.text,
    stock: section.stock,
    language,
    concepts,
    words: Uint32Array.from(words),
    fieldStarts,
  };
  postings.takeIn(number, forms);
  vocabulary.count(distinct(shelved.words), 1);
  vocabulary.countLanguage(language, 1);
  grow(shelf, number + 1);
  issue.sections.push(number);
  shelf.sections.push(shelved);
  shelf.present[number] = 1;
  shelf.lengths[number] = length;
  shelf.totalLength += length;
  shelf.count += 1;
}

function distinct(words: Uint32Array): Set<number> {
  const found = new Set(words);
  found.delete(BREAK);
  return found;
}

function grow(shelf: Shelf, needed: number): void {
  if (needed <= shelf.present.length) return;
  const present = new Uint8Array(shelf.present.length * 2);
  present.set(shelf.present);
  shelf.present = present;
  const lengths = new Float32Array(shelf.lengths.length * 2);
  lengths.set(shelf.lengths);
  shelf.lengths = lengths;
}
