import { fromHtml } from 'hast-util-from-html';
import request from 'supertest';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { conceptSlug } from '../../src/slug.js';
import { archiveOf, mistakesIn } from './served.js';

/** Text that would act, were it ever written into a page as it is. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg onload=alert(1)>',
  '<%= process.env %>',
  '<%- include("/etc/passwd") %>',
  '{{constructor.constructor("alert(1)")()}}',
  '${7*7}',
  'javascript:alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '</mark></p><iframe src=//evil.example>',
  '\u202Eevil\u202C',
  '<a href="javascript:alert(1)">x</a>',
  '<!-- --!><script>alert(1)</script>',
  '\u0000<b>',
];

/** As a browser reads it, the page has no element or attribute that runs or fetches but our own. */
function expectHarmless(html: string): void {
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (tagName === 'script') expect(properties.src).toMatch(/^\/assets\/\w+\.js\?v=/);
    if (tagName === 'link')
      expect(properties.href).toMatch(
        /^\/assets\/|^(?:\/concepts\/[^/]+)?\/feed\.xml$|^\/opensearch\.xml$/,
      );
    expect(['iframe', 'img', 'b', 'style', 'object', 'embed', 'base']).not.toContain(tagName);
    for (const [name, value] of Object.entries(properties)) {
      expect(name).not.toMatch(/^on|^style$|^srcDoc$/i);
      if (['href', 'src', 'action'].includes(name)) expect(value).toMatch(/^(\/|#|https?:)/);
    }
  });
}

describe('security', () => {
  it('writes hostile titles, headings, labels, authors and questions as text', async () => {
    for (const text of HOSTILE) {
      const quoted = JSON.stringify(text);
      const app = await archiveOf(
        {
          '2024-01-01-a.md': `---\ntitle: ${quoted}\nauthor: ${quoted}\npublication: ${quoted}\nurl: ${quoted}\nlanguage: ${quoted}\n---\n\nA lede on moats.\n\n## ${text.replace('\u0000', '')}\n\nMoats here. ${text.replace('\u0000', '')}\n`,
        },
        {
          moats: `---\nlabel: moats\naliases: [${quoted}]\n---\n\n${text.replace('\u0000', '')}\n`,
        },
      );
      const query = encodeURIComponent(text);
      for (const path of [
        ...['/', '/concepts', '/concepts/moats', '/issues', '/issues/2024-01-01-a', '/api'],
        ...[`/search?q=${query}`, `/search?q=moats&author=${query}`, '/search?q=moats'],
        ...[`/nothing/${query}`, `/concepts/${query}`, `/search?${query}=1`],
      ]) {
        const response = await request(app).get(path).set('Accept', 'text/html');
        expect([200, 400, 404], path).toContain(response.status);
        expectHarmless(response.text);
        expect(response.text).not.toContain('<%');
      }
    }
  });

  it('lets nothing through from Markdown that could run or load', async () => {
    const app = await archiveOf({
      'a.md': [
        ...['# A', '[a](javascript:alert(1))', '[b](data:text/html,<script>1</script>)'],
        ...[
          '[c](vbscript:x)',
          '![d](http://plain.example/x.png)',
          '![e](data:image/svg+xml,<svg>)',
        ],
        ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<style>*{}</style>'],
        ...[
          '<a href="jav&#x09;ascript:alert(1)">f</a>',
          '[g](JaVaScRiPt:alert(1))',
          '<https://ok.example>',
        ],
        '<div style="position:fixed" onclick="x">h</div>',
      ].join('\n\n'),
    });
    const { text } = await request(app).get('/issues/a');
    expectHarmless(text);
    expect(text).not.toContain('style=');
    expect(text).not.toContain('<img');
    expect(text).toContain('<a href="https://ok.example/" rel="noopener noreferrer">');
    expect(await mistakesIn(text)).toEqual([]);
  });

  it('sends a policy that allows no inline script or style and no other host’s', async () => {
    const { headers } = await request(await archiveOf({})).get('/');
    const policy = headers['content-security-policy']!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('asks for https ever after only where the archive is served so', async () => {
    const app = await archiveOf({}, {}, { baseUrl: 'https://desk.example' });
    const { headers } = await request(app).get('/');
    expect(headers['strict-transport-security']).toContain('max-age');
  });

  it('serves nothing but the files in public/', async () => {
    const app = await archiveOf({});
    for (const path of [
      ...['/assets/../package.json', '/assets/..%2fpackage.json', '/assets/%2e%2e/package.json'],
      ...['/assets/', '/assets/.gitignore', '/assets/backmatter.css%00.js'],
    ]) {
      expect([400, 403, 404], path).toContain((await request(app).get(path)).status);
    }
  });

  it('names concepts by slugs that are safe in an address', () => {
    for (const text of HOSTILE) expect(conceptSlug(text)).not.toMatch(/["'<>&%#?/\s]/);
  });
});
