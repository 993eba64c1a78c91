// What crawlers and supervisors ask for.

import type { Request, RequestHandler } from 'express';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { everyIssue } from '../pages/every-issue.js';
import { urls } from '../urls.js';
import { refuseUntilReady, RETRY_AFTER } from './readiness.js';
import type { WebSettings } from './settings.js';

/** The process answers. */
export const answerHealth: RequestHandler = (_, response) => {
  response.set('Cache-Control', 'no-store').json({ status: 'ok' });
};

/** The whole archive has been read. */
export function answerReadiness({ ready, progress }: WebSettings): RequestHandler {
  return (_, response) => {
    response.set('Cache-Control', 'no-store');
    if (ready()) return void response.json({ status: 'ready' });
    response.status(503).set('Retry-After', RETRY_AFTER);
    response.json({ status: 'loading', ...progress() });
  };
}

/** Searches have no end, and each of their pages repeats what an issue's page says. */
export function answerRobots(settings: WebSettings): RequestHandler {
  return (request, response) => {
    response
      .type('text')
      .send(
        ['User-agent: *', `Disallow: ${urls.search()}`, `Disallow: ${urls.api()}/`, '']
          .concat(`Sitemap: ${origin(request, settings)}${urls.sitemap()}`, '')
          .join('\n'),
      );
  };
}

/** By sitemaps.org, one file holds no more. */
const MAX_ADDRESSES = 50_000;

export function answerSitemap(kb: KnowledgeBase, settings: WebSettings): RequestHandler {
  return async (request, response) => {
    refuseUntilReady(settings, response);
    const issues = await everyIssue(kb);
    const concepts = await kb.concepts();
    const pages: { path: string; date: string | null }[] = [
      ...[urls.home(), urls.concepts(), urls.map(), urls.issues()].map((path) => ({
        path,
        date: null,
      })),
      ...issues.map(({ slug, date }) => ({ path: urls.issue(slug), date })),
      ...concepts.map(({ concept, latest }) => ({
        path: urls.concept(concept.slug),
        date: latest,
      })),
    ];
    response.type('xml').render('sitemap', {
      pages: pages.slice(0, MAX_ADDRESSES),
      origin: origin(request, settings),
    });
  };
}

/** By the specification, a short name has no more characters. */
const SHORT_NAME = 16;

export function answerOpenSearch(kb: KnowledgeBase, settings: WebSettings): RequestHandler {
  return async (_, response) => {
    refuseUntilReady(settings, response);
    const name = [...settings.title()].slice(0, SHORT_NAME).join('').trim();
    const page = { name, issues: (await kb.counts()).issues };
    response.type('application/opensearchdescription+xml').render('opensearch', { page });
  };
}

/** Where readers reach the server, without a slash at its end. */
export function origin(request: Request, { baseUrl }: WebSettings): string {
  return baseUrl ?? `${request.protocol}://${request.host}`;
}
