// Readings kept on disk, so that a file is parsed once. An entry is found by
// what was read and how: the file's name and bytes, the rules, and the reader's
// own code. It is believed only when its checksum holds.

import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadContext, Source } from './read-issue.js';

export interface ReadingCache {
  /** The reading as JSON; undefined when it is not there or is damaged. */
  get(source: Source): Promise<string | undefined>;
  /** @throws the file system's error when it cannot be kept */
  put(source: Source, json: string): Promise<void>;
  /** Removes entries that were neither got nor put, the oldest first, down to `maxBytes`. */
  prune(maxBytes: number): Promise<void>;
}

const CHECKSUM_LENGTH = 64;

/** @param dir a folder for the cache alone; made when the first entry is put */
export function createReadingCache(dir: string, context: ReadContext): ReadingCache {
  const reader = sha256(`${codeOfReader()}\n${JSON.stringify(context)}`);
  const used = new Set<string>();

  function pathOf({ file, bytes }: Source): string {
    const key = createHash('sha256').update(`${reader}\n${file}\n`).update(bytes).digest('hex');
    const path = join(dir, key.slice(0, 2), `${key}.json`);
    used.add(path);
    return path;
  }

  return {
    async get(source) {
      let entry: string;
      try {
        entry = await readFile(pathOf(source), 'utf8');
      } catch {
        // Not there, or not readable: parsing gives the same.
        return undefined;
      }
      const json = entry.slice(CHECKSUM_LENGTH + 1);
      return entry.slice(0, CHECKSUM_LENGTH) === sha256(json) ? json : undefined;
    },

    async put(source, json) {
      const path = pathOf(source);
      await mkdir(dirname(path), { recursive: true });
      // Whole or not at all: another process may read at this moment.
      const unfinished = `${path}.${randomUUID()}`;
      try {
        await writeFile(unfinished, `${sha256(json)}\n${json}`);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A hash of the code that reads: another version of it may read otherwise. */
function codeOfReader(): string {
  const hash = createHash('sha256').update(process.version);
  const source = fileURLToPath(new URL('..', import.meta.url));
  for (const room of ['archive', 'text']) {
    const files = readdirSync(join(source, room), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files) {
      if (/\.[jt]s$/.test(file)) hash.update(file).update(readFileSync(join(source, room, file)));
    }
  }
  return hash.digest('hex');
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
