import type { Express } from 'express';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { archiveOf, sampleArchive } from './served.js';

describe('JSON', () => {
  let app: Express;
  beforeAll(async () => {
    ({ app } = await sampleArchive());
  }, 60_000);

  const get = async (path: string) => {
    const response = await request(app).get(path);
    expect(response.status, path).toBe(200);
    expect(response.type).toBe('application/json');
    return response.body;
  };

  it('gives a search with its hits, facets and how the words were read', async () => {
    const answer = await get('/api/search?q=planning&perPage=3');
    expect(Object.keys(answer)).toEqual([
      ...['query', 'total', 'page', 'perPage', 'hits', 'facets', 'suggestion', 'tookMs'],
    ]);
    expect(answer.query.q).toBe('planning');
    expect(answer.perPage).toBe(3);
    expect(answer.hits).toHaveLength(3);
    const [hit] = answer.hits;
    expect(Object.keys(hit)).toEqual([
      ...[
        'id',
        'url',
        'heading',
        'trail',
        'language',
        'issue',
        'concepts',
        'excerpt',
        'score',
        'why',
        'signals',
      ],
    ]);
    expect(hit.url).toBe(`/issues/${hit.id}`);
    expect(Object.keys(hit.issue)).toEqual(['slug', 'title', 'number', 'date']);
    const [start, end] = hit.excerpt.marks[0];
    expect(hit.excerpt.text.slice(start, end).toLowerCase()).toContain('plan');
    expect(answer.facets.concept[0]).toEqual({
      value: expect.any(String),
      label: expect.any(String),
      count: expect.any(Number),
    });
  });

  it('holds every filter together, and alternatives of one apart', async () => {
    const both = await get('/api/search?year=2023&year=2024&perPage=100');
    const one = await get('/api/search?year=2024&perPage=100');
    expect(both.total).toBeGreaterThan(one.total);
    const okrs = await get('/api/search?concept=okrs&year=2024&perPage=100');
    for (const hit of okrs.hits) {
      expect(hit.issue.date).toMatch(/^2024/);
      expect(hit.concepts.map((concept: { slug: string }) => concept.slug)).toContain('okrs');
    }
  });

  it('pages without repeating or losing a hit', async () => {
    const all = await get('/api/search?q=team&perPage=100');
    const pages = await Promise.all(
      [1, 2, 3].map((page) => get(`/api/search?q=team&perPage=10&page=${page}`)),
    );
    const ids = pages.flatMap((page) => page.hits.map((hit: { id: string }) => hit.id));
    expect(ids).toEqual(all.hits.slice(0, 30).map((hit: { id: string }) => hit.id));
  });

  it('gives lists as total, page, perPage and items', async () => {
    for (const path of [
      ...['/api/concepts', '/api/issues', '/api/suggest?q=pl', '/api/related?to=okrs'],
      ...['/api/concepts/okrs/sections', '/api/problems'],
    ]) {
      expect(Object.keys(await get(path)), path).toEqual(['total', 'page', 'perPage', 'items']);
    }
  });

  it('gives an issue of a list with its facts and where each was found', async () => {
    const { items } = await get('/api/issues?perPage=1');
    expect(Object.keys(items[0])).toEqual([
      ...['slug', 'title', 'number', 'date', 'authors', 'publication', 'url', 'language'],
      ...['sections', 'sources'],
    ]);
    expect(items[0].date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(items[0].sections).toBeGreaterThan(0);
  });

  it('gives a concept of a list with its counts', async () => {
    const { items, total } = await get('/api/concepts?perPage=100');
    expect(items).toHaveLength(Math.min(100, total));
    expect(Object.keys(items[0])).toEqual([
      ...['slug', 'label', 'status', 'aliases', 'issues', 'sections'],
    ]);
  });

  it('gives a concept with its definition, relations with reasons, and timeline', async () => {
    const concept = await get('/api/concepts/okrs');
    expect(concept).toMatchObject({ slug: 'okrs', label: 'OKRs', status: 'curated' });
    expect(concept.definition.text).toContain('goal-setting format');
    expect(concept.related[0].reasons[0]).toMatchObject({
      kind: expect.any(String),
      words: expect.any(String),
    });
    const dated = concept.timeline.reduce(
      (sum: number, one: { issues: number }) => sum + one.issues,
      0,
    );
    expect(dated).toBeGreaterThan(0);
  });

  it('gives texts, never trees', async () => {
    for (const path of [
      '/api/concepts/okrs',
      '/api/concepts/okrs/sections',
      '/api/issues?perPage=1',
    ]) {
      expect(JSON.stringify(await get(path))).not.toContain('"tree":');
    }
  });

  it('gives a section by its id, percent-encoded, and the same words in its issue', async () => {
    const { hits } = await get('/api/search?q=planning&perPage=1');
    const section = await get(`/api/sections/${encodeURIComponent(hits[0].id)}`);
    expect(section).toMatchObject({ id: hits[0].id, heading: hits[0].heading });
    const issue = await get(`/api/issues/${hits[0].issue.slug}`);
    const same = issue.sections.find((one: { id: string }) => one.id === section.id);
    expect(same.text).toBe(section.text);
  });

  it('relates concepts and sections, each with reasons', async () => {
    const { hits } = await get('/api/search?q=planning&perPage=1');
    for (const to of ['okrs', encodeURIComponent(hits[0].id)]) {
      const { items } = await get(`/api/related?to=${to}`);
      expect(items.length, to).toBeGreaterThan(0);
      for (const item of items) expect(item.reasons.length).toBeGreaterThan(0);
    }
  });

  it('suggests while one types', async () => {
    const { items } = await get('/api/suggest?q=okr');
    expect(items[0]).toMatchObject({ kind: 'concept', slug: 'okrs', url: '/concepts/okrs' });
  });
});

describe('a hidden label', () => {
  let app: Express;
  beforeAll(async () => {
    app = await archiveOf(
      {
        'one.md': '# One\n\n## Stages\n\nOur maturity modle has five stages, and alignement.',
        'two.md': '# Two\n\n## Levels\n\nMaturity models are drawn as levels. Alignment is not.',
      },
      {
        'maturity-models': `---
label: Maturity models
aliases: [capability ladder]
hidden: [maturity modle]
---
Stages of growth.`,
        alignment: '---\nlabel: Alignment\nhidden: [alignement]\n---\nPulling one way.',
      },
    );
  });
  const get = async (path: string) => (await request(app).get(path)).body;

  it('finds what the label finds, and is found by it', async () => {
    for (const q of ['maturity modle', 'maturity models', 'capability ladder'])
      expect(
        (await get(`/api/search?q=${q}`)).hits.map((hit: { heading: string }) => hit.heading),
      ).toHaveLength(2);
  });

  it.each(['maturity models', 'capability ladder', 'maturity mod', 'mature models', 'alignment'])(
    'is not told to who asks for “%s”',
    async (q) => {
      const { query, facets, suggestion, hits } = await get(`/api/search?q=${q}`);
      const reasons = hits.map(({ why, concepts }: Record<string, unknown>) => [why, concepts]);
      const told = JSON.stringify([query, facets, suggestion, reasons]);
      expect(told).not.toMatch(/modle|alignement/);
    },
  );

  it.each(['maturity mod', 'align', 'capab'])('is not offered to who types “%s”', async (q) => {
    const offered = JSON.stringify(await get(`/api/suggest?q=${q}`));
    expect(offered).toMatch(/Maturity models|Alignment/);
    expect(offered).not.toMatch(/modle|alignement/);
  });

  it('is on no concept', async () => {
    for (const path of [
      '/api/concepts',
      '/api/concepts/maturity-models',
      '/api/related?to=alignment',
    ])
      expect(JSON.stringify(await get(path))).not.toMatch(/"[^"]*modle"|alignement"/);
  });
});
