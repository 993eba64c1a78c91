import type { Logger } from 'pino';
import type { Changes } from './changes.js';
import type { ReadingStep } from './readiness.js';
import type { Words } from '../words/words.js';

/** What the app is told from outside. */
export interface WebSettings {
  /** Name of the archive. A function, since it may be known only when the archive is read. */
  title: () => string;
  /** Those of the language of the pages. */
  words: () => Words;
  /** Where readers reach the server, without a slash at its end; null takes it from each request. */
  baseUrl: string | null;
  /** Whether the whole archive has been read. */
  ready: () => boolean;
  /** How far that has come; null where nothing is known of it yet. */
  progress: () => ReadingStep | null;
  /** Tells open pages of changes; null where nobody looks for any. */
  changes: Changes | null;
  /** Where our own failures are written; null for nowhere. */
  log: Logger | null;
}
