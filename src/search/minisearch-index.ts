// The search engine inside the process: MiniSearch holds the words, the files
// beside this one read the question, find, rank and show.

import { parseQuery, withoutQuotes } from './query/parse.js';
import { makeExcerpt } from './excerpt.js';
import { countFacets, facetFilter } from './facets.js';
import { order, sortRange } from './order.js';
import { makePlan, type Plan } from './plan.js';
import { Postings } from './postings.js';
import { rerank } from './rerank.js';
import { createScores, scoreLeaves, type Scores } from './score.js';
import type { Hit, SearchIndex, SearchQuery, SearchResult, SearchSort } from './search-index.js';
import { createShelf, shelve, unshelve, type Shelf } from './shelf.js';
import { suggestWords } from './suggest.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';
import { reasons, wordWeights } from './why.js';

/** Fewer sections than this with every word, and sections with some of the words are shown too. */
const TOO_FEW = 10;
/** What a question may take before its answer is cut, in ms. */
const BUDGET_MS = 150;

interface Engine {
  shelf: Shelf;
  postings: Postings;
  vocabulary: Vocabulary;
  scores: Scores;
}

export function createSearchIndex(): SearchIndex {
  const engine: Engine = {
    shelf: createShelf(),
    postings: new Postings(),
    vocabulary: createVocabulary(),
    scores: createScores(),
  };
  const { shelf, postings, vocabulary } = engine;
  return {
    replaceIssue(issue) {
      unshelve(shelf, postings, vocabulary, issue.issue.slug);
      shelve(shelf, postings, vocabulary, issue);
    },
    removeIssue(slug) {
      unshelve(shelf, postings, vocabulary, slug);
    },
    search: (query) => search(engine, query),
    suggest: (prefix, limit) => suggestWords(prefix, limit, shelf, postings, vocabulary),
  };
}

function search(engine: Engine, query: SearchQuery): SearchResult {
  const { shelf, scores } = engine;
  const parsed = parseQuery(query.q);
  let plan = makePlan(query.q, parsed, engine.vocabulary, engine.postings);
  let found = find(engine, plan, query);
  const unquoted = found.length === 0 && parsed.sentence ? withoutQuotes(parsed.clause) : undefined;
  if (unquoted !== undefined) {
    const notes = ['Nothing has the quoted words together, so they were searched one by one.'];
    const reading = { ...parsed, clause: unquoted, notes: [...parsed.notes, ...notes] };
    plan = makePlan(query.q, reading, engine.vocabulary, engine.postings);
    found = find(engine, plan, query);
  }
  const page = Math.max(1, Math.floor(query.page) || 1);
  const perPage = Math.min(100, Math.max(1, Math.floor(query.perPage) || 1));
  const from = Math.min(found.length, (page - 1) * perPage);
  const to = Math.min(found.length, page * perPage);
  const sort = sortOf(query.sort, plan);
  if (sort === 'relevance') lowerStock(shelf, found, scores.scores);
  const compare = order(sort, shelf, scores.scores);
  if (sort === 'relevance') rerank(found, plan, shelf, engine.vocabulary, scores, compare);
  sortRange(found, compare, from, to);
  const weights = wordWeights(plan.leaves, scores.idfs);
  const hits = [...found.subarray(from, to)].map((number): Hit => {
    const section = shelf.sections[number]!;
    return {
      id: section.id,
      issue: section.issue.facts.slug,
      excerpt: makeExcerpt(section, weights),
      score: scores.scores[number]!,
      why: reasons(section, plan.leaves, scores.bits[number]!),
    };
  });
  const facets = countFacets(shelf, found);
  const result: SearchResult = {
    query: plan.echo,
    total: found.length,
    page,
    perPage,
    hits,
    facets,
    suggestion: null,
  };
  // Last, for it asks another question with the same scores.
  result.suggestion = suggestion(engine, query, plan, found.length);
  return result;
}

/** The numbers of all sections that the question and the filters find, in no order. */
function find(engine: Engine, plan: Plan, query: SearchQuery): Uint32Array {
  const { shelf, scores } = engine;
  const deadline = performance.now() + BUDGET_MS;
  if (!scoreLeaves(plan.leaves, shelf, engine.postings, engine.vocabulary, scores, deadline))
    plan.echo.notes.push('The question took too long; not all of its words were looked up.');
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
      if (filter?.(section) === false || !required.every((test) => test(section, had))) continue;
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

function lowerStock(shelf: Shelf, found: Uint32Array, scores: Float32Array): void {
  for (const number of found) scores[number]! *= shelf.weights[number]!;
}

/** Without words there is no relevance: the newest come first. */
function sortOf(sort: SearchSort, plan: Plan): SearchSort {
  return sort === 'relevance' && !plan.leaves.some((leaf) => !leaf.excluded) ? 'newest' : sort;
}

function suggestion(
  engine: Engine,
  query: SearchQuery,
  plan: Plan,
  total: number,
): SearchResult['suggestion'] {
  if (plan.echo.corrected.length === 0) return null;
  let q = query.q;
  for (const { from, to } of plan.echo.corrected) q = q.replace(from, () => to);
  if (q === query.q) return null;
  const other = makePlan(q, parseQuery(q), engine.vocabulary, engine.postings);
  if (other.echo.corrected.length > 0) return null;
  const found = find(engine, other, query).length;
  return found > 0 && (found >= total || plan.echo.mode === 'some') ? { q, total: found } : null;
}
