import { describe, expect, it } from 'vitest';
import { changesOfMind } from '../../../src/concepts/account/changes-of-mind.js';
import { readingPath } from '../../../src/concepts/account/reading-path.js';
import { timelineOf, type DatedIssue } from '../../../src/concepts/account/timeline.js';
import { wordsChanged } from '../../../src/concepts/account/treatments.js';
import { issueSlug } from '../../../src/slug.js';
import { sectionOf } from '../archive-of.js';

/** An issue a month from January 2022. */
function monthly(count: number): DatedIssue[] {
  return Array.from({ length: count }, (_, n) => ({
    slug: issueSlug(`${n + 1}`),
    date: `${2022 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-15`,
  }));
}
const speaking = (...numbers: number[]) => new Set(numbers.map((n) => issueSlug(`${n}`)));

describe('timelineOf', () => {
  it('knows the first and the latest mention and the longest silence', () => {
    const timeline = timelineOf(monthly(24), speaking(2, 3, 20));
    expect(timeline.first?.date).toBe('2022-02-15');
    expect(timeline.latest?.date).toBe('2023-08-15');
    expect(timeline.silence).toMatchObject({
      after: { date: '2022-03-15' },
      until: { date: '2023-08-15' },
      days: 518,
    });
  });

  it('gives the share of each quarter, and the quarters in which nothing was sent', () => {
    const [one, two] = monthly(2);
    const later = { slug: issueSlug('9'), date: '2022-09-01' };
    expect(timelineOf([later, two!, one!], speaking(2, 9)).quarters).toEqual([
      { quarter: '2022-Q1', issues: 1, of: 2 },
      { quarter: '2022-Q2', issues: 0, of: 0 },
      { quarter: '2022-Q3', issues: 1, of: 1 },
    ]);
  });

  it('sees a burst where a concept stands in issue after issue, and nowhere else', () => {
    const { bursts } = timelineOf(monthly(48), speaking(1, 20, 21, 22, 23, 24, 25, 26, 47));
    expect(bursts).toMatchObject([{ from: { slug: '20' }, to: { slug: '26' }, issues: 7, of: 7 }]);
  });

  it('sees no burst in a small archive, nor in a concept spread evenly', () => {
    expect(timelineOf(monthly(12), speaking(3, 4, 5, 6, 7)).bursts).toEqual([]);
    expect(timelineOf(monthly(48), speaking(1, 9, 17, 25, 33, 41)).bursts).toEqual([]);
  });

  it('is empty where nothing is dated', () => {
    expect(timelineOf([], speaking(1))).toEqual({
      first: null,
      latest: null,
      quarters: [],
      silence: null,
      bursts: [],
    });
  });
});

describe('changesOfMind', () => {
  it('quotes the sentence in which somebody takes something back', () => {
    const section = sectionOf(
      'Money',
      'It rained. I used to think that projects were cheap. I was wrong about funding.',
    );
    expect(changesOfMind(section).map(({ text }) => text)).toEqual([
      'I used to think that projects were cheap.',
      'I was wrong about funding.',
    ]);
  });

  it('does not take what somebody else said for the author’s own', () => {
    const section = sectionOf(
      'Money',
      'Agnes wrote: “I was wrong about funding.” He said "we changed our minds" and left. I was wrong about "cheap" tools.',
    );
    expect(changesOfMind(section).map(({ text }) => text)).toEqual([
      'I was wrong about "cheap" tools.',
    ]);
  });

  it('leaves alone what only speaks of wrong things', () => {
    expect(changesOfMind(sectionOf('Money', 'The wrong plan. They were late.'))).toEqual([]);
  });
});

describe('readingPath', () => {
  const passage = (issue: string, date: string | null, text: string, defines = false) => ({
    section: sectionOf(`Part ${issue}`, text, issue),
    date,
    defines,
  });

  it('begins with what defines the concept and goes on by date, saying why', () => {
    const path = readingPath(
      [
        passage('3', '2023-01-01', 'Roadmaps are promises made by people who hope.'),
        passage('1', '2022-01-01', 'We drew one with wool in a hotel.'),
        passage('2', '2022-06-01', 'A roadmap is a plan of intent.', true),
        passage('4', '2024-01-01', 'Nobody opens the thing any more.'),
      ],
      4,
    );
    expect(path).toEqual([
      { section: '2#part-2', reason: 'defines it' },
      { section: '1#part-1', reason: 'first to treat it' },
      { section: '3#part-3', reason: 'most about it' },
      { section: '4#part-4', reason: 'latest' },
    ]);
  });

  it('does not send the reader to the same words twice', () => {
    const text = 'Roadmaps are promises made by people who hope.';
    const path = readingPath([passage('1', null, text), passage('2', null, text)], 5);
    expect(path).toHaveLength(1);
  });
});

describe('wordsChanged', () => {
  it('names the words that entered and those that left', () => {
    expect(
      wordsChanged('Projects and budgets.', 'Teams and budgets; stable teams.', () => 1, 5),
    ).toEqual({ entered: ['Teams', 'stable'], left: ['Projects'] });
  });
});
