// What a question means, as a tree. docs/SEARCH.md tells readers the same.

import type { SearchField } from '../search-index.js';
import type { Note } from './note.js';
import type { Period } from './period.js';

export type Clause =
  /** A word, its other forms included. */
  | { kind: 'word'; word: string }
  /** `plan*`: words that begin so. */
  | { kind: 'prefix'; word: string }
  /** `"planning cycle"`: these forms, one after the other. */
  | { kind: 'phrase'; words: string }
  /** `near:5(planning budget)`: all of them, the first and the last at most so many words apart. */
  | { kind: 'near'; words: string; distance: number; literal: boolean }
  | { kind: 'in'; field: SearchField }
  | { kind: 'facet'; facet: FacetName; value: string }
  | { kind: 'issue'; value: string }
  /** An issue without a date is in no period. `written`: `year:2014..2015`. */
  | ({ kind: 'period'; written: string } & Period)
  | { kind: 'not'; clause: Clause }
  | { kind: 'all'; clauses: Clause[] }
  | { kind: 'any'; clauses: Clause[] };

export type FacetName = 'concept' | 'author' | 'publication' | 'language';

/** A question as it was read. */
export interface ParsedQuery {
  clause: Clause;
  /** Whether the last word may still be being typed: nothing stands after it. */
  openEnd: boolean;
  /** Whether it reads as a sentence: quotes in it may quote and not demand. */
  sentence: boolean;
  /** For the reader, about what was not understood. */
  notes: Note[];
}
