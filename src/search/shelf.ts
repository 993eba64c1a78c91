// What search keeps of each section beside the inverted index: its words in
// their order, for phrases, excerpts and re-ranking, and what filters, facets
// and sorting go by.

import type { SectionId } from '../slug.js';
import type { IssueFacts } from '../model.js';
import { valuesOf, type FacetValues } from './facets.js';
import type { Postings } from './postings.js';
import { BREAK } from './fields.js';
import { readWords, type SectionWords } from './read-words.js';
import type { ConceptLabel, SearchableIssue, SearchableSection } from './search-index.js';
import type { Vocabulary } from './vocabulary.js';

export interface ShelvedIssue {
  facts: IssueFacts;
  /** YYYYMMDD; 0 when the date is not known. */
  day: number;
  /** The numbers of its sections. */
  sections: number[];
}

export interface ShelvedSection extends Pick<
  SectionWords,
  'words' | 'fieldStarts' | 'landmarks' | 'language'
> {
  number: number;
  id: SectionId;
  issue: ShelvedIssue;
  /** Its place in the issue, from 0. */
  position: number;
  heading: string;
  text: string;
  stock: boolean;
  concepts: readonly ConceptLabel[];
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
  values: FacetValues;
  /** The facet values of all sections, by number, section after section… */
  valueList: Uint32Array;
  /** …and by section number, where each one's end. */
  valueEnds: Uint32Array;
  /** By section number: how much its score counts. */
  weights: Float32Array;
}

export function createShelf(): Shelf {
  return {
    sections: [],
    count: 0,
    present: new Uint8Array(1024),
    lengths: new Float32Array(1024),
    totalLength: 0,
    issues: new Map(),
    values: { all: [], numbers: new Map() },
    valueList: new Uint32Array(4096),
    valueEnds: new Uint32Array(1024),
    weights: new Float32Array(1024),
  };
}

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
  };
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
  const given = section.language ?? issue.facts.language;
  const before = shelf.sections[issue.sections.at(-1) ?? -1]?.language ?? null;
  const read = readWords({ section, concepts }, given, before, vocabulary);
  const { words, fieldStarts, landmarks, language, length } = read;
  shelf.sections.push({
    number,
    id: section.id,
    issue,
    position,
    heading: section.heading,
    text: section.text,
    stock: section.stock,
    language,
    concepts,
    words,
    fieldStarts,
    landmarks,
  });
  postings.takeIn(number, words, fieldStarts, vocabulary);
  vocabulary.count(distinct(words), 1);
  vocabulary.countLanguage(language, 1);
  grow(shelf, number, valuesOf(shelf.values, issue.facts, concepts, language));
  shelf.weights[number] = section.stock ? STOCK_WEIGHT : 1;
  issue.sections.push(number);
  shelf.present[number] = 1;
  shelf.lengths[number] = length;
  shelf.totalLength += length;
  shelf.count += 1;
}

/** "News" and "Jobs" are the headings of many issues; what stands below is seldom the best answer. */
const STOCK_WEIGHT = 0.7;
function distinct(words: Uint32Array): Set<number> {
  const found = new Set(words);
  found.delete(BREAK);
  return found;
}

function grow(shelf: Shelf, number: number, values: readonly number[]): void {
  if (number >= shelf.present.length) {
    const size = number * 2;
    shelf.present = larger(shelf.present, new Uint8Array(size));
    shelf.lengths = larger(shelf.lengths, new Float32Array(size));
    shelf.weights = larger(shelf.weights, new Float32Array(size));
    shelf.valueEnds = larger(shelf.valueEnds, new Uint32Array(size));
  }
  const start = number === 0 ? 0 : shelf.valueEnds[number - 1]!;
  const end = start + values.length;
  if (end > shelf.valueList.length)
    shelf.valueList = larger(shelf.valueList, new Uint32Array(end * 2));
  shelf.valueList.set(values, start);
  shelf.valueEnds[number] = end;
}

function larger<Numbers extends Uint8Array | Uint32Array | Float32Array>(
  from: Numbers,
  into: Numbers,
): Numbers {
  into.set(from);
  return into;
}
