// What search keeps of each section beside the inverted index: its words in
// their order, for phrases, excerpts and re-ranking, and what filters, facets
// and sorting go by.

import type { SectionId } from '../slug.js';
import type { IssueFacts } from '../model.js';
import { valuesOf, type FacetValues } from './facets.js';
import { BREAK } from './fields.js';
import type { Engine } from './find.js';
import { readWords } from './read-words.js';
import { createRuns, dropRun, longer, putRun, runOf, type Run, type Runs } from './runs.js';
import type { ConceptLabel, SearchableIssue, SearchableSection } from './search-index.js';

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
  /** Looked up each time. */
  run: Run;
}

export interface Shelf {
  runs: Runs;
  /** By number; a gap where a section was removed. */
  sections: (ShelvedSection | undefined)[];
  /** Numbers that are free to be used again. */
  spare: number[];
  /** How many are there. */
  count: number;
  /** By section number: 1 when it is there. Grown as needed, so read it anew for each question. */
  present: Uint8Array;
  /** By section number: the words of its text that are no stop words. */
  lengths: Float32Array;
  totalLength: number;
  issues: Map<string, ShelvedIssue>;
  values: FacetValues;
  /** Of each section: how many facet values it has, and which… */
  valueList: Uint32Array;
  valueCount: number;
  /** …and by section number, where it begins. */
  valueStarts: Uint32Array;
  /** By section number: how much its score counts. */
  weights: Float32Array;
}

/** What taking in and removing change. */
export type Stock = Pick<Engine, 'shelf' | 'postings' | 'vocabulary'>;

export function createShelf(): Shelf {
  return {
    runs: createRuns(),
    sections: [],
    spare: [],
    count: 0,
    present: new Uint8Array(1024),
    lengths: new Float32Array(1024),
    totalLength: 0,
    issues: new Map(),
    values: { all: [], numbers: new Map() },
    valueList: new Uint32Array(4096),
    valueCount: 0,
    valueStarts: new Uint32Array(1024),
    weights: new Float32Array(1024),
  };
}

export function shelve(stock: Stock, { issue, sections }: SearchableIssue): void {
  const { shelf, postings, vocabulary } = stock;
  const shelved = shelveIssue(shelf, issue);
  let before: string | null = null;
  for (const taken of sections) {
    const given = taken.section.language ?? issue.language;
    const read = readWords(taken, given, before, vocabulary);
    const number = shelf.spare.pop() ?? shelf.sections.length;
    putRun(shelf.runs, number, read);
    vocabulary.count(postings.takeIn(number, read), 1);
    shelveSection(stock, shelved, taken, number, read);
    before = read.language;
  }
}

export function shelveIssue(shelf: Shelf, facts: IssueFacts): ShelvedIssue {
  const day = facts.date === null ? 0 : Number(facts.date.replaceAll('-', '')) || 0;
  const issue: ShelvedIssue = { facts, day, sections: [] };
  shelf.issues.set(facts.slug, issue);
  return issue;
}

/** The section's words are there already. */
export function shelveSection(
  { shelf, vocabulary }: Pick<Stock, 'shelf' | 'vocabulary'>,
  issue: ShelvedIssue,
  taken: SearchableSection,
  number: number,
  { language, length }: { language: string | null; length: number },
): void {
  const position = issue.sections.push(number) - 1;
  const section = new OnShelf(number, issue, position, language, taken, shelf.runs);
  shelf.sections[number] = section;
  vocabulary.countLanguage(language, 1);
  makeRoom(shelf, number);
  putValues(shelf, number, valuesOf(shelf.values, issue.facts, taken.concepts, language));
  shelf.weights[number] = section.stock ? STOCK_WEIGHT : 1;
  shelf.present[number] = 1;
  shelf.lengths[number] = length;
  shelf.totalLength += length;
  shelf.count += 1;
}

export function unshelve({ shelf, postings, vocabulary }: Stock, slug: string): void {
  const issue = shelf.issues.get(slug);
  if (issue === undefined) return;
  shelf.issues.delete(slug);
  for (const number of issue.sections) {
    const { run, language } = shelf.sections[number]!;
    const different = new Set(run.words);
    different.delete(BREAK);
    postings.discard(number, different.size);
    vocabulary.count(different, -1);
    vocabulary.countLanguage(language, -1);
    dropRun(shelf.runs, number);
    shelf.sections[number] = undefined;
    shelf.present[number] = 0;
    shelf.totalLength -= shelf.lengths[number]!;
    shelf.count -= 1;
  }
}

/** Goes on to throw out what is left of removed sections. */
export function sweep({ shelf, postings }: Stock): void {
  for (const number of postings.sweep(shelf.present)) shelf.spare.push(number);
}

/** "News" and "Jobs" are the headings of many issues; what stands below is seldom the best answer. */
const STOCK_WEIGHT = 0.7;

/** A section as it was taken in, whose words are looked up when they are asked for. */
class OnShelf implements ShelvedSection {
  constructor(
    readonly number: number,
    readonly issue: ShelvedIssue,
    readonly position: number,
    readonly language: string | null,
    private readonly taken: SearchableSection,
    private readonly runs: Runs,
  ) {}
  get id(): SectionId {
    return this.taken.section.id;
  }
  get heading(): string {
    return this.taken.section.heading;
  }
  get text(): string {
    return this.taken.section.text;
  }
  get stock(): boolean {
    return this.taken.section.stock;
  }
  get concepts(): readonly ConceptLabel[] {
    return this.taken.concepts;
  }
  get run(): Run {
    return runOf(this.runs, this.number);
  }
}

function makeRoom(shelf: Shelf, number: number): void {
  if (number < shelf.present.length) return;
  const size = number * 2;
  shelf.present = longer(shelf.present, size);
  shelf.lengths = longer(shelf.lengths, size);
  shelf.weights = longer(shelf.weights, size);
  shelf.valueStarts = longer(shelf.valueStarts, size);
}

function putValues(shelf: Shelf, number: number, values: readonly number[]): void {
  if (shelf.valueCount + values.length >= shelf.valueList.length)
    rewriteValues(shelf, values.length);
  shelf.valueStarts[number] = shelf.valueCount;
  shelf.valueList[shelf.valueCount] = values.length;
  shelf.valueList.set(values, shelf.valueCount + 1);
  shelf.valueCount += values.length + 1;
}

/** Without those of removed sections, and with room for as many again. */
function rewriteValues(shelf: Shelf, more: number): void {
  const old = shelf.valueList;
  const list = new Uint32Array((shelf.valueCount + more) * 2);
  let count = 0;
  for (const section of shelf.sections) {
    if (section === undefined || shelf.present[section.number] === 0) continue;
    const start = shelf.valueStarts[section.number]!;
    const values = old.subarray(start, start + old[start]! + 1);
    list.set(values, count);
    shelf.valueStarts[section.number] = count;
    count += values.length;
  }
  shelf.valueList = list.slice(0, Math.max(4096, (count + more) * 2));
  shelf.valueCount = count;
}
