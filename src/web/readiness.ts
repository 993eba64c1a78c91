import type { Response } from 'express';
import { RequestError } from '../pages/request-error.js';
import type { Words } from '../words/words.js';
import type { WebSettings } from './settings.js';

/** `done` of `total` files or issues of a stage of reading the archive. */
export interface ReadingStep {
  stage: keyof Words['errors']['stages'];
  done: number;
  total: number;
}

/** In seconds. Nobody knows how long it takes; asking costs little. */
export const RETRY_AFTER = '2';

/**
 * Half an archive looks like a whole one from which things have gone, so until
 * all of it is read there is nothing but a word on when to come back.
 *
 * @throws RequestError
 */
export function refuseUntilReady({ ready }: WebSettings, response: Response): void {
  if (ready()) return;
  // Programs read the first, browsers the second.
  response.set({ 'Retry-After': RETRY_AFTER, Refresh: RETRY_AFTER });
  throw new RequestError({ kind: 'not ready' });
}
