// The engine in parts that can be kept, and from them again. Texts, headings
// and facts are the knowledge base's, and are not among them.

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IssueSlug } from '../slug.js';
import { offsetAt, PAGE_SIZE, pageNumberOf } from './pages.js';
import { createPostings, type SavedPostings } from './postings.js';
import { adoptPage, HEADER } from './runs.js';
import type { SearchableIssue, SearchableSection } from './search-index.js';
import {
  createShelf,
  shelveIssue,
  shelveSection,
  type ShelvedIssue,
  type ShelvedSection,
  type Stock,
} from './shelf.js';
import { createVocabulary, type SavedWords } from './vocabulary.js';

/** Changes when parts that were saved before can no longer be read. */
const FORMAT = 2;

/** As many are taken in a few milliseconds. */
const SECTIONS_A_TURN = 200;

interface SavedHead {
  format: number;
  /** How many parts there are of each kind. */
  words: number;
  postings: number;
  pages: number;
  /** In the order of their sections. */
  issues: IssueSlug[];
  /** By issue, how many sections it has. */
  sections: Uint32Array;
}

/** Sections that follow one another, from the first issue's first to the last one's last. */
interface SavedPage {
  runs: Uint32Array;
  /** By section, how long its run is. */
  sizes: Uint32Array;
  /** By section, the words of its text that are no stop words. */
  lengths: Uint32Array;
  languages: (string | null)[];
}

/** The engine as it stands at the first step, whatever is taken in before the last. */
export function* save({ shelf, postings, vocabulary }: Stock): Generator<[string, unknown]> {
  const words = vocabulary.save();
  let step = words.next();
  const issues = [...shelf.issues.values()];
  const sections: ShelvedSection[] = [];
  const newSections = new Uint32Array(shelf.sections.length);
  for (const issue of issues)
    for (const number of issue.sections)
      newSections[number] = sections.push(shelf.sections[number]!);
  const held = {
    pages: [...shelf.runs.pages.all],
    addresses: shelf.runs.addresses.slice(),
    sizes: shelf.runs.sizes.slice(),
    lengths: shelf.lengths.slice(),
  };
  const head: SavedHead = {
    format: FORMAT,
    words: 0,
    postings: 0,
    pages: 0,
    issues: issues.map(({ facts }) => facts.slug),
    sections: Uint32Array.from(issues, (issue) => issue.sections.length),
  };
  const release = postings.hold();
  try {
    for (; step.done !== true; step = words.next()) {
      yield [`words ${head.words}`, step.value];
      head.words += 1;
    }
    const newWords = step.value;
    for (const part of postings.save(inNewOrder(newWords), newSections)) {
      yield [`postings ${head.postings}`, part];
      head.postings += 1;
    }
    for (const page of savePages(sections, held, newWords)) {
      yield [`page ${head.pages}`, page];
      head.pages += 1;
    }
    yield ['head', head];
  } finally {
    release();
  }
}

/**
 * Throws when a part is missing or of another format, or when an issue has not
 * the sections that it had.
 */
export async function restore(
  parts: ReadonlyMap<string, unknown>,
  find: (slug: IssueSlug) => SearchableIssue | undefined,
): Promise<Stock> {
  const part = (name: string): unknown => {
    if (!parts.has(name)) throw new Error(`The saved index lacks its part "${name}".`);
    return parts.get(name);
  };
  const head = part('head') as SavedHead;
  if (head.format !== FORMAT) throw new Error('The saved index is of another format.');
  const stock = {
    shelf: createShelf(),
    postings: createPostings(),
    vocabulary: createVocabulary(),
  };
  for (let number = 0; number < head.words; number += 1) {
    stock.vocabulary.restore(part(`words ${number}`) as SavedWords);
    await nextTurn();
  }
  for (let number = 0; number < head.postings; number += 1) {
    stock.postings.restore(part(`postings ${number}`) as SavedPostings);
    await nextTurn();
  }
  const sections = sectionsOf(head, stock, find);
  let first = 0;
  for (let number = 0; number < head.pages; number += 1) {
    const page = part(`page ${number}`) as SavedPage;
    adoptPage(stock.shelf.runs, first, page.runs, page.sizes);
    for (const [index, language] of page.languages.entries()) {
      const next = sections.next();
      if (next.done === true) throw new Error('The saved index has more sections than its issues.');
      const { issue, taken } = next.value;
      const length = page.lengths[index]!;
      shelveSection(stock, issue, taken, first + index, { language, length });
      if (index % SECTIONS_A_TURN === 0) await nextTurn();
    }
    first += page.sizes.length;
  }
  if (sections.next().done !== true)
    throw new Error('The saved index has fewer sections than its issues.');
  return stock;
}

/** The words that have a new number, in its order. */
function inNewOrder(newNumbers: Uint32Array): Uint32Array {
  const words = new Uint32Array(newNumbers.reduce((last, number) => Math.max(last, number), 0));
  for (const [word, number] of newNumbers.entries()) if (number > 0) words[number - 1] = word;
  return words;
}

function* savePages(
  sections: readonly ShelvedSection[],
  held: {
    pages: readonly (Uint32Array | undefined)[];
    addresses: Uint32Array;
    sizes: Uint32Array;
    lengths: Uint32Array | Float32Array;
  },
  newNumbers: Uint32Array,
): Generator<SavedPage> {
  for (let first = 0, next = 0; first < sections.length; first = next) {
    let size = 0;
    for (; next < sections.length; next += 1) {
      const more = held.sizes[sections[next]!.number]!;
      if (next > first && size + more > PAGE_SIZE) break;
      size += more;
    }
    const chosen = sections.slice(first, next);
    const runs = new Uint32Array(size);
    let at = 0;
    for (const { number } of chosen) {
      const address = held.addresses[number]!;
      const start = offsetAt(address);
      const page = held.pages[pageNumberOf(address)]!;
      runs.set(page.subarray(start, start + held.sizes[number]!), at);
      const words = at + HEADER;
      const end = words + runs[words - 1]!;
      for (let word = words; word < end; word += 1) runs[word] = newNumbers[runs[word]!]!;
      at += held.sizes[number]!;
    }
    yield {
      runs,
      sizes: Uint32Array.from(chosen, ({ number }) => held.sizes[number]!),
      lengths: Uint32Array.from(chosen, ({ number }) => held.lengths[number]!),
      languages: chosen.map(({ language }) => language),
    };
  }
}

/** The sections of the issues in the order in which they were saved. */
function* sectionsOf(
  head: SavedHead,
  { shelf }: Stock,
  find: (slug: IssueSlug) => SearchableIssue | undefined,
): Generator<{ issue: ShelvedIssue; taken: SearchableSection }> {
  for (const [index, slug] of head.issues.entries()) {
    const found = find(slug);
    if (found === undefined || found.sections.length !== head.sections[index])
      throw new Error(`The saved index knows "${slug}" with other sections.`);
    const issue = shelveIssue(shelf, found.issue);
    for (const taken of found.sections) yield { issue, taken };
  }
}
