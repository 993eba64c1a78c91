import type { Logger } from 'pino';

/** What the app is told from outside. */
export interface WebSettings {
  /** Name of the archive. A function, since it may be known only when the archive is read. */
  title: () => string;
  /** Where readers reach the server, without a slash at its end; null takes it from each request. */
  baseUrl: string | null;
  /** Whether the whole archive has been read. */
  ready: () => boolean;
  /** Where our own failures are written; null for nowhere. */
  log: Logger | null;
}
