import { describe, expect, it } from 'vitest';
import { issueSlug } from '../../src/slug.js';
import { indexOf, question } from './small-archive.js';

/** One section of each text, as often as it is said. */
function index(...texts: [text: string, times: number][]) {
  return indexOf({
    title: 'Notes',
    sections: texts.flatMap(([text, times]) =>
      Array.from({ length: times }, (): [string, string] => ['Note', text]),
    ),
  });
}

describe('what a misspelt word was meant for', () => {
  it('may have two letters swapped, in short words and at the beginning too', () => {
    const archive = index(['our model and a module', 1], ['make a plan', 1], ['ask the users', 1]);
    const corrected = (q: string) => archive.search(question(`${q} `)).query.corrected;
    for (const [from, to] of [
      ['modle', 'model'],
      ['moduel', 'module'],
      ['plna', 'plan'],
      ['suers', 'users'],
    ])
      expect(corrected(from!), from).toEqual([{ from, to }]);
  });

  it('goes with the other words of the question, before what is commoner', () => {
    const archive = index(
      ['the team sets goals', 4],
      ['the keeper minds the goats on the hill', 8],
    );
    const corrected = (q: string) => archive.search(question(q)).query.corrected;
    expect(corrected('goaxs ')).toEqual([{ from: 'goaxs', to: 'goats' }]);
    expect(corrected('team goaxs ')).toEqual([{ from: 'goaxs', to: 'goals' }]);
    expect(corrected('goaxs of a keeper')).toEqual([{ from: 'goaxs', to: 'goats' }]);
  });

  it('is not chosen by what is excluded', () => {
    const archive = index(['the team sets goals', 4], ['the keeper minds the goats', 8]);
    const { corrected } = archive.search(question('goaxs -team')).query;
    expect(corrected).toEqual([{ from: 'goaxs', to: 'goats' }]);
  });

  it('does not go with words of an issue that is gone', () => {
    const gone = Array.from({ length: 20 }, (): [string, string] => ['Note', 'team goals']);
    const archive = indexOf(
      { title: 'Old', sections: gone },
      {
        title: 'New',
        sections: [
          ['Note', 'goals'],
          ['Note', 'goats and a team'],
        ],
      },
    );
    const corrected = () => archive.search(question('team goaxs ')).query.corrected[0]?.to;
    expect(corrected()).toBe('goals');
    archive.removeIssue(issueSlug('old'));
    expect(corrected()).toBe('goats');
  });
});
