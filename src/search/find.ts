// Finds all sections that a question and the filters allow, before any cut.

import { facetFilter } from './facets.js';
import type { Plan } from './plan.js';
import type { Postings } from './postings.js';
import { MAX_WORK, scoreLeaves, type Scores } from './score.js';
import { passesAll } from './required.js';
import type { SearchQuery } from './search-index.js';
import type { Shelf, ShelvedIssue } from './shelf.js';
import type { Synonyms } from './synonyms.js';
import type { Vocabulary } from './vocabulary.js';

/** Fewer sections than this with every word, and sections with some of the words are shown too. */
const TOO_FEW = 10;

/** Putting a section to one test. */
const WORK_PER_TEST = 1;

/** All that the engine holds. */
export interface Engine {
  shelf: Shelf;
  postings: Postings;
  vocabulary: Vocabulary;
  scores: Scores;
  synonyms: Synonyms;
}

/** The numbers of all sections that the question and the filters find, in no order. */
export function find(engine: Engine, plan: Plan, query: SearchQuery): Uint32Array {
  const { shelf, scores } = engine;
  // Tests are never left out; many of them leave less to look up.
  scores.workLeft -= Math.min(MAX_WORK / 2, plan.tests * shelf.count * WORK_PER_TEST);
  const whole = scoreLeaves(plan.leaves, engine) && plan.whole;
  if (!whole) plan.echo.notes.push({ kind: 'too much work' });
  const asked = plan.leaves.length > 0 || plan.required.length > 0;
  // Words were asked for, and none is left to search by.
  if (!asked && plan.echo.ignored.length > 0) return new Uint32Array(0);
  if (plan.words === 0) return eligible(allOf(shelf), engine, plan, query);
  const withSome = eligible(scores.found.subarray(0, scores.foundCount), engine, plan, query);
  const { bits } = scores;
  const withAll = withSome.filter((number) => (bits[number]! & plan.words) === plan.words);
  const enough = withAll.length >= TOO_FEW || withAll.length === withSome.length;
  if (!enough) plan.echo.mode = 'some';
  return enough ? withAll : withSome;
}

/** How many sections of an issue are in what `find` has just found. */
export function countInIssue(
  issue: ShelvedIssue,
  engine: Engine,
  plan: Plan,
  query: SearchQuery,
): number {
  const found = eligible(Uint32Array.from(issue.sections), engine, plan, query);
  if (plan.echo.mode === 'some' || plan.words === 0) return found.length;
  return found.filter((number) => (engine.scores.bits[number]! & plan.words) === plan.words).length;
}

/** Those of the candidates that have all that is required, any of the plain words, and pass the filters. */
function eligible(
  candidates: Uint32Array,
  { shelf, scores: { bits } }: Engine,
  { words, required }: Plan,
  query: SearchQuery,
): Uint32Array {
  const filter = facetFilter(query);
  const found = new Uint32Array(candidates.length);
  let count = 0;
  for (const number of candidates) {
    const had = bits[number]!;
    if (words !== 0 && (had & words) === 0) continue;
    if (filter !== undefined || required.length > 0) {
      const section = shelf.sections[number]!;
      if (filter?.(section) === false || !passesAll(required, section, had)) continue;
    }
    found[count++] = number;
  }
  return found.subarray(0, count);
}

function allOf(shelf: Shelf): Uint32Array {
  const numbers = new Uint32Array(shelf.count);
  let at = 0;
  for (const section of shelf.sections) if (section !== undefined) numbers[at++] = section.number;
  return numbers;
}
