// From a question's tree to what is looked up (leaf.ts) and what must hold of a
// section to be found (required.ts).

import { fold } from '../text/fold.js';
import { isStopWord } from '../text/stop-words.js';
import { tokens } from '../text/tokens.js';
import { companyIn } from './company.js';
import { sameWord } from './expand.js';
import type { Engine } from './find.js';
import { eachLeaf, leafKey, leafOf, MAX_LEAVES, type Leaf, type Planner } from './leaf.js';
import { MAX_PLACES, type Place } from './positions.js';
import type { Clause, ParsedQuery } from './query/clause.js';
import { literally } from './query/literally.js';
import { printClause } from './query/print.js';
import { compile, scopeOf, type Test } from './required.js';
import type { QueryEcho, SearchField } from './search-index.js';
import type { Synonyms } from './synonyms.js';
import { skipWords } from './unused-words.js';

export interface Plan {
  leaves: Leaf[];
  /** All that must hold whatever the mode: phrases, exclusions, filters, alternatives. */
  required: Test[];
  /** How many tests there are in them. */
  tests: number;
  /** The bits of the plain words; in mode `some`, one of them is enough. */
  words: number;
  /** False when there was more to look up than a question may. */
  whole: boolean;
  echo: QueryEcho;
}

/** More make a question slow, and hardly anybody writes in so many. */
const MOST_LANGUAGES = 8;

export function makePlan(q: string, parsed: ParsedQuery, engine: Engine): Plan {
  const { vocabulary, synonyms, shelf } = engine;
  const languages = vocabulary.languages().slice(0, MOST_LANGUAGES);
  const language = languageOf(parsed.clause, languages);
  const echo: QueryEcho = {
    q,
    terms: [],
    ignored: [],
    corrected: [],
    unmatched: [],
    mode: 'all',
    notes: [...parsed.notes],
  };
  const skipped = new Set<string>();
  const planner: Planner = {
    vocabulary,
    shelf,
    languages,
    companyOf: companyIn(parsed.clause, { languages, skipped }, engine),
    leaves: [],
    byKey: new Map(),
    skipped,
    unfinished: parsed.openEnd ? lastWord(parsed.clause) : null,
    spelt: 0,
    begun: 0,
    tests: 0,
    whole: true,
    echo,
  };
  skipWords(parsed.clause, language, planner);
  const top = parsed.clause.kind === 'all' ? parsed.clause.clauses : [parsed.clause];
  const scope = scopeOf(top, null);
  const required: Test[] = [];
  let words = 0;
  for (const clause of top) {
    if (clause.kind === 'word' || clause.kind === 'prefix')
      words |= leafOf(clause, scope, false, planner)?.bit ?? 0;
    else {
      const test = compile(clause, scope, false, planner);
      if (test !== undefined) required.push(test);
      if (clause.kind !== 'phrase' && clause.kind !== 'near') continue;
      const leaf = planner.byKey.get(leafKey(clause, scope));
      if (leaf !== undefined) leaf.needed = true;
    }
  }
  addSynonyms(top, scope, synonyms, language, planner);
  echo.reading = printClause(parsed.clause, planner.skipped);
  const asWritten = literally(parsed.clause);
  if (asWritten !== '' && asWritten !== q.trim()) echo.literally = asWritten;
  return {
    leaves: planner.leaves,
    required,
    tests: planner.tests,
    words,
    whole: planner.whole,
    echo,
  };
}

/**
 * That language of the archive which has most of the question's words for stop
 * words; of several, the one that most sections are in. Detectors need more text
 * than a question has.
 */
function languageOf(clause: Clause, languages: readonly string[]): string | null {
  const words: string[] = [];
  eachLeaf(clause, (leaf) => {
    if (leaf.kind === 'word') words.push(fold(leaf.word));
  });
  let best: string | null = null;
  let most = -1;
  for (const language of languages) {
    const stops = words.filter((word) => isStopWord(word, language)).length;
    if (language === '' || stops <= most) continue;
    [best, most] = [language, stops];
  }
  return best;
}

/** A label of the glossary in the question finds the concept's other labels too. */
function addSynonyms(
  top: readonly Clause[],
  field: SearchField | null,
  synonyms: Synonyms,
  language: string | null,
  planner: Planner,
): void {
  const words = top.filter((clause) => clause.kind === 'word');
  const found = synonyms.of(
    words.map(({ word }) => word),
    language,
  );
  for (const { at, count, words: other, hidden } of found) {
    if (planner.leaves.length >= MAX_LEAVES) return;
    const from = words.slice(at, at + count).map(({ word }) => word);
    let covers = 0;
    for (const word of from)
      covers |= planner.byKey.get(leafKey({ kind: 'word', word }, field))?.bit ?? 0;
    if (covers === 0) continue;
    const places = tokens(other)
      .filter((token) => token.role === 'word')
      .slice(0, MAX_PLACES)
      .map(
        (token): Place =>
          new Set(sameWord(token.word, planner.vocabulary, planner.languages).keys()),
      );
    if (!hidden) (planner.echo.expanded ??= []).push({ from: from.join(' '), to: other });
    planner.leaves.push({
      kind: 'phrase',
      bit: 1 << planner.leaves.length,
      written: from.join(' '),
      field,
      excluded: false,
      places,
      covers,
    });
  }
}

function lastWord(clause: Clause): Clause | null {
  let last: Clause | null = null;
  eachLeaf(clause, (leaf) => {
    last = leaf;
  });
  return last;
}
