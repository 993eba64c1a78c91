// What was made of an archive, kept for the next start: a file of parts, and at
// its end a table that tells where each part lies and what its SHA-256 is. The
// table has a SHA-256 too. Whatever is wrong with it, it is not believed.

import { createHash, webcrypto } from 'node:crypto';
import { open, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { takeTurns } from '../turns.js';
import { writeWhole } from './write-whole.js';

/** A part's name and what it holds: anything that can be cloned. */
export type Part = readonly [name: string, value: unknown];

export interface Snapshot {
  /**
   * Gives `take` what was saved last under the same key, part by part; where it
   * is damaged on the way, or `take` throws, what was saved before that.
   *
   * @returns whether `take` had all of one
   */
  load(take: (parts: AsyncIterable<Part>) => Promise<void>): Promise<boolean>;
  /**
   * Others get the thread between two parts, so that none should take long.
   *
   * @throws the file system's error; what was saved before is still there
   */
  save(parts: Iterable<Part>): Promise<void>;
}

interface Table {
  key: string;
  parts: { name: string; at: number; bytes: number; sha256: string }[];
}

/** After the table: its SHA-256, its length in bytes, and what kind of file this is. */
const MAGIC = Buffer.from('backmatter snapshot 1\n');
const SUM_BYTES = 32;
const FOOTER_BYTES = SUM_BYTES + 4 + MAGIC.length;

/** So many damaged ones are set aside; then the first of them is replaced. */
const SET_ASIDE = 3;

/**
 * @param folder one of the program's own
 * @param key of the program and the settings: what another key was saved under is passed over
 * @param mayWrite whether damaged ones may be set aside
 */
export function openSnapshot(folder: string, key: string, mayWrite: () => boolean): Snapshot {
  const newest = join(folder, 'snapshot');
  const former = join(folder, 'snapshot.former');

  async function loadFrom(path: string, take: Parameters<Snapshot['load']>[0]): Promise<boolean> {
    let file: FileHandle;
    try {
      file = await open(path, 'r');
    } catch {
      return false;
    }
    try {
      const table = await readTable(file);
      if (table.key !== key) return false;
      await take(partsOf(file, table));
      return true;
    } catch {
      if (mayWrite()) await rename(path, await placeAside(newest)).catch(() => undefined);
      return false;
    } finally {
      await file.close();
    }
  }

  return {
    load: async (take) => (await loadFrom(newest, take)) || (await loadFrom(former, take)),
    save: (parts) => writeWhole(newest, bytesOf(parts, key), { former }),
  };
}

async function* bytesOf(parts: Iterable<Part>, key: string): AsyncIterable<Uint8Array> {
  const turn = takeTurns('writers');
  const table: Table = { key, parts: [] };
  let at = 0;
  for (const [name, value] of parts) {
    const bytes = serialize(value);
    table.parts.push({ name, at, bytes: bytes.length, sha256: sum(bytes).toString('hex') });
    at += bytes.length;
    yield bytes;
    await turn();
  }
  const written = Buffer.from(JSON.stringify(table));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(written.length);
  yield Buffer.concat([written, sum(written), length, MAGIC]);
}

/** @throws where a part is damaged */
async function* partsOf(file: FileHandle, { parts }: Table): AsyncIterable<Part> {
  let next: Promise<Buffer> | undefined;
  for (const [index, part] of parts.entries()) {
    const bytes = await (next ?? readPart(file, part));
    const following = parts[index + 1];
    // Others read and check it while this one is made use of.
    next = following && readPart(file, following);
    next?.catch(() => undefined);
    yield [part.name, deserialize(bytes)];
  }
}

/** @throws where it is damaged */
async function readPart(
  file: FileHandle,
  { name, at, bytes, sha256 }: Table['parts'][number],
): Promise<Buffer> {
  const part = await readBytes(file, at, bytes);
  const found = Buffer.from(await webcrypto.subtle.digest('SHA-256', part));
  if (found.toString('hex') !== sha256) throw new Error(`The part ${name} is damaged.`);
  return part;
}

/** @throws where it is damaged, or the file is something else */
async function readTable(file: FileHandle): Promise<Table> {
  const { size } = await file.stat();
  const footer = await readBytes(file, size - FOOTER_BYTES, FOOTER_BYTES);
  const length = footer.readUInt32LE(SUM_BYTES);
  const written = await readBytes(file, size - FOOTER_BYTES - length, length);
  const isWhole =
    footer.subarray(SUM_BYTES + 4).equals(MAGIC) &&
    footer.subarray(0, SUM_BYTES).equals(sum(written));
  if (!isWhole) throw new Error('The table is damaged.');
  return JSON.parse(written.toString()) as Table;
}

async function readBytes(
  file: FileHandle,
  at: number,
  length: number,
): Promise<Buffer<ArrayBuffer>> {
  if (at < 0) throw new Error('The file is too short.');
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) throw new Error('The file is too short.');
    done += bytesRead;
  }
  return bytes;
}

function sum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The first free name, else that of the one set aside first. */
async function placeAside(path: string): Promise<string> {
  const places = Array.from({ length: SET_ASIDE }, (_, index) => `${path}.damaged-${index + 1}`);
  const times = await Promise.all(
    places.map((place) =>
      stat(place).then(
        ({ ctimeMs }) => ctimeMs,
        () => 0,
      ),
    ),
  );
  return places[times.indexOf(Math.min(...times))]!;
}
