// Every address that is answered, in one table.

import express, { type Request, type RequestHandler, type Router } from 'express';
import type { Root } from 'mdast';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { makeApiPage } from '../pages/api.js';
import { makeConceptAnswer, makeConceptPage, makeConceptSections } from '../pages/concept.js';
import { makeConceptList, makeConceptsPage } from '../pages/concepts.js';
import { makeConceptFeed, makeFeed } from '../pages/feed.js';
import { makeHomePage } from '../pages/home.js';
import { makeIssuePage, makeMarkedIssuePage } from '../pages/issue.js';
import { makeIssueList, makeIssuesPage } from '../pages/issues.js';
import { makeMapPage } from '../pages/map.js';
import { readParameters, type Parameters } from '../pages/parameters.js';
import { makePatternsPage } from '../pages/patterns.js';
import { makePreviewPage } from '../pages/preview.js';
import { makeProblemsPage } from '../pages/problems.js';
import { makeRelatedPage } from '../pages/related.js';
import { RequestError } from '../pages/request-error.js';
import { makeSearchAnswer, makeSearchPage } from '../pages/search.js';
import { makeSectionPage } from '../pages/section.js';
import { makeSuggestPage } from '../pages/suggest.js';
import { makeSuggestionsPage } from '../pages/suggestions.js';
import type { ConceptSlug, IssueSlug } from '../slug.js';
import {
  answerHealth,
  answerOpenSearch,
  answerReadiness,
  answerRobots,
  answerSitemap,
} from './for-machines.js';
import type { Place } from './html.js';
import { answerLlms } from './llms.js';
import { createMetrics, type Metrics } from './metrics.js';
import { refuseUntilReady } from './readiness.js';
import type { WebSettings } from './settings.js';

/** What a page is made from: the parameters in the path, and those after the “?”. */
interface Asked {
  slug: string;
  id: string;
  query: Parameters;
}

type Make = (kb: KnowledgeBase, asked: Asked) => Promise<object>;
type Answer = (kb: KnowledgeBase, settings: WebSettings, metrics: Metrics) => RequestHandler;

const table: Record<string, Answer> = {
  '/': page('home', (kb, { query }) => makeHomePage(kb, query)),
  '/search': page('search', (kb, { query }) => makeSearchPage(kb, query)),
  '/concepts': page('concepts', (kb, { query }) => makeConceptsPage(kb, query)),
  '/concepts/:slug': page('concept', (kb, { slug, query }) =>
    found('concept', slug, makeConceptPage(kb, slug as ConceptSlug, query)),
  ),
  '/concepts/:slug/feed.xml': page('feed', (kb, { slug, query }) =>
    found('concept', slug, makeConceptFeed(kb, slug as ConceptSlug, query)),
  ),
  '/issues': page('issues', (kb, { query }) => makeIssuesPage(kb, query)),
  '/issues/:slug': page('issue', (kb, { slug, query }) =>
    found('issue', slug, makeMarkedIssuePage(kb, slug as IssueSlug, query)),
  ),
  '/map': page('map', (kb, { query }) => makeMapPage(kb, query)),
  '/api': page('api', (kb, { query }) => plain(query, () => makeApiPage(kb))),

  '/api/search': json((kb, { query }) => makeSearchAnswer(kb, query)),
  '/api/suggest': json((kb, { query }) => makeSuggestPage(kb, query)),
  '/api/concepts': json((kb, { query }) => makeConceptList(kb, query)),
  '/api/concepts/:slug': json((kb, { slug, query }) =>
    found('concept', slug, makeConceptAnswer(kb, slug as ConceptSlug, query)),
  ),
  '/api/concepts/:slug/sections': json((kb, { slug, query }) =>
    found('concept', slug, makeConceptSections(kb, slug as ConceptSlug, query)),
  ),
  '/api/issues': json((kb, { query }) => makeIssueList(kb, query)),
  '/api/issues/:slug': json((kb, { slug, query }) =>
    found(
      'issue',
      slug,
      plain(query, () => makeIssuePage(kb, slug as IssueSlug)),
    ),
  ),
  '/api/sections/:id': json((kb, { id, query }) =>
    found(
      'section',
      id,
      plain(query, () => makeSectionPage(kb, id)),
    ),
  ),
  '/api/related': json((kb, { query }) => makeRelatedPage(kb, query)),
  '/api/problems': json((kb, { query }) => plain(query, () => makeProblemsPage(kb))),

  '/-/suggestions': page('suggestions', (kb, { query }) => makeSuggestionsPage(kb, query)),
  '/-/patterns': page('patterns', (kb, { query }) => makePatternsPage(kb, query)),
  '/-/preview': page('preview', (kb, { query }) => makePreviewPage(kb, query)),

  '/healthz': () => answerHealth,
  '/readyz': (_, settings) => answerReadiness(settings),
  '/metrics': (_, __, metrics) => metrics.answer,
  '/-/changes': (_, { changes }) => changes?.answer ?? noSuchPage,
  '/feed.xml': page('feed', (kb, { query }) => makeFeed(kb, query)),
  '/llms.txt': answerLlms,
  '/robots.txt': (_, settings) => answerRobots(settings),
  '/opensearch.xml': answerOpenSearch,
  '/sitemap.xml': (kb, settings) => answerSitemap(kb, settings),
};

/** The paths answered, as Express writes them. The README names them all. */
export const routes: readonly string[] = Object.keys(table);

export function answerRoutes(kb: KnowledgeBase, settings: WebSettings): Router {
  const router = express.Router();
  const metrics = createMetrics(kb, settings);
  router.use(metrics.count);
  for (const [path, answer] of Object.entries(table))
    router.get(path, answer(kb, settings, metrics));
  router.use(noSuchPage);
  return router;
}

const noSuchPage: RequestHandler = (request) => {
  throw new RequestError({ kind: 'no such', noun: 'page', name: decodeURI(request.path) });
};

/** Answers with `views/<view>.ejs`. */
function page(view: string, make: Make): Answer {
  return (kb, settings) => async (request, response) => {
    refuseUntilReady(settings, response);
    const page = await make(kb, asked(request));
    const drawing = WITH_TREES.includes(view) ? await drawTrees(settings) : {};
    // An archive changes while it is served: keep a copy, but ask whether it still holds.
    if (view === 'feed') response.type('application/atom+xml');
    response.set('Cache-Control', 'no-cache').render(view, { page, ...drawing });
  };
}

const WITH_TREES = ['concept', 'issue'];

/** Loaded with the first page that shows a passage: a start need not wait for it. */
async function drawTrees({ words }: WebSettings) {
  const { html } = await import('./html.js');
  return { html: (tree: Root, place: Place | null) => html(tree, place, words()) };
}

function json(make: Make): Answer {
  return (kb, settings) => async (request, response) => {
    refuseUntilReady(settings, response);
    const page = await make(kb, asked(request));
    response.set('Cache-Control', 'no-cache').json(page);
  };
}

function asked({ params, query }: Request): Asked {
  return { slug: '', id: '', ...params, query: query as Parameters };
}

async function found<Page>(
  noun: 'concept' | 'issue' | 'section',
  name: string,
  page: Promise<Page | undefined>,
): Promise<Page> {
  const there = await page;
  if (there === undefined) throw new RequestError({ kind: 'no such', noun, name });
  return there;
}

/** Of a page that has no parameters. */
async function plain<Page>(query: Parameters, make: () => Promise<Page>): Promise<Page> {
  readParameters({}, query);
  return make();
}
