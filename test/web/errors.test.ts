import type { Express } from 'express';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge-base/knowledge-base.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { createApp } from '../../src/web/app.js';
import { en } from '../../src/words/en.js';
import { archiveOf, mistakesIn } from './served.js';

describe('errors', () => {
  let app: Express;
  beforeAll(async () => {
    app = await archiveOf({ 'plans.md': '# Plans\n\nOn planning.\n' });
  });

  it.each([
    ['/api/concepts/moats', 'No concept “moats”.'],
    ['/api/concepts/moats/sections', 'No concept “moats”.'],
    ['/api/issues/99', 'No issue “99”.'],
    ['/api/sections/plans%23nowhere', 'No section “plans#nowhere”.'],
    ['/api/sections/%2e%2e%2fplans', 'No section “../plans”.'],
    ['/api/related?to=moats', 'No concept “moats”.'],
    ['/api/related?to=plans%23nowhere', 'No section “plans#nowhere”.'],
    ['/api/nothing', 'No page “/api/nothing”.'],
  ])('answers %s with a 404 that says what is missing', async (path, error) => {
    const response = await request(app).get(path);
    expect(response.body).toEqual({ error, status: 404 });
    expect(response.status).toBe(404);
  });

  it.each([
    ['/api/search?foo=1', '“foo”'],
    ['/api/search?q[a]=1', '“q[a]”'],
    ['/api/search?__proto__=1', '“__proto__”'],
    ['/api/search?page=0', '“page”'],
    ['/api/search?page=1e9', '“page”'],
    ['/api/search?perPage=101', '“perPage”'],
    ['/api/search?perPage=-1', '“perPage”'],
    ['/api/search?year=last', '“year”'],
    ['/api/search?sort=best', '“sort”'],
    ['/api/search?sort=newest&sort=oldest', '“sort” may be given only once'],
    ['/api/search?q=a&q=b', '“q” may be given only once'],
    ['/api/search?concept=Not%20A%20Slug', '“concept”'],
    [`/api/search?q=${'a'.repeat(1001)}`, '“q” may have at most 1,000 characters'],
    [`/api/search?${'year=2024&'.repeat(21)}`, '“year” may be given at most 20 times'],
    ['/api/search?q=%', 'encodes nothing'],
    ['/api/search?q=%FF', 'encodes nothing'],
    ['/api/sections/%E0%A4%A', 'encodes nothing'],
    ['/api/issues?year=24', '“year”'],
    ['/api/concepts?q=a', '“q”'],
    ['/api/related', '“to”'],
    ['/api/related?to=..%2f', '“to”'],
    ['/api/problems?page=1', '“page”'],
    ['/api/suggest?q=a&limit=3', '“limit”'],
  ])('answers %s with a 400 that names the parameter', async (path, named) => {
    const response = await request(app).get(path);
    expect(response.status).toBe(400);
    expect(response.body).toEqual({ error: expect.stringContaining(named), status: 400 });
  });

  it('takes an empty field of a form as none', async () => {
    const response = await request(app).get('/api/search?q=planning&concept=&year=&sort=&page=');
    expect(response.status).toBe(200);
    expect(response.body.total).toBe(1);
  });

  it.each(['/nothing', '/concepts/moats', '/search?page=x', '/issues/%E0%A4%A', '/?a=b'])(
    'answers %s with a page of the same words',
    async (path) => {
      const response = await request(app).get(path).set('Accept', 'text/html');
      expect([400, 404]).toContain(response.status);
      expect(response.type).toBe('text/html');
      expect(await mistakesIn(response.text)).toEqual([]);
      const json = await request(app).get(path).set('Accept', 'application/json');
      expect(json.body.status).toBe(response.status);
    },
  );

  it('sends a link with a mailing service’s parameters on to the page without them', async () => {
    const one = await request(app).get('/issues/plans?utm_source=mail&fbclid=x');
    expect([one.status, one.headers.location]).toEqual([302, '/issues/plans']);
    const other = await request(app).get('//evil.example/?utm_source=mail&q=a%26b');
    expect(other.headers.location).toBe('/evil.example/?q=a%26b');
  });

  it('answers nothing but GET and HEAD', async () => {
    for (const method of ['post', 'put', 'delete', 'patch', 'options'] as const) {
      const response = await request(app)[method]('/api/search');
      expect(response.status, method).toBe(405);
      expect(response.headers.allow).toBe('GET, HEAD');
      expect(response.body.status).toBe(405);
    }
    const head = await request(app).head('/issues/plans');
    expect(head.status).toBe(200);
    expect(head.text ?? '').toBe('');
  });

  it('keeps what failed inside to itself, and writes it to the log whole', async () => {
    const logged: unknown[] = [];
    const broken = new Proxy({} as KnowledgeBase, {
      get: () => () => Promise.reject(new Error('secret /home/ines')),
    });
    const app = createApp({
      kb: broken,
      settings: {
        title: () => 'T',
        words: () => en,
        baseUrl: null,
        ready: () => true,
        progress: () => null,
        changes: null,
        log: { error: (what: unknown) => logged.push(what) } as never,
      },
    });
    for (const path of ['/', '/api/issues', '/search?q=a']) {
      const response = await request(app).get(path);
      expect(response.status).toBe(500);
      expect(response.text).not.toContain('secret');
    }
    expect(logged).toHaveLength(3);
    expect(logged[0]).toMatchObject({ err: { message: 'secret /home/ines' } });
  });
});

describe('an address that is not there', () => {
  let app: Express;
  beforeAll(async () => {
    app = await archiveOf(
      {
        '141-the-slow-ladder.md':
          '---\ntitle: The slow ladder\nnumber: 141\n---\n\n## Rungs\n\nOn moats and rungs.\n',
      },
      { moats: '---\nlabel: Moats\naliases: [ditch]\n---\n\nWater around a castle.\n' },
    );
  });
  const page = async (path: string) =>
    (await request(app).get(path).set('Accept', 'text/html')).text;

  it('leads to concepts and issues of nearly that name', async () => {
    expect(await page('/concepts/moat')).toContain('<a href="/concepts/moats">Moats</a>');
    expect(await page('/concepts/ditches')).toContain('<a href="/concepts/moats">Moats</a>');
    expect(await page('/issues/slow-ladder')).toContain('href="/issues/141-the-slow-ladder"');
  });

  it('leads to passages that hold its words', async () => {
    expect(await page('/2019/05/rungs')).toContain('href="/issues/141-the-slow-ladder#rungs"');
  });

  it('leads to nothing where nothing is like it', async () => {
    expect(await page('/wp-login.php')).not.toContain('Perhaps one of these');
  });

  it('leads from a wrong parameter to the same address without it', async () => {
    expect(await page('/search?q=moats&page=x')).toContain('href="/search?q=moats"');
    expect(await page('/search?q=moats&colour=red')).toContain('without “colour”');
  });
});

describe('very many questions', () => {
  it('are answered by asking for patience, and later again', async () => {
    let clock = 0;
    const settings = {
      title: () => 'T',
      words: () => en,
      baseUrl: null,
      ready: () => true,
      progress: () => null,
    };
    const app = createApp({
      kb: createMemoryKnowledgeBase(),
      settings: { ...settings, changes: null, log: null },
      now: () => clock,
    });
    const ask = (from: string, type: string) =>
      request(app).get('/issues').set({ 'X-Forwarded-For': from, Accept: type });
    const types = Array.from({ length: 210 }, (_, i) => (i % 2 ? 'text/html' : 'application/json'));
    const answers = await Promise.all(types.map((type) => ask('203.0.113.9', type)));
    const refused = answers.filter(({ status }) => status === 429);
    const [json, page] = ['application/json', 'text/html'].map((type) =>
      refused.find((answer) => answer.type === type)!,
    );
    expect(json!.headers['retry-after']).toBe('1');
    expect(json!.body).toEqual({ error: expect.stringContaining('Wait'), status: 429 });
    expect(await mistakesIn(page!.text)).toEqual([]);
    expect(page!.text).toContain('<a href="/issues">Try again</a>');
    expect((await ask('203.0.113.10', 'text/html')).status).toBe(200);
    expect((await request(app).get('/issues')).status).toBe(200);
    clock += 100;
    expect((await ask('203.0.113.9', 'text/html')).status).toBe(200);
  });
});
