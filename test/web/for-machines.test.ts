import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { archiveOf, mistakesIn } from './served.js';

const issues = { '2024-05-01-müll & co.md': '# Waste & Co\n\nText.\n' };

describe('for machines', () => {
  it('says that it lives, and whether the archive has been read', async () => {
    let ready = false;
    const app = await archiveOf(issues, {}, { ready: () => ready });
    expect((await request(app).get('/healthz')).body).toEqual({ status: 'ok' });
    const early = await request(app).get('/readyz');
    expect([early.status, early.headers['retry-after']]).toEqual([503, '2']);
    ready = true;
    expect((await request(app).get('/readyz')).body).toEqual({ status: 'ready' });
  });

  it('serves no half of an archive, and says when to come back', async () => {
    let ready = false;
    const app = await archiveOf(issues, {}, { ready: () => ready });
    for (const path of ['/', '/issues', '/api/issues', '/api/search?q=waste', '/sitemap.xml']) {
      const { status, headers, text } = await request(app).get(path).set('Accept', 'text/html');
      expect([status, headers['retry-after'], headers.refresh], path).toEqual([503, '2', '2']);
      expect(text).toContain('still being read');
    }
    ready = true;
    expect((await request(app).get('/api/issues')).status).toBe(200);
  });

  it('says how far the archive has been read', async () => {
    const step = { stage: 'reading' as const, done: 170, total: 1509 };
    const app = await archiveOf(issues, {}, { ready: () => false, progress: () => step });
    const { text } = await request(app).get('/issues').set('Accept', 'text/html');
    expect(text).toContain('Reading the issues: 170 of 1,509.');
    expect(text).toContain('<progress value="170" max="1509"');
    expect(await mistakesIn(text)).toEqual([]);
    const { body } = await request(app).get('/readyz');
    expect(body).toEqual({ status: 'loading', ...step });
  });

  it('lists every issue in a sitemap, under the address that readers use', async () => {
    const app = await archiveOf(issues, {}, { baseUrl: 'https://desk.example' });
    const { text, type } = await request(app).get('/sitemap.xml');
    expect(type).toBe('application/xml');
    expect(text).toContain('<loc>https://desk.example/issues/2024-05-01-m%C3%BCll-co</loc>');
    expect(text).toContain('<lastmod>2024-05-01</lastmod>');
    expect((await request(app).get('/robots.txt')).text).toContain(
      'Sitemap: https://desk.example/sitemap.xml',
    );
  });

  it('takes the address from the request where none is set', async () => {
    const { text } = await request(await archiveOf(issues))
      .get('/sitemap.xml')
      .set('Host', 'desk.example:8080');
    expect(text).toContain('<loc>http://desk.example:8080/</loc>');
  });

  it('lets a browser keep assets for ever, and pages until they change', async () => {
    const app = await archiveOf(issues);
    const home = await request(app).get('/');
    expect(home.headers['cache-control']).toBe('no-cache');
    const again = await request(app).get('/').set('If-None-Match', home.headers.etag!);
    expect(again.status).toBe(304);
    const css = /href="(\/assets\/backmatter\.css\?v=[^"]+)"/.exec(home.text)![1]!;
    const asset = await request(app).get(css);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('tells assistants what the archive is, and how to ask it', async () => {
    const app = await archiveOf(
      { ...issues, 'b.md': '# [Moats] *and* us\n\nOn moats.\n' },
      { moats: '---\nlabel: Moats\n---\n\nWater around a castle.\n' },
      { baseUrl: 'https://desk.example' },
    );
    const { text, type } = await request(app).get('/llms.txt');
    expect(type).toBe('text/plain');
    expect(text).toMatch(/^# The Slow Desk\n\n> [^\n]*2 issues of 2024, 2 sections, 1 concept/);
    expect(text).toContain('- [Moats](https://desk.example/concepts/moats): in 1 issue\n');
    expect(text).toContain('- [Waste & Co](https://desk.example/issues/2024-05-01-m%C3%BCll-co)');
    expect(text).toContain('\\[Moats\\]');
    for (const [, address] of text.matchAll(/\]\(https:\/\/desk\.example(\/[^)]*)\)/g))
      expect((await request(app).get(address!)).status, address).toBe(200);
  });

  it('tells an assistant of an archive that has nothing in it yet', async () => {
    const { status, text } = await request(await archiveOf({})).get('/llms.txt');
    expect(status).toBe(200);
    expect(text).toContain('0 issues, 0 sections, 0 concepts');
  });

  it('tells a browser how to search here', async () => {
    const app = await archiveOf(issues, {}, { baseUrl: 'https://desk.example' });
    const { text, type } = await request(app).get('/opensearch.xml');
    expect(type).toBe('application/opensearchdescription+xml');
    expect(text).toContain('<ShortName>The Slow Desk</ShortName>');
    expect(text).toContain('template="https://desk.example/search?q={searchTerms}"');
    expect((await request(app).get('/')).text).toContain('href="/opensearch.xml"');
  });
});
