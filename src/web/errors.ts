// The one shape of errors: JSON below /api or where it is asked for, else a page.

import type { ErrorRequestHandler, Request } from 'express';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { findNearby, type Nearby } from '../pages/lost.js';
import { RequestError } from '../pages/request-error.js';
import { urls } from '../urls.js';
import { en } from '../words/en.js';
import { mistakeInWords } from '../words/mistake.js';
import type { Words } from '../words/words.js';
import type { ReadingStep } from './readiness.js';
import type { WebSettings } from './settings.js';

export interface ErrorPage {
  status: keyof Words['errors']['titles'];
  /** A sentence for the reader, in the language of the pages. */
  says: string;
  /** The words of the address that was asked for, to search by instead. */
  words: string;
  /** What there is that is called nearly so; of a 404 alone. */
  nearby: Nearby | null;
  /** The same address without the parameter that was wrong. */
  mend: { name: string; url: string } | null;
  /** How far the archive has been read, while it is; null where that is unknown. */
  progress: ReadingStep | null;
  /** The same address, where asking again may help. */
  again: string | null;
}

export function answerErrors(kb: KnowledgeBase, settings: WebSettings): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const mistake = mistakeOf(error);
    const status = mistake?.status ?? 500;
    if (mistake === undefined)
      settings.log?.error({ err: error, url: request.originalUrl }, 'request failed');
    // The answer has begun: all that is left is to break it off.
    if (response.headersSent) return next(error);
    response.status(status).set('Cache-Control', 'no-store');
    if (wantsJson(request)) response.json({ error: mistake?.message ?? en.errors.failed, status });
    else response.render('error', { page: await errorPage(kb, settings, mistake, request) });
  };
}

async function errorPage(
  kb: KnowledgeBase,
  { words, ready, progress }: WebSettings,
  error: RequestError | undefined,
  request: Request,
): Promise<ErrorPage> {
  const { mistake, status } = error ?? { mistake: null, status: 500 as const };
  const asked = status === 404 ? wordsOf(request) : '';
  const name = mistake !== null && 'name' in mistake && status === 400 ? mistake.name : null;
  return {
    status,
    says: mistake ? mistakeInWords(words(), mistake) : words().errors.failed,
    words: asked,
    nearby: asked !== '' && ready() ? await findNearby(kb, asked) : null,
    mend: name === null ? null : { name, url: without(name, request) },
    progress: status === 503 ? progress() : null,
    again: status >= 429 ? request.originalUrl.replace(/^[/\\]+/, '/') : null,
  };
}

/** Two slashes at the beginning would name another host. */
function without(name: string, request: Request): string {
  const [path = '', query = ''] = request.originalUrl.split('?', 2);
  const params = new URLSearchParams(query);
  params.delete(name);
  const rest = params.toString();
  return path.replace(/^[/\\]+/, '/') + (rest === '' ? '' : `?${rest}`);
}

/** Undefined where it is ours. */
function mistakeOf(error: unknown): RequestError | undefined {
  if (error instanceof RequestError) return error;
  // The router's own, for an address that cannot be decoded.
  return error instanceof URIError ? new RequestError({ kind: 'encoding' }) : undefined;
}

function wantsJson(request: Request): boolean {
  return (
    request.path === urls.api() ||
    request.path.startsWith(`${urls.api()}/`) ||
    request.accepts(['html', 'json']) === 'json'
  );
}

function wordsOf(request: Request): string {
  const last = request.path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 100);
  } catch {
    return '';
  }
}
