import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/parse.js';
import { printClause } from '../../../src/search/query/print.js';
import { indexOf, question } from '../small-archive.js';

const read = (q: string): string => printClause(parseQuery(q).clause);

describe('a question', () => {
  it('is words that are all wanted', () => {
    expect(read('planning budget')).toBe('planning AND budget');
  });

  it('has phrases, exclusions, alternatives and groups', () => {
    expect(read('"road map" -budget')).toBe('"road map" AND NOT budget');
    expect(read('-"road map"')).toBe('NOT "road map"');
    expect(read('plan OR budget team')).toBe('(plan OR budget) AND team');
    expect(read('(plan OR (budget team)) risk')).toBe('(plan OR (budget AND team)) AND risk');
  });

  it('has beginnings and nearness', () => {
    expect(read('plan*')).toBe('plan*');
    expect(read('near:5(plan budget)')).toBe('near:5(plan budget)');
    expect(read('"plan budget"~5')).toBe('"plan budget"~5');
  });

  it('has filters, and days, months and years', () => {
    expect(read('concept:okrs author:"Ada Moor"')).toBe('concept:okrs AND author:"Ada Moor"');
    expect(read('after:2023')).toBe('from 2024-01-01');
    expect(read('before:2024-06')).toBe('before 2024-06-01');
    expect(read('year:2024')).toBe('from 2024-01-01 before 2025-01-01');
    expect(read('year:2024-05')).toBe('from 2024-05-01 before 2024-06-01');
    expect(read('year:2024-12-31')).toBe('from 2024-12-31 before 2025-01-01');
  });

  it('has spans of years, months and days, whichever end comes first', () => {
    const twoYears = 'from 2014-01-01 before 2016-01-01';
    for (const q of ['year:2014..2015', 'year:2015..2014', 'year:2014-2015', 'year:2014–2015'])
      expect(read(q), q).toBe(twoYears);
    expect(read('year:2014-11..2015-02')).toBe('from 2014-11-01 before 2015-03-01');
    expect(read('year:2014..2015-02-28')).toBe('from 2014-01-01 before 2015-03-01');
    expect(parseQuery('year:2014.. before:2014..2015').notes).toEqual([
      { kind: 'no period', name: 'year', written: 'year:2014..' },
      { kind: 'no period', name: 'before', written: 'before:2014..2015' },
    ]);
  });

  it('says of a day that there is not which one the month ends with, and searches words', () => {
    for (const q of ['before:2015-02-30', 'after:2015-2-29', 'year:2015..2015-02-31']) {
      const { clause, notes } = parseQuery(q);
      expect(notes, q).toEqual([{ kind: 'no such day', written: q, lastDay: '2015-02-28' }]);
      expect(clause.kind, q).toBe('all');
    }
    expect(read('before:2016-02-29')).toBe('before 2016-02-29');
    expect(read('after:2015-04-30')).toBe('from 2015-05-01');
    for (const q of ['before:2015-13', 'before:2015-00-01', 'before:2015-02-00'])
      expect(parseQuery(q).notes, q).toMatchObject([{ kind: 'no period' }]);
  });

  it('keeps hyphens within words and signs that belong to them', () => {
    expect(read('state-of-the-art')).toBe('state AND of AND the AND art');
    expect(read('C++ #141 v1.2.3 snake_case')).toBe('C++ AND #141 AND v1.2.3 AND snake_case');
  });

  it('searches what it does not know as words, and says so', () => {
    const { clause, notes } = parseQuery('colour:red year:soon');
    expect(printClause(clause)).toBe('colour AND red AND year AND soon');
    expect(notes).toEqual([
      { kind: 'no operator', name: 'colour', written: 'colour:red' },
      { kind: 'no period', name: 'year', written: 'year:soon' },
    ]);
  });

  it('reads its own reading alike', () => {
    for (const q of ['plan -budget', '-"road map" (a OR b c)', 'near:5(plan budget) x OR y z*'])
      expect(read(read(q)), q).toBe(read(q));
    expect(read('plan AND (budget OR team) AND NOT risk')).toBe(
      'plan AND (budget OR team) AND NOT risk',
    );
  });

  it('takes AND and NOT for words where they join nothing, and NOT in a question all in capitals', () => {
    expect(read('AND plan AND')).toBe('AND AND plan AND AND');
    expect(read('plan NOT')).toBe('plan AND NOT');
    expect(parseQuery('plan NOT').clause.kind).toBe('all');
    expect(parseQuery('DO NOT PANIC').clause).toEqual({
      kind: 'all',
      clauses: ['DO', 'NOT', 'PANIC'].map((word) => ({ kind: 'word', word })),
    });
  });

  it('says when there is nothing to search by, or no words to be near one another', () => {
    for (const q of ['👍', '""', '( )', 'OR', '-()', 'near:('])
      expect(parseQuery(q).notes, q).toEqual([{ kind: 'no words' }]);
    expect(parseQuery('near:5 plan').notes).toEqual([{ kind: 'no group', written: 'near:5' }]);
    for (const q of ['', '  ', 'plan', 'year:2024', '-plan'])
      expect(parseQuery(q).notes).toEqual([]);
    expect(read('author:"" plan')).toBe('author AND plan');
  });

  it('means something whatever is left open', () => {
    expect(read('"road map')).toBe('"road map"');
    expect(read('(plan')).toBe('plan');
    expect(read('plan)) budget')).toBe('plan AND budget');
    expect(read('OR plan OR')).toBe('plan');
    expect(read('- -- plan -')).toBe('plan');
  });
});

const archive = indexOf({
  title: 'Any words',
  sections: [
    ['Plans', 'The team plans a café, 計画 and การทดสอบ in v1.2.3.', 'Planning'],
    ['Goals', 'Goals are set each quarter.'],
  ],
});

function answers(q: string): void {
  const { hits, total } = archive.search(question(q));
  expect(total).toBeGreaterThanOrEqual(hits.length);
  for (const { excerpt } of hits)
    for (const [start, end] of excerpt.marks) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(excerpt.text.length);
      expect(end).toBeGreaterThan(start);
    }
  archive.suggest(q, 10);
}

it('is answered, whatever it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), answers), { numRuns: 100 });
  const signs = fc.constantFrom(
    ...[
      '"',
      '(',
      ')',
      '-',
      'OR ',
      'near:',
      'near:3(',
      'in:',
      'in:heading ',
      'year:',
      '*',
      '~',
      ':',
      ' ',
    ],
    ...[
      'plan',
      'team',
      'te',
      '計',
      '計画',
      'การ',
      'é',
      '\u0301',
      '\ud800',
      'v1.2',
      '#1',
      'C++',
      'concept:',
    ],
  );
  const sentences = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(fc.property(sentences, answers), { numRuns: 300 });
});

const naughty = process.env.NAUGHTY_STRINGS;
it.skipIf(naughty === undefined)(
  'is answered for each of the Big List of Naughty Strings (NAUGHTY_STRINGS names its blns.json)',
  () => {
    const strings = JSON.parse(readFileSync(naughty!, 'utf8')) as string[];
    for (const text of strings) answers(text);
  },
);
