import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../src/search/query/clause.js';
import { literally } from '../../../src/search/query/literally.js';
import { parseQuery } from '../../../src/search/query/parse.js';

describe('a question to be taken literally', () => {
  it.each([
    ['planning the roadmap', '"planning" "the" "roadmap"'],
    ['team -budget', '"team" -"budget"'],
    ['budget OR promise', '"budget" OR "promise"'],
    ['team (wall OR money)', '"team" ("wall" OR "money")'],
    ['-(budget OR wall) team', '-("budget" OR "wall") "team"'],
    ['near:3(team plan) road*', '"team plan"~3 road*'],
    ['in:heading plan lang:en', 'in:heading "plan" lang:en'],
    ['publication:"The Long Table" issue:2', 'publication:"The Long Table" issue:2'],
    ['before:2024-05 team', 'before:2024-05 "team"'],
    ['after:2023 team', 'after:2023 "team"'],
    ['after:2024-01-31 team', 'after:2024-01-31 "team"'],
    ['-year:2023 team', '-year:2023 "team"'],
    ['year:"2023..2024" team', 'year:2023..2024 "team"'],
  ])('has every word of %s in quotes, and means the same else', (q, written) => {
    const { clause } = parseQuery(q);
    expect(literally(clause)).toBe(written);
    expect(asWritten(parseQuery(written).clause)).toEqual(asWritten(clause));
  });
});

/** Words as phrases of one word, nearness in these forms only. */
function asWritten(clause: Clause): Clause {
  switch (clause.kind) {
    case 'word':
      return { kind: 'phrase', words: clause.word };
    case 'near':
      return { ...clause, literal: true };
    case 'not':
      return { ...clause, clause: asWritten(clause.clause) };
    case 'all':
    case 'any':
      return { ...clause, clauses: clause.clauses.map(asWritten) };
    default:
      return clause;
  }
}
