// So that no one reader's program leaves nothing for the others.

import type { RequestHandler } from 'express';
import { RequestError } from '../pages/request-error.js';

/** Somebody who types fast asks for ten answers in a second; nobody types for a minute. */
const AT_ONCE = 200;
const PER_SECOND = 10;
/** Readers remembered; beyond it, those who have been quiet are forgotten. */
const MAX_READERS = 10_000;

/**
 * Each address may ask for 200 answers at once, and for 10 a second after that
 * (a token bucket). This machine's own requests are not counted: a server in front that
 * does not say whom it asks for would have all its readers share one measure.
 */
export function limitRequests(now: () => number): RequestHandler {
  const readers = new Map<string, { left: number; at: number }>();
  return (request, response, next) => {
    const address = request.ip ?? '';
    if (/^(?:127\.|::1$|::ffff:127\.)/.test(address)) return next();
    const at = now();
    const known = readers.get(address) ?? { left: AT_ONCE, at };
    const left = Math.min(AT_ONCE, known.left + ((at - known.at) / 1000) * PER_SECOND);
    // The last to ask stand last, so that the first are the quietest.
    readers.delete(address);
    readers.set(address, { left: Math.max(0, left - 1), at });
    if (readers.size > MAX_READERS) readers.delete(readers.keys().next().value!);
    if (left >= 1) return next();
    response.set('Retry-After', '1');
    throw new RequestError({ kind: 'too often' });
  };
}
