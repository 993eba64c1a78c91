// The one shape of errors: JSON below /api or where it is asked for, else a page.

import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, Request } from 'express';
import { RequestError } from '../pages/request-error.js';
import { urls } from '../urls.js';
import type { WebSettings } from './settings.js';

export interface ErrorPage {
  /** A sentence for the reader. */
  error: string;
  status: number;
}

export function answerErrors({ log }: WebSettings): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const page = errorPage(error);
    if (page.status >= 500) log?.error({ err: error, url: request.originalUrl }, 'request failed');
    // The answer has begun: all that is left is to break it off.
    if (response.headersSent) return next(error);
    response.status(page.status).set('Cache-Control', 'no-store');
    if (wantsJson(request)) response.json(page);
    else
      response.render('error', { page, title: STATUS_CODES[page.status], words: wordsOf(request) });
  };
}

function errorPage(error: unknown): ErrorPage {
  if (error instanceof RequestError) return { error: error.message, status: error.status };
  // The router's own, for an address that cannot be decoded.
  if (error instanceof URIError)
    return { error: 'The address has a “%” that encodes nothing. Write %25 for it.', status: 400 };
  return { error: 'Something went wrong here. It is not your doing.', status: 500 };
}

function wantsJson(request: Request): boolean {
  return (
    request.path === urls.api() ||
    request.path.startsWith(`${urls.api()}/`) ||
    request.accepts(['html', 'json']) === 'json'
  );
}

/** The words of the address that was asked for, to search by instead. */
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
