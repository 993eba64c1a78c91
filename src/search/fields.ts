// The parts of a section that can be searched.

import type { SearchField } from './search-index.js';

/** In the order of their numbers: in the postings, and in a section's words. */
export const FIELDS: readonly SearchField[] = ['heading', 'trail', 'concepts', 'text'];
export const TEXT_FIELD = 3;

/**
 * Stands after each passage of a section's words: no phrase goes from one into
 * the next. Words are numbered from 1, so that it may be looked up as one.
 */
export const BREAK = 0;
