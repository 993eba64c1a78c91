import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { archiveOf } from './served.js';

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

  it('tells a browser how to search here', async () => {
    const app = await archiveOf(issues, {}, { baseUrl: 'https://desk.example' });
    const { text, type } = await request(app).get('/opensearch.xml');
    expect(type).toBe('application/opensearchdescription+xml');
    expect(text).toContain('<ShortName>The Slow Desk</ShortName>');
    expect(text).toContain('template="https://desk.example/search?q={searchTerms}"');
    expect((await request(app).get('/')).text).toContain('href="/opensearch.xml"');
  });
});
