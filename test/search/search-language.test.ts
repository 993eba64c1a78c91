import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { headings, indexOf } from './small-archive.js';

const guide = readFileSync(new URL('../../docs/SEARCH.md', import.meta.url), 'utf8');
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const shared = { publication: 'The Long Table' };
const textOf = (heading: string): string => rows.find((row) => row[1] === heading)?.[2] ?? '';
const conceptOf = (heading: string): string => rows.find((row) => row[1] === heading)?.[3] ?? '';
const told = (heading: string): [string, string, ...string[]] => [
  heading,
  textOf(heading),
  ...(conceptOf(heading) === '' ? [] : [conceptOf(heading)]),
];

const archive = indexOf(
  {
    ...shared,
    title: 'First',
    number: 1,
    date: '2023-02-01',
    authors: ['Ada Moor'],
    sections: [told('Why we plan'), told('Budgets')],
  },
  {
    ...shared,
    title: 'Second',
    number: 2,
    date: '2024-05-01',
    authors: ['Ben Hale'],
    sections: [told('Roadmaps'), told('Team stages'), told('Odds and ends')],
  },
);

const examples = rows
  .filter((row) => /^`.*`$/.test(row[2] ?? '') && row.length === 4)
  .map((row) => ({ q: row[2]!.slice(1, -1), found: row[3]!.split(', ') }));

it('has an example for each thing a reader can write', () => {
  expect(examples.length).toBeGreaterThan(15);
});

it.each(examples)('finds what docs/SEARCH.md says for $q', ({ q, found }) => {
  const anchors = found.map((heading) => heading.toLowerCase().replaceAll(' ', '-'));
  expect(headings(archive, q).sort()).toEqual(anchors.sort());
});
