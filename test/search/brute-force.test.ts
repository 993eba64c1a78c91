import { expect, it } from 'vitest';
import { makeQuestion, scan } from '../../bench/search/brute-force.js';
import { randomNumbers } from '../../bench/search/passages.js';
import { createSearchIndex } from '../../src/search/minisearch-index.js';
import { issueOf, question } from './small-archive.js';

const WORDS =
  'team plan quarter goal budget risk learn ship review measure value cost promise plans planned the of to a in customer story bet'.split(
    ' ',
  );
const CONCEPTS = ['Planning', 'Funding', 'Team stages'];

it('finds by phrases, exclusions, nearness and filters what looking through every section finds', () => {
  const random = randomNumbers(7);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!;
  const sentence = (length: number): string => Array.from({ length }, () => pick(WORDS)).join(' ');
  const issues = Array.from({ length: 40 }, (_, n) =>
    issueOf({
      title: `Issue ${n} on ${pick(WORDS)}`,
      authors: [pick(['Ada Moor', 'Ben Hale'])],
      ...(n % 5 === 0 ? {} : { date: `20${20 + (n % 4)}-0${1 + (n % 9)}-15` }),
      sections: Array.from({ length: 8 }, (): [string, string, ...string[]] => [
        sentence(3),
        sentence(60),
        pick(CONCEPTS),
      ]),
    }),
  );
  const index = createSearchIndex();
  for (const issue of issues) index.replaceIssue(issue);
  const scanned = scan(issues);
  for (let n = 0; n < 200; n += 1) {
    const { q, finds } = makeQuestion(scanned, random);
    const expected = scanned.sections.filter(finds).map(({ id }) => id);
    const found: string[] = [];
    for (let page = 1; page <= 4; page += 1)
      found.push(
        ...index.search(question(q, { page, perPage: 100 })).hits.map((hit): string => hit.id),
      );
    expect(found.sort(), q).toEqual(expected.sort());
  }
});
