// What search keeps of each section beside the inverted index: its words in
// their order, for phrases, excerpts and re-ranking, and what filters, facets
// and sorting go by.

import type { SectionId } from '../slug.js';
import type { IssueFacts } from '../model.js';
import { detectLanguage } from '../text/language.js';
import { isStopWord } from '../text/stop-words.js';
import { baseLanguage } from '../text/stems.js';
import { tokens, type Token } from '../text/tokens.js';
import { valuesOf, type FacetValues } from './facets.js';
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
  /**
   * Every now and then, a word's index among the text's words and its offset
   * in the text, one after the other: an excerpt need not read from the start.
   */
  landmarks: Uint32Array;
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
  const landmarks: number[] = [];
  let length = 0;
  for (const field of FIELDS) {
    fieldStarts.push(words.length);
    for (const passage of passages[field]) {
      for (const token of tokens(passage)) {
        const word = vocabulary.take(token.form);
        vocabulary.learn(word, token.word, language);
        words.push(word);
        forms[field].push(token.form);
        if (field === 'text') addLandmark(landmarks, token, words.length - 1 - fieldStarts[3]!);
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
    landmarks: Uint32Array.from(landmarks),
  };
  postings.takeIn(number, forms);
  vocabulary.count(distinct(shelved.words), 1);
  vocabulary.countLanguage(language, 1);
  grow(shelf, number, valuesOf(shelf.values, issue.facts, concepts, language));
  shelf.weights[number] = section.stock ? STOCK_WEIGHT : 1;
  issue.sections.push(number);
  shelf.sections.push(shelved);
  shelf.present[number] = 1;
  shelf.lengths[number] = length;
  shelf.totalLength += length;
  shelf.count += 1;
}

/** "News" and "Jobs" are the headings of many issues; what stands below is seldom the best answer. */
const STOCK_WEIGHT = 0.7;
/** Words between two landmarks. */
const LANDMARK_EVERY = 64;

/** Only where a text can be cut: not within a joined word or a run of Han. */
function addLandmark(landmarks: number[], token: Token, index: number): void {
  const last = landmarks.at(-2) ?? 0;
  if (index - last >= LANDMARK_EVERY && token.free) landmarks.push(index, token.start);
}

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
