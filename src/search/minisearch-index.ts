// The search engine inside the process: MiniSearch holds the words, the files
// beside this one read the question, find, rank and show.

import { parseQuery, withoutQuotes } from './query/parse.js';
import { makeExcerpt } from './excerpt.js';
import { countFacets } from './facets.js';
import { countInIssue, find, type Engine } from './find.js';
import { order, sortRange } from './order.js';
import type { Leaf } from './leaf.js';
import { makePlan, type Plan } from './plan.js';
import { createPostings } from './postings.js';
import { rerank, type BeforeRerank } from './rerank.js';
import { createScores, MAX_WORK, type Scores } from './score.js';
import type {
  Hit,
  SearchIndex,
  SearchQuery,
  SearchResult,
  SearchSort,
  Signals,
} from './search-index.js';
import { createShelf, shelve, sweep, unshelve, type Shelf } from './shelf.js';
import { restore, save } from './snapshot.js';
import { suggestWords } from './suggest.js';
import { createSynonyms } from './synonyms.js';
import { createVocabulary } from './vocabulary.js';
import { reasons } from './why.js';

export function createSearchIndex(): SearchIndex {
  const engine: Engine = {
    shelf: createShelf(),
    postings: createPostings(),
    vocabulary: createVocabulary(),
    scores: createScores(),
    synonyms: createSynonyms(),
  };
  return {
    replaceIssue(issue) {
      unshelve(engine, issue.issue.slug);
      shelve(engine, issue);
      sweep(engine);
    },
    removeIssue(slug) {
      unshelve(engine, slug);
      sweep(engine);
    },
    replaceSynonyms: (groups) => {
      engine.synonyms.replace(groups);
    },
    search: (query) => search(engine, query),
    suggest: (prefix, limit) => suggestWords(prefix, limit, engine),
    save: () => save(engine),
    restore: async (parts, find) => {
      Object.assign(engine, await restore(parts, find));
    },
  };
}

function search(engine: Engine, query: SearchQuery): SearchResult {
  const { shelf, scores } = engine;
  const parsed = parseQuery(query.q);
  scores.workLeft = MAX_WORK;
  let plan = makePlan(query.q, parsed, engine);
  let found = find(engine, plan, query);
  const readAnew = found.length === 0 && parsed.sentence && scores.workLeft > 0;
  const unquoted = readAnew ? withoutQuotes(parsed.clause) : undefined;
  if (unquoted !== undefined) {
    const notes = [...parsed.notes, { kind: 'quotes apart' } as const];
    const reading = { ...parsed, clause: unquoted, notes };
    plan = makePlan(query.q, reading, engine);
    found = find(engine, plan, query);
  }
  const page = Math.max(1, Math.floor(query.page) || 1);
  const perPage = Math.min(100, Math.max(1, Math.floor(query.perPage) || 1));
  const from = Math.min(found.length, (page - 1) * perPage);
  const to = Math.min(found.length, page * perPage);
  const sort = sortOf(query.sort, plan);
  if (sort === 'relevance') lowerStock(shelf, found, scores.scores);
  if (plan.echo.mode === 'some') liftWhole(found, plan, scores);
  const compare = order(sort, shelf, scores.scores);
  const byWords =
    sort === 'relevance'
      ? rerank(found, plan, shelf, engine.vocabulary, scores, compare)
      : undefined;
  sortRange(found, compare, from, to);
  const hits = [...found.subarray(from, to)].map((number): Hit => {
    const section = shelf.sections[number]!;
    return {
      id: section.id,
      issue: section.issue.facts.slug,
      excerpt: makeExcerpt(section, scores.asked, scores.idfs),
      score: scores.scores[number]!,
      why: reasons(section, scores.asked, scores.bits[number]!),
      inIssue: countInIssue(section.issue, engine, plan, query),
      signals: signalsOf(scores.scores[number]!, byWords?.get(number)),
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

function lowerStock(shelf: Shelf, found: Uint32Array, scores: Float32Array): void {
  for (const number of found) scores[number]! *= shelf.weights[number]!;
}

/** Sections with every word stand before those with some, whose counts might outweigh them. */
function liftWhole(found: Uint32Array, { words }: Plan, { scores, bits, idfs }: Scores): void {
  const lift = idfs.reduce((sum, idf) => sum + idf, 0);
  for (const number of found) if ((bits[number]! & words) === words) scores[number]! += lift;
}

function signalsOf(score: number, before: BeforeRerank | undefined): Signals {
  const words = before?.words ?? score;
  const nearness = before?.nearness ?? 0;
  return { words, nearness, likeness: score - words - nearness };
}

/** Without words there is no relevance: the newest come first. */
function sortOf(sort: SearchSort, plan: Plan): SearchSort {
  return sort === 'relevance' && !plan.leaves.some((leaf) => !leaf.excluded) ? 'newest' : sort;
}

/** A better question, with how many sections it finds when it is asked. */
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
  const other = makePlan(q, parseQuery(q), engine);
  // Of words that the archive hardly has, the surplus would be other spellings.
  if (other.leaves.some(isGuessed)) return null;
  const found = find(engine, other, query).length;
  return found > 0 && (found >= total || plan.echo.mode === 'some') ? { q, total: found } : null;
}

/** Whether other spellings are searched for it. */
function isGuessed(leaf: Leaf): boolean {
  return leaf.kind === 'word' && [...leaf.words.values()].some(({ match }) => match === 'fuzzy');
}
