// A reading as it crosses between threads and lies in the cache: the outline as
// JSON, so that it can be had alone, a line's end, and the issue, compressed.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Issue } from '../model.js';
import { outlineOf, type Outline } from './outline.js';
import type { Reading } from './read-issue.js';

export type PackedReading = Uint8Array<ArrayBuffer>;

const LINE_END = 10;

export function packReading(reading: Reading): PackedReading {
  const outline = Buffer.from(`${JSON.stringify(outlineOf(reading))}\n`);
  // The fastest level: trees repeat themselves so much that others hardly gain.
  const issue = deflateRawSync(JSON.stringify(reading.issue), { level: 1 });
  const packed = new Uint8Array(outline.length + issue.length);
  packed.set(outline);
  packed.set(issue, outline.length);
  return packed;
}

export function outlineIn(packed: PackedReading): Outline {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.indexOf(LINE_END));
  return JSON.parse(bytes.toString()) as Outline;
}

/** The issue as it was read; null for a draft and for a file that is no text. */
export function issueIn(packed: PackedReading): Issue | null {
  const issue = packed.subarray(packed.indexOf(LINE_END) + 1);
  return JSON.parse(inflateRawSync(issue).toString()) as Issue | null;
}
