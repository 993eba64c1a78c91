import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge-base/knowledge-base.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import type { Parameters } from '../../src/pages/parameters.js';
import { makeSearchPage } from '../../src/pages/search.js';
import { en } from '../../src/words/en.js';
import { questionInWords } from '../../src/words/question.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';

describe('the search page', () => {
  let kb: KnowledgeBase;
  beforeAll(async () => {
    const memory = createMemoryKnowledgeBase();
    kb = memory;
    await memory.replaceGlossary(
      glossaryFrom({ slack: '---\nlabel: Slack time\naliases: [slack]\n---\n\nRoom.\n' }),
    );
    for (const year of [2022, 2023, 2024]) {
      const text = `---\ntitle: Year ${year}\ndate: ${year}-05-01\n---\n\nOn slack & planning.\n`;
      await memory.replaceIssue(issueFrom(`${year}.md`, text));
    }
  });

  const search = (given: Parameters) => makeSearchPage(kb, given);

  it('offers each facet value as the same search with it', async () => {
    const { facets } = await search({ q: 'slack & x', sort: 'newest' });
    const years = facets.find(({ name }) => name === 'year')!.values;
    expect(years.map(({ label, count }) => [label, count])).toContainEqual(['2023', 1]);
    expect(years.find(({ label }) => label === '2023')!.url).toBe(
      '/search?q=slack+%26+x&year=2023&sort=newest',
    );
  });

  it('takes a filter away by its chip, and keeps the others', async () => {
    const { chips, unfilteredUrl } = await search({
      q: 'slack',
      concept: 'slack',
      year: ['2023', '2024'],
    });
    expect(chips.map(({ label }) => label)).toEqual(['Slack time', '2023', '2024']);
    expect(chips[1]!.url).toBe('/search?q=slack&concept=slack&year=2024');
    expect(unfilteredUrl).toBe('/search?q=slack');
  });

  it('lets a second year widen the search, and a second click take it back', async () => {
    const { answer, facets } = await search({ q: 'slack', year: '2023' });
    expect(answer.total).toBe(1);
    const chosen = facets.flatMap(({ values }) => values).find(({ label }) => label === '2023')!;
    expect(chosen).toMatchObject({ current: true, url: '/search?q=slack' });
  });

  it('finds only what was out at the end of a month, and keeps to it', async () => {
    const page = await search({ q: 'slack', asof: '2023-05', sort: 'oldest' });
    expect(page.answer.hits.map(({ issue }) => issue.date)).toEqual(['2022-05-01', '2023-05-01']);
    expect(page.answer.facets.year.map(({ value }) => value)).toEqual(['2023', '2022']);
    expect(page.asof).toBe('2023-05');
    expect(page.kept).toEqual([
      ['asof', '2023-05'],
      ['sort', 'oldest'],
    ]);
    expect(page.nowUrl).toBe('/search?q=slack&sort=oldest');
    const urls = [...page.facets.flatMap(({ values }) => values), ...page.sorts].map((l) => l.url);
    for (const url of urls) expect(url).toContain('asof=2023-05');
    expect((await search({ q: 'slack', asof: '2023-04-30' })).answer.total).toBe(1);
  });

  it('refuses a month that there is not', async () => {
    for (const asof of ['June', '2023', '2023-13', '2023-02-30', '2023-06-31'])
      await expect(search({ q: 'slack', asof }), asof).rejects.toThrow('must be a month');
  });

  it('reads a span of years, counts it, and keeps it as it was written', async () => {
    const { answer, literalUrl } = await search({ q: 'year:2022..2023 slaack' });
    expect(answer.total).toBe(2);
    expect(answer.facets.year.map(({ value }) => value)).toEqual(['2023', '2022']);
    expect(answer.query.notes).toEqual([]);
    expect(literalUrl).toBe('/search?q=year%3A2022..2023+%22slaack%22');
  });

  it('tells of a day that does not exist, and how its month ends', async () => {
    const { answer } = await search({ q: 'slack before:2023-02-30' });
    expect(questionInWords(en, answer.query)).toContain(
      '“before:2023-02-30” was searched as words: there is no such day; that month ends with 2023-02-28.',
    );
  });

  it('carries filters and order along when the words change', async () => {
    const { kept } = await search({ q: 'slack', year: ['2023', '2024'], sort: 'oldest' });
    expect(kept).toEqual([
      ['year', '2023'],
      ['year', '2024'],
      ['sort', 'oldest'],
    ]);
  });

  it('says how the words were read only where that is not just as written', () => {
    const asWritten = {
      ...{ q: 'slack', terms: ['slack'], ignored: [], corrected: [], unmatched: [] },
      ...{ mode: 'all' as const, notes: [] },
    };
    expect(questionInWords(en, asWritten)).toEqual([]);
    expect(
      questionInWords(en, {
        ...asWritten,
        terms: ['the', 'slakc', 'zzq'],
        ignored: ['the'],
        corrected: [{ from: 'slakc', to: 'slack' }],
        unmatched: ['zzq'],
        mode: 'some',
      }),
    ).toEqual([
      'The archive has no “slakc”; “slack” was searched in its place.',
      'Not searched for: “the”.',
      'Nothing here matches “zzq”.',
      'Too few sections have every word, so those with some of them are here too.',
    ]);
  });
});
