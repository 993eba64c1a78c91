// Readings kept on disk, so that a file is parsed once. An entry is found by
// what was read and how: the file's name and bytes, the rules, and the reader's
// own code. It is believed only when its checksum holds.

import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOfCode } from '../state/code.js';
import { writeWhole } from '../state/write-whole.js';
import type { PackedReading } from './packed-reading.js';
import type { HashedFile, ReadContext } from './read-issue.js';

export interface ReadingCache {
  /** Undefined when it is not there or is damaged. */
  get(file: HashedFile): Promise<PackedReading | undefined>;
  /** @throws the file system's error when it cannot be kept */
  put(file: HashedFile, packed: PackedReading): Promise<void>;
  /** Removes entries that were neither got nor put, the oldest first, down to `maxBytes`. */
  prune(maxBytes: number): Promise<void>;
}

const CHECKSUM_BYTES = 32;

/** @param dir a folder for the cache alone; made when the first entry is put */
export function createReadingCache(dir: string, context: ReadContext): ReadingCache {
  const reader = `${hashOfCode(['archive', 'text'])}\n${JSON.stringify(context)}`;
  const used = new Set<string>();

  function pathOf({ file, hash }: HashedFile): string {
    const key = createHash('sha256').update(`${reader}\n${file}\n${hash}`).digest('hex');
    const path = join(dir, key.slice(0, 2), key);
    used.add(path);
    return path;
  }

  return {
    async get(file) {
      let entry: Buffer<ArrayBuffer>;
      try {
        entry = await readFile(pathOf(file));
      } catch {
        // Not there, or not readable: parsing gives the same.
        return undefined;
      }
      const packed = entry.subarray(CHECKSUM_BYTES);
      return checksum(packed).equals(entry.subarray(0, CHECKSUM_BYTES)) ? packed : undefined;
    },

    async put(file, packed) {
      // Its checksum tells what a failing machine has made of it.
      await writeWhole(pathOf(file), [checksum(packed), packed], { durable: false });
    },

    async prune(maxBytes) {
      const entries = await listEntries(dir);
      let bytes = entries.reduce((sum, { size }) => sum + size, 0);
      const unused = entries.filter(({ path }) => !used.has(path)).sort((a, b) => a.at - b.at);
      for (const { path, size } of unused) {
        if (bytes <= maxBytes) return;
        await rm(path, { force: true });
        bytes -= size;
      }
    },
  };
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

async function listEntries(dir: string): Promise<{ path: string; size: number; at: number }[]> {
  const files = await readdir(dir, { recursive: true, encoding: 'utf8' }).catch(() => []);
  const entries = await Promise.all(
    files.map(async (file) => {
      const path = join(dir, file);
      const found = await stat(path).catch(() => undefined);
      return found?.isFile() ? [{ path, size: found.size, at: found.mtimeMs }] : [];
    }),
  );
  return entries.flat();
}
