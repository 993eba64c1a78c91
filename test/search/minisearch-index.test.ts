import { describe, expect, it } from 'vitest';
import { issueSlug } from '../../src/slug.js';
import { headings, indexOf, issueOf, question } from './small-archive.js';

const archive = () =>
  indexOf(
    {
      title: 'Planning without plans',
      date: '2023-02-01',
      number: 1,
      authors: ['Ada Moor'],
      publication: 'The Long Table',
      sections: [
        ['Why we plan', 'Planning is worth more than the plan. A quarter is long.', 'Planning'],
        ['Budgets', 'Money follows the team, and the team follows the money.', 'Funding'],
      ],
    },
    {
      title: 'The roadmap is a promise',
      date: '2024-05-01',
      number: 2,
      authors: ['Ben Hale'],
      publication: 'The Long Table',
      sections: [
        ['Roadmaps', 'A roadmap with dates is a promise that nobody made.', 'Roadmaps'],
        ['Team stages', 'A team of three plans on a wall.', 'Planning', 'Teams'],
        ['!News', 'The café in Łódź opens. C++ is fun, says issue #141 of U.S. News.'],
      ],
    },
  );

describe('search', () => {
  it('finds a word in its other forms, the word as written first', () => {
    const index = indexOf({
      title: 'Three sections that differ in one word',
      sections: [
        ['A', 'the team plans the quarter'],
        ['B', 'the team planned the quarter'],
        ['C', 'the team planning the quarter'],
      ],
    });
    expect(headings(index, 'planned')[0]).toBe('b');
    expect(headings(index, 'plans')[0]).toBe('a');
    expect(headings(index, 'planning').sort()).toEqual(['a', 'b', 'c']);
  });

  it('finds a heading that is still being typed', () => {
    expect(headings(archive(), 'roadm')).toContain('roadmaps');
  });

  it('finds a misspelt word, says so, and offers the right one', () => {
    const result = archive().search(question('plannign'));
    expect(result.query.corrected).toEqual([{ from: 'plannign', to: 'planning' }]);
    expect(result.hits.length).toBeGreaterThan(0);
    expect(result.hits[0]?.why[0]).toMatchObject({ term: 'plannign', match: 'fuzzy' });
    expect(result.suggestion?.q).toBe('planning');
  });

  it('says which commoner spellings it searched beside a rare word, and offers no such word', () => {
    const doors = Array.from({ length: 12 }, (): [string, string] => ['Halls', 'a door of oak']);
    const index = indexOf({ title: 'A house', sections: [['Rent', 'they are poor'], ...doors] });
    const rare = index.search(question('poor'));
    expect(rare.query.expanded).toEqual([{ from: 'poor', to: 'door' }]);
    expect(rare.total).toBe(13);
    const misspelt = index.search(question('poorr'));
    expect(misspelt.query.corrected).toEqual([{ from: 'poorr', to: 'poor' }]);
    // Asked for, “poor” would find the doors too.
    expect(misspelt.suggestion).toBeNull();
  });

  it('offers a question with as many sections as it finds', () => {
    const index = archive();
    for (const q of ['plannign', 'plannign team', 'roadmpa -team', 'qaurter OR budgte']) {
      const { suggestion } = index.search(question(q));
      if (suggestion !== null)
        expect(index.search(question(suggestion.q)).total).toBe(suggestion.total);
    }
    expect(index.search(question('plannign')).suggestion).not.toBeNull();
  });

  it('looks up no more beginnings where the first have thousands of words, and says so', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `ab${at.toString(36)}`);
    const index = indexOf({
      title: 'A catalogue',
      sections: [
        ['Numbers', words.join(' ')],
        ['Codes', 'cd1 and cd2'],
      ],
    });
    const both = index.search(question('ab* cd*'));
    expect(both.query.notes).toEqual([{ kind: 'too much work' }]);
    expect(both.hits.map(({ why }) => why.map(({ term }) => term))).toEqual([['ab']]);
    expect(headings(index, 'cd* ab*').sort()).toEqual(['codes', 'numbers']);
  });

  it('finds an abbreviation with and without its dots, as written first', () => {
    const index = indexOf({
      title: 'Abroad',
      sections: [
        ['With', 'Letters from the U.S. office'],
        ['Without', 'Letters from the US office'],
        ['Neither', 'Letters from the Paris office'],
      ],
    });
    expect(headings(index, 'U.S.')).toEqual(['with', 'without']);
    expect(headings(index, 'US')).toEqual(['without', 'with']);
    expect(headings(index, '"US"')).toEqual(['without']);
  });

  it('finds accents, foreign letters and signs as they are typed', () => {
    for (const q of ['cafe', 'Lodz', 'ŁÓDŹ', 'C++', '#141', '141', 'U.S.'])
      expect(headings(archive(), q), q).toEqual(['news']);
  });

  it('finds thousands with and without their commas, and marks them as they stand', () => {
    const index = indexOf({
      title: 'Sums',
      sections: [
        ['With', 'It cost $2,000 a day'],
        ['Without', 'It cost 2000 a day'],
        ['List', 'See steps 2,0,00'],
      ],
    });
    for (const q of ['2000', '2,000', '"2,000"'])
      expect(headings(index, q).sort(), q).toEqual(['with', 'without']);
    const { text, marks } = index
      .search(question('2000'))
      .hits.find(({ id }) => id.includes('#with-'))!.excerpt;
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['2,000']);
  });

  it('says which filters nothing in the archive matches', () => {
    const unmatched = (q: string) => archive().search(question(q)).query.unmatched;
    for (const filter of ['author:nobody', 'concept:moats', 'issue:9', 'publication:"No News"'])
      expect(unmatched(`${filter} plan ${filter}`), filter).toEqual([filter]);
    expect(unmatched('lang:de OR lang:en plan')).toEqual(['lang:de']);
    expect(unmatched('plan -author:nobody -issue:9')).toEqual([]);
    expect(unmatched('author:moor issue:1 concept:planning year:1999')).toEqual([]);
  });

  it('says which word in quotes the archive lacks', () => {
    const unmatched = (q: string) => archive().search(question(q)).query.unmatched;
    expect(unmatched('"a promisse that nobody" "promisse"')).toEqual(['promisse']);
    expect(unmatched('"teem plans"~3')).toEqual(['teem']);
    expect(unmatched('"a promise that nobody"')).toEqual([]);
    expect(unmatched('plan -"teem"')).toEqual([]);
  });

  it('knows an author with blanks for hyphens, and hyphens for blanks', () => {
    const index = indexOf(
      { title: 'One', authors: ['ada-moor'], sections: [['By Ada', 'text']] },
      { title: 'Two', authors: ['Jean-Luc Hale'], sections: [['By Jean', 'text']] },
    );
    expect(headings(index, 'author:"Ada Moor"')).toEqual(['by-ada']);
    expect(headings(index, 'author:ada-moor')).toEqual(['by-ada']);
    expect(headings(index, 'author:"jean luc hale"')).toEqual(['by-jean']);
    for (const q of ['author:adamoor', 'author:-']) expect(headings(index, q), q).toEqual([]);
  });

  it('demands every word, and settles for some where few sections have all', () => {
    const result = archive().search(question('roadmap money'));
    expect(result.query.mode).toBe('some');
    expect(result.total).toBe(4);
    expect(archive().search(question('roadmap promise')).query.mode).toBe('all');
  });

  it('leaves the commonest words of the language out, and says which', () => {
    const result = archive().search(question('what is the roadmap'));
    expect(result.query.ignored).toEqual(['what', 'is', 'the']);
    expect(result.query.terms).toEqual(['roadmap']);
  });

  it('says why, field by field', () => {
    const hit = archive().search(question('roadmaps')).hits[0];
    expect(hit?.why).toContainEqual({ term: 'roadmaps', field: 'heading', match: 'exact' });
    expect(hit?.why).toContainEqual({ term: 'roadmaps', field: 'text', match: 'stem' });
  });

  it('marks the words of the excerpt', () => {
    const hit = archive().search(question('planning')).hits[0];
    const marked = hit?.excerpt.marks.map(([start, end]) => hit.excerpt.text.slice(start, end));
    expect(marked).toEqual(['Planning', 'plan']);
  });

  it('filters, and counts facets over all that was found, not over the page', () => {
    const result = archive().search(question('team', { perPage: 1 }));
    expect(result.total).toBe(2);
    expect(result.facets.year).toEqual([
      { value: '2024', label: '2024', count: 1 },
      { value: '2023', label: '2023', count: 1 },
    ]);
    expect(result.facets.concept.map(({ value }) => value).sort()).toEqual([
      'funding',
      'planning',
      'teams',
    ]);
    expect(headings(archive(), 'team', { years: [2023] })).toEqual(['budgets']);
    expect(headings(archive(), '', { authors: ['Ben Hale'] })).toHaveLength(3);
  });

  it('finds everything for no words, newest first', () => {
    expect(headings(archive(), '')).toEqual([
      'roadmaps',
      'team-stages',
      'news',
      'why-we-plan',
      'budgets',
    ]);
    expect(headings(archive(), '', { sort: 'oldest' })[0]).toBe('why-we-plan');
  });

  it('shows each section once however the pages are cut', () => {
    const sections = Array.from({ length: 60 }, (_, n): [string, string] => [
      `S${n}`,
      'the same words',
    ]);
    const index = indexOf({ title: 'Sixty of a kind', sections });
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      const seen = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((page) =>
        index.search(question('same', { sort, page, perPage: 7 })).hits.map((hit) => hit.id),
      );
      expect(new Set(seen).size).toBe(60);
      expect(seen).toHaveLength(60);
    }
  });

  it('forgets a section that a new version of the issue lacks', () => {
    const index = archive();
    index.replaceIssue(
      issueOf({ title: 'The roadmap is a promise', sections: [['Horizons', 'Now, next, later.']] }),
    );
    expect(headings(index, 'wall')).toEqual([]);
    expect(headings(index, 'horizons')).toEqual(['horizons']);
    index.removeIssue(issueSlug('The roadmap is a promise'));
    expect(headings(index, '')).toEqual(['why-we-plan', 'budgets']);
  });

  it('offers headings and words while the reader types', () => {
    const offers = archive().suggest('roa', 5);
    expect(offers).toContainEqual(expect.objectContaining({ kind: 'heading', text: 'Roadmaps' }));
    expect(offers).toContainEqual({ kind: 'word', text: 'roadmap' });
    expect(archive().suggest('', 5)).toEqual([]);
  });
});
