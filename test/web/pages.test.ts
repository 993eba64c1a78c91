import type { Express } from 'express';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge-base/knowledge-base.js';
import type { ConceptSlug } from '../../src/slug.js';
import { urls } from '../../src/urls.js';
import { archiveOf, mistakesIn, sampleArchive } from './served.js';

describe('every page of the sample archive', () => {
  let app: Express;
  let kb: KnowledgeBase;
  beforeAll(async () => {
    ({ app, kb } = await sampleArchive());
  }, 60_000);

  it('is found and is valid HTML', async () => {
    const issues = await kb.issues({ page: 1, perPage: 1000 });
    const concepts = await kb.concepts();
    const pages = [
      ...[urls.home(), urls.concepts(), urls.issues(), urls.issues({ year: 2024 }), urls.api()],
      ...[urls.map(), urls.concept('okrs' as ConceptSlug, { asof: '2023-06' })],
      ...[urls.map({ asof: '2023-06' }), urls.concepts({ asof: '2023-06-14' })],
      urls.search({ q: 'planning', asof: '2023-06' }),
      ...[{}, { q: 'planning' }, { q: 'zzqx' }, { q: 'plan', year: 2024, sort: 'newest' }].map(
        (params) => urls.search(params),
      ),
      urls.search({ q: 'team', page: 2, concept: ['okrs', 'planning'] }),
      ...issues.items.map(({ slug }) => urls.issue(slug)),
      ...concepts.map(({ concept }) => urls.concept(concept.slug)),
    ];
    for (const page of pages) {
      const response = await request(app).get(page);
      expect(response.status, page).toBe(200);
      expect(await mistakesIn(response.text), page).toEqual([]);
      expect(response.text, page).not.toContain('undefined');
    }
  });

  it('says that there are no concepts only where there are none', async () => {
    const none = await archiveOf({ 'a.md': 'On funding.' });
    const unspoken = await archiveOf(
      { 'a.md': 'On funding.' },
      { keel: '---\nlabel: Keel\n---\n' },
    );
    expect((await request(none).get(urls.concepts())).text).toContain('No concepts yet');
    const { text } = await request(unspoken).get(urls.concepts());
    expect(text).toContain('1 concept of the glossary is not listed');
    expect(text).not.toContain('No concepts yet');
    expect(await mistakesIn(text)).toEqual([]);
  });

  it('leads to no page that is not there', async () => {
    const seen = new Set<string>();
    const start = [urls.home(), urls.concepts(), urls.map(), urls.issues()];
    start.push(urls.search({ q: 'planning' }));
    for (const page of start) {
      for (const href of linksIn((await request(app).get(page)).text)) seen.add(href);
    }
    for (const href of seen) {
      const { status } = await request(app).get(href);
      expect([href, status]).toEqual([href, 200]);
    }
  });
});

describe('a concept’s page', () => {
  const issues = {
    '2023-01-09-budgets.md':
      '---\ntitle: Budgets\nnumber: 1\n---\n\n# Budgets\n\n## Money first\n\nA runway is money. Planning begins with the runway, and planning ends there.\n',
    '2024-02-06-goals.md':
      '---\ntitle: Goals\nnumber: 2\n---\n\n# Goals\n\n## What is next\n\nThe runway again, a year on; see our `runway` script.\n',
  };
  const concepts = {
    runway:
      '---\nlabel: Runway\naliases: [cash runway]\nrelated: [planning]\n---\n\nHow long the money lasts.\n',
    planning: '---\nlabel: Planning\n---\n\nDeciding beforehand.\n',
  };

  it('gathers every section that speaks of it, with issue and date', async () => {
    const { text } = await request(await archiveOf(issues, concepts)).get('/concepts/runway');
    expect(text).toContain('How long the money lasts.');
    expect(text).toContain('href="/issues/2023-01-09-budgets#money-first"');
    expect(text).toContain('href="/issues/2024-02-06-goals#what-is-next"');
    expect(text).toContain('<time datetime="2023-01-09">9 January 2023</time>');
    expect(text).toContain('cash runway');
  });

  it('links the first mention of every other concept, and only marks its own', async () => {
    const { text } = await request(await archiveOf(issues, concepts)).get('/concepts/runway');
    const quoted = text.slice(text.indexOf('<blockquote'), text.lastIndexOf('</blockquote>'));
    expect(quoted).toContain('<mark>runway</mark> is money.');
    expect(quoted).toContain('<a href="/concepts/planning" class="concept">Planning</a> begins');
    expect(quoted).toContain('and planning ends');
    expect(quoted).not.toContain('href="/concepts/runway"');
    expect(quoted).toContain('<code>runway</code>');
  });

  it('says why another concept is related', async () => {
    const { text } = await request(await archiveOf(issues, concepts)).get('/concepts/runway');
    expect(text).toContain('the glossary relates them');
  });

  it('shows its share of the issues as a chart and as figures, without a style', async () => {
    const { text } = await request(await archiveOf(issues, concepts)).get('/concepts/runway');
    expect(text).toMatch(
      /<rect x="[\d.]+" y="0" width="[\d.]+" height="48"><title>Q1 2023: 1 of 1</,
    );
    expect(text).toMatch(/<th scope="row">Q1 2024<\/th><td>1<\/td><td>1<\/td><td>100%/);
    expect(text).toContain('393 days, from');
    expect(text).not.toContain('style=');
  });

  it('says where to begin, and why there', async () => {
    const { text } = await request(await archiveOf(issues, concepts)).get('/concepts/runway');
    const path = text.slice(text.indexOf('Where to begin'), text.indexOf('What the issues say'));
    expect(path).toContain('<a href="/issues/2023-01-09-budgets#money-first">Money first</a>');
    expect(path).toContain('most about it');
  });

  it('shows the archive as it stood at the end of a month, and the way back', async () => {
    const app = await archiveOf(issues, concepts);
    const { text } = await request(app).get('/concepts/runway?asof=2023-06');
    expect(text).toContain('As the archive stood at the end of June 2023');
    expect(text).toContain('<a href="/concepts/runway">See it as it stands now</a>');
    expect(text).toContain('1 section of 1 issue');
    expect(text).not.toContain('2024');
    // A look back stays one when a link in a passage is followed.
    const marked = text.match(/href="\/concepts\/(?!runway)[^"]*"/gu) ?? [];
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((link) => !link.includes('asof=2023-06'))).toEqual([]);
    const { body } = await request(app).get('/api/concepts/runway?asof=2023-06');
    expect(body).toMatchObject({ asof: '2023-06', issues: 1, latest: '2023-01-09' });
    const oneDay = (await request(app).get('/concepts/runway?asof=2023-01-09')).text;
    expect(oneDay).toContain('As the archive stood at the end of 9 January 2023');
    const earlier = (await request(app).get('/concepts/runway?asof=2022-12')).text;
    expect(earlier).toContain('No issue had spoken of it by then');
    const wrong = await request(app).get('/api/concepts/runway?asof=June');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error).toContain('such as 2024-06');
  });

  it('keeps to that month from page to page', async () => {
    const app = await archiveOf(issues, concepts);
    for (const path of ['/search?q=money', '/concepts', '/map', '/concepts/runway']) {
      const asked = `${path}${path.includes('?') ? '&' : '?'}asof=2023-06`;
      const { status, text } = await request(app).get(asked);
      expect(status, asked).toBe(200);
      expect(text, asked).toContain('As the archive stood at the end of June 2023');
      expect(text, asked).toContain(`<a href="${path}">See it as it stands now</a>`);
      expect(text, asked).not.toContain('2024-');
      const links = [...text.matchAll(/<a[^>]* href="(\/(?:search|concepts\/|map)[^"]*)"/gu)];
      const lost = links.map(([, url]) => url).filter((url) => !url!.includes('asof=2023-06'));
      // The way back, and the menu of every page.
      expect(
        lost.filter((url) => url !== path && url !== '/map'),
        asked,
      ).toEqual([]);
    }
  });

  it('keeps to that month where nothing was there by then', async () => {
    const app = await archiveOf(issues, concepts);
    const none = (await request(app).get('/concepts/runway?asof=2022-12')).text;
    expect(none).toMatch(/href="\/search\?q=[^"]*&(?:amp;|#38;)asof=2022-12"/u);
    const lost = (await request(app).get('/search?q=runwayy&asof=2022-12')).text;
    expect(lost).toContain('href="/concepts/runway?asof=2022-12"');
    expect(lost).toContain('href="/concepts?asof=2022-12"');
  });

  it('links the other concepts that its definition speaks of', async () => {
    const app = await archiveOf(issues, {
      ...concepts,
      planning: '---\nlabel: Planning\n---\n\nPlanning with a runway in mind.\n',
    });
    const { text } = await request(app).get('/concepts/planning');
    expect(text).toContain('Planning with a <a href="/concepts/runway" class="concept">runway</a>');
    const then = (await request(app).get('/concepts/planning?asof=2023-06')).text;
    expect(then).toContain(
      'Planning with a <a href="/concepts/runway?asof=2023-06" class="concept">',
    );
  });

  it('tells what was taken back, and quotes what may have been as candidates', async () => {
    const app = await archiveOf(
      {
        ...issues,
        '3.md':
          '---\ntitle: Sorry\nnumber: 3\ndate: 2024-03-01\nsupersedes: No. 1\n---\n\nI was wrong about the runway.\n',
      },
      concepts,
    );
    const { text } = await request(app).get('/concepts/runway');
    const changes = text.slice(
      text.indexOf('Changes of mind'),
      text.indexOf('What the issues say'),
    );
    expect(changes).toContain(
      '<a href="/issues/3">Sorry</a> (No. 3) takes back <a href="/issues/2023-01-09-budgets">',
    );
    expect(changes).toContain('may take something back');
    expect(changes).toContain('<a href="/issues/3#lede">I was wrong about the runway.</a>');
    const taken = (await request(app).get('/issues/2023-01-09-budgets')).text;
    expect(taken).toContain('Taken back in No. 3, <a href="/issues/3">Sorry</a>');
    expect((await request(app).get('/issues/3')).text).toContain('Takes back No. 1, <a');
  });

  it('says so when nothing speaks of it', async () => {
    const app = await archiveOf({ 'a.md': '# A\n\nSomething else.\n' }, concepts);
    const { text } = await request(app).get('/concepts/planning');
    expect(text).toContain('No issue speaks of it');
  });
});

describe('an issue’s page', () => {
  const issues = {
    '1.md':
      '---\ntitle: First\nnumber: 1\ndate: 2023-01-09\n---\n\nBefore all headings.\n\n## Plans\n\nText.\n\n### Deep\n\nMore.\n',
    '2.md':
      '---\ntitle: Second\nnumber: 2\ndate: 2023-02-09\nurl: https://letters.example/2\n---\n\nOnly a lede.\n',
  };

  it('has its sections under their permanent anchors, and a table of contents', async () => {
    const { text } = await request(await archiveOf(issues)).get('/issues/1');
    expect(text).toContain('id="plans"');
    expect(text).toContain('<a href="#plans">Plans</a>');
    expect(text).toMatch(/<h2>Plans/);
    expect(text).toMatch(/<h3>Deep/);
    expect(text).toContain('Before all headings.');
  });

  it('ends with related passages of other issues, one of each, and says why', async () => {
    const about = (what: string) =>
      `## On ${what}\n\n${`The ${what} of the granary ledger, counted sack by sack in winter by candlelight. `.repeat(4)}\n`;
    const app = await archiveOf({
      'a.md': `# A\n\n${about('tally')}`,
      'b.md': `# B\n\n${about('sum')}\n${about('score')}`,
      'c.md': '# C\n\nSomething else.\n',
    });
    const { text } = await request(app).get('/issues/a');
    const related = text.slice(text.indexOf('Related passages'), text.indexOf('</main>'));
    expect([...related.matchAll(/href="\/issues\/b#[^"]+"/g)]).toHaveLength(1);
    expect(related).toContain('near to <a href="#on-tally">On tally</a>: both use');
    expect((await request(app).get('/issues/c')).text).not.toContain('Related passages');
  });

  it('leads to its neighbours and to where it was first published', async () => {
    const app = await archiveOf(issues);
    expect((await request(app).get('/issues/1')).text).toContain('rel="next" href="/issues/2"');
    const second = (await request(app).get('/issues/2')).text;
    expect(second).toContain('rel="prev" href="/issues/1"');
    expect(second).toContain('href="https://letters.example/2"');
  });
});

describe('the name of a window', () => {
  const named = async (title: string) => {
    const app = await archiveOf({ 'a.md': `---\ntitle: ${title}\n---\n\nText.\n` });
    return /<title>(.*)<\/title>/.exec((await request(app).get('/issues/a')).text)![1];
  };

  it('has the archive’s name after the page’s while both fit, and is cut between words', async () => {
    expect(await named('On slack')).toBe('On slack · The Slow Desk');
    expect(await named('word '.repeat(12).trim())).toBe('word '.repeat(12).trim());
    expect(await named('word '.repeat(20).trim())).toBe(`${'word '.repeat(13).trim()}…`);
  });
});

describe('an empty archive', () => {
  it('says what to do', async () => {
    const app = await archiveOf({});
    const home = await request(app).get('/');
    expect(home.status).toBe(200);
    expect(home.text).toContain('Put Markdown files into its folder');
    for (const page of ['/search', '/search?q=a', '/concepts', '/issues', '/api', '/sitemap.xml']) {
      expect([page, (await request(app).get(page)).status]).toEqual([page, 200]);
    }
  });
});

function linksIn(html: string): string[] {
  return [...html.matchAll(/ href="(\/[^"#]*)/g)].map((match) =>
    match[1]!.replaceAll('&amp;', '&'),
  );
}
