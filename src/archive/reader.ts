// Reads files by the cache where it can, by threads where it must.

import { createReadingCache, type ReadingCache } from './reading-cache.js';
import { createReadingPool } from './reading-pool.js';
import type { ReadContext, Reading, Source } from './read-issue.js';

export interface Reader {
  read(source: Source): Promise<Reading>;
  /** Ends the threads and bounds the cache. */
  close(): Promise<void>;
}

export interface ReaderOptions extends ReadContext {
  /** A folder for readings; null, the default, keeps none. */
  cacheDir?: string | null;
  /** Called once, with one line, when the cache cannot be written; reading goes on without it. */
  onCacheFailure?: (line: string) => void;
}

/** Readings of older versions of files may stay until the cache is as large as this. */
const MAX_CACHE_BYTES = 1_000_000_000;

export function createReader({
  cacheDir = null,
  onCacheFailure,
  ...context
}: ReaderOptions = {}): Reader {
  const pool = createReadingPool(context);
  let cache: ReadingCache | undefined =
    cacheDir === null ? undefined : createReadingCache(cacheDir, context);

  async function keep(source: Source, json: string): Promise<void> {
    try {
      await cache?.put(source, json);
    } catch (error) {
      if (cache === undefined) return;
      cache = undefined;
      const { code } = error as NodeJS.ErrnoException;
      onCacheFailure?.(
        `Nothing is kept for the next start: ${cacheDir} cannot be written (${code}). ` +
          'Give yourself the right to, or choose another with --cache.',
      );
    }
  }

  return {
    async read(source) {
      const kept = await cache?.get(source);
      if (kept !== undefined) return JSON.parse(kept) as Reading;
      const json = await pool.read(source);
      await keep(source, json);
      return JSON.parse(json) as Reading;
    },
    async close() {
      await pool.close();
      await cache?.prune(MAX_CACHE_BYTES).catch(() => undefined);
    },
  };
}
