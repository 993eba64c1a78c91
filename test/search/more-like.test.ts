import { describe, expect, it } from 'vitest';
import { sectionId, issueSlug, anchor, type SectionId } from '../../src/slug.js';
import { indexOf } from './small-archive.js';

const archive = indexOf(
  {
    title: 'First',
    sections: [
      ['Ladders', 'A maturity ladder has rungs, and the rungs of a ladder are for climbing.'],
      ['Lunch', 'We ate soup and spoke of the weather.'],
    ],
  },
  {
    title: 'Second',
    sections: [
      ['Climbing', 'Whoever climbs a ladder counts its rungs.'],
      ['Soup', 'The soup was cold, as was the weather, and so we ate bread.'],
      ['Walls', 'A ladder leans on a wall.'],
      ['Other', 'Nothing in here is like that.'],
    ],
  },
);

const id = (issue: string, name: string): SectionId => sectionId(issueSlug(issue), anchor(name));

describe('more like a section', () => {
  it('puts first the one that shares most of the words that others lack, and names them', () => {
    const like = archive.moreLike(id('first', 'Ladders 0'), 10);
    expect(like.map((one) => one.id)).toEqual([
      id('second', 'Climbing 0'),
      id('second', 'Walls 2'),
    ]);
    expect(like[0]!.words).toEqual(expect.arrayContaining(['ladder', 'rungs']));
    expect(like[1]!.words).toEqual(['ladder']);
    expect(like[0]!.score).toBeGreaterThan(like[1]!.score);
  });

  it('is never the section itself, nor one that shares only what holds sentences together', () => {
    const ids = archive.moreLike(id('first', 'Lunch 1'), 10).map((one) => one.id);
    expect(ids).toEqual([id('second', 'Soup 1')]);
  });

  it('is no more than asked for', () => {
    expect(archive.moreLike(id('first', 'Ladders 0'), 1)).toHaveLength(1);
    expect(archive.moreLike(id('first', 'Ladders 0'), 0)).toEqual([]);
  });

  it('is nothing for a section that is not there, or has gone', () => {
    expect(archive.moreLike(id('first', 'Gone'), 10)).toEqual([]);
    expect(archive.moreLike('nonsense' as SectionId, 10)).toEqual([]);
    const changing = indexOf(
      { title: 'One', sections: [['A', 'ladder rungs']] },
      { title: 'Two', sections: [['B', 'ladder rungs']] },
      { title: 'Three', sections: [['C', 'something else']] },
    );
    expect(changing.moreLike(id('one', 'A 0'), 5)).toHaveLength(1);
    changing.removeIssue(issueSlug('two'));
    expect(changing.moreLike(id('one', 'A 0'), 5)).toEqual([]);
  });
});
