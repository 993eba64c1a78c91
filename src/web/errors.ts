// The one shape of errors: JSON below /api or where it is asked for, else a page.

import type { ErrorRequestHandler, Request } from 'express';
import { RequestError } from '../pages/request-error.js';
import { urls } from '../urls.js';
import { en } from '../words/en.js';
import { mistakeInWords } from '../words/mistake.js';
import type { Words } from '../words/words.js';
import type { WebSettings } from './settings.js';

export interface ErrorPage {
  status: keyof Words['errors']['titles'];
  /** A sentence for the reader, in the language of the pages. */
  says: string;
  /** The words of the address that was asked for, to search by instead. */
  words: string;
}

export function answerErrors({ log, words }: WebSettings): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const mistake = mistakeOf(error);
    const status = mistake?.status ?? 500;
    if (mistake === undefined)
      log?.error({ err: error, url: request.originalUrl }, 'request failed');
    // The answer has begun: all that is left is to break it off.
    if (response.headersSent) return next(error);
    response.status(status).set('Cache-Control', 'no-store');
    if (wantsJson(request)) {
      response.json({ error: mistake?.message ?? en.errors.failed, status });
    } else {
      const says = mistake ? mistakeInWords(words(), mistake.mistake) : words().errors.failed;
      const page: ErrorPage = { status, says, words: status === 404 ? wordsOf(request) : '' };
      response.render('error', { page });
    }
  };
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
