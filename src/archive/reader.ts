// Reads files by the cache where it can, by threads where it must.

import { outlineIn, type PackedReading } from './packed-reading.js';
import type { ConceptReading } from './read-concept.js';
import { createReadingCache, type ReadingCache } from './reading-cache.js';
import { createReadingPool } from './reading-pool.js';
import type { HashedFile, ReadContext, Source } from './read-issue.js';
import type { Outline } from './outline.js';

export interface Reader {
  /** What the archive is settled by. The rest can be asked for as long as the file stays as it is. */
  read(source: Source & HashedFile): Promise<Outline>;
  /** What was read before; undefined when it is gone, and the file has to be read again. */
  packed(file: HashedFile): Promise<PackedReading | undefined>;
  readConcept(source: Source): Promise<ConceptReading>;
  /** To be told of a file that went: what was read of it is kept no longer. */
  forget(file: string): void;
  /** For an archive that is watched: the next file is read without a wait for a thread to start. */
  stayReady(): void;
  /** Ends the threads and bounds the cache. */
  close(): Promise<void>;
}

export interface ReaderOptions extends ReadContext {
  /** A folder for readings; null, the default, keeps them in memory. */
  cacheDir?: string | null;
  /** Whether this program may write there. */
  mayWrite?: () => boolean;
  /** Called with one line when the cache cannot be written; reading goes on without it. */
  onCacheFailure?: (line: string) => void;
}

/** Readings of older versions of files may stay until the cache is as large as this. */
const MAX_CACHE_BYTES = 1_000_000_000;

export function createReader({
  cacheDir = null,
  mayWrite = () => true,
  onCacheFailure,
  ...context
}: ReaderOptions = {}): Reader {
  const pool = createReadingPool(context);
  const cache: ReadingCache | undefined =
    cacheDir === null ? undefined : createReadingCache(cacheDir, context);
  /** What could not be put into the cache. */
  const inMemory = new Map<string, { hash: string; packed: PackedReading }>();
  /** Files whose readings the disk took and did not give back; no second is left to it alone. */
  const lost = new Set<string>();
  let failing = false;

  async function keep(file: HashedFile, packed: PackedReading): Promise<void> {
    const isCached = cache !== undefined && mayWrite() && (await put(cache, file, packed));
    if (isCached && !lost.has(file.file)) inMemory.delete(file.file);
    else inMemory.set(file.file, { hash: file.hash, packed });
  }

  /** A disk that was full may have room again: it is tried every time, and told of once. */
  async function put(
    cache: ReadingCache,
    file: HashedFile,
    packed: PackedReading,
  ): Promise<boolean> {
    try {
      await cache.put(file, packed);
      failing = false;
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!failing)
        onCacheFailure?.(
          `Nothing is kept for the next start: ${cacheDir} cannot be written (${code}). ` +
            'Give yourself the right to, make room, or choose another with --cache.',
        );
      failing = true;
      return false;
    }
  }

  async function kept({ file, hash }: HashedFile): Promise<PackedReading | undefined> {
    const own = inMemory.get(file);
    return own?.hash === hash ? own.packed : cache?.get({ file, hash });
  }

  return {
    async read(source) {
      const before = await kept(source);
      if (before !== undefined) return outlineIn(before);
      const read = await pool.read(source);
      await keep(source, read);
      return outlineIn(read);
    },
    async packed(file) {
      const packed = await kept(file);
      if (packed === undefined) lost.add(file.file);
      return packed;
    },
    readConcept: (source) => pool.readConcept(source),
    stayReady: () => pool.stayReady(),
    forget(file) {
      inMemory.delete(file);
      lost.delete(file);
    },
    async close() {
      await pool.close();
      if (cache !== undefined && mayWrite())
        await cache.prune(MAX_CACHE_BYTES).catch(() => undefined);
    },
  };
}
