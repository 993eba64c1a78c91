// Remembers the sections of each issue between builds, so that the address of a
// heading that was renamed leads on. Lost, it costs those addresses only.

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Issue } from '../model.js';
import type { IssueSlug } from '../slug.js';
import { writeWhole } from '../state/write-whole.js';
import { takeTurns } from '../turns.js';
import { keepAnchors, rememberSections, type RememberedSection } from './anchors.js';

export interface AnchorMemory {
  /** The issue with the anchors of its former version; this one is remembered. */
  keep(issue: Issue): Promise<Issue>;
  /** Writes down what has changed since it was written last. */
  save(): Promise<void>;
}

/** Where the file has an issue's line: `["slug",[…]]`, without the comma after it. */
interface Line {
  at: number;
  bytes: number;
}

type Lines = ReadonlyMap<IssueSlug, Line>;

/**
 * What was written is left in the file, since few issues are looked at again.
 *
 * @param path a file of this memory's own; null remembers for as long as the process runs
 * @param onFailure called with one line where the file cannot be written
 */
export function openAnchorMemory(
  path: string | null,
  onFailure: (line: string) => void,
): AnchorMemory {
  /** The lines of issues that were changed since the file was written. */
  const changed = new Map<IssueSlug, string>();
  let written: Lines | undefined;

  async function lineOf(slug: IssueSlug): Promise<string | undefined> {
    const own = changed.get(slug);
    if (own !== undefined || path === null) return own;
    written ??= await findLines(path);
    const line = written.get(slug);
    return line && readLine(path, line);
  }

  return {
    async keep(issue) {
      const line = await lineOf(issue.slug);
      const before = sectionsIn(line, issue.slug);
      const after = before === undefined ? issue : keepAnchors(issue, before);
      const now = JSON.stringify([issue.slug, rememberSections(after)]);
      if (now !== line) changed.set(issue.slug, now);
      return after;
    },

    async save() {
      if (path === null || changed.size === 0) return;
      try {
        const lines = new Map<IssueSlug, Line>();
        await writeWhole(path, bytesOf(path, changed, lines));
        written = lines;
        changed.clear();
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        onFailure(
          `Addresses of renamed headings are not remembered: ${path} cannot be written (${code}).`,
        );
      }
    },
  };
}

/** As many bytes are written at once. */
const PIECE = 100_000;

/**
 * One array of JSON, with an issue on each line: what was written before, and what has changed.
 *
 * @param lines gets the place of each
 */
async function* bytesOf(
  path: string,
  changed: ReadonlyMap<IssueSlug, string>,
  lines: Map<IssueSlug, Line>,
): AsyncIterable<Uint8Array> {
  const turn = takeTurns('writers');
  let piece: Buffer[] = [Buffer.from('[')];
  let at = 1;
  let size = 1;
  const all = async function* (): AsyncIterable<[IssueSlug, Buffer]> {
    for await (const { slug, text } of linesIn(path))
      yield [slug, changed.has(slug) ? Buffer.from(changed.get(slug)!) : text];
    for (const [slug, text] of changed) if (!lines.has(slug)) yield [slug, Buffer.from(text)];
  };
  for await (const [slug, text] of all()) {
    const separator = Buffer.from(lines.size === 0 ? '\n' : ',\n');
    piece.push(separator, text);
    lines.set(slug, { at: at + separator.length, bytes: text.length });
    at += separator.length + text.length;
    size += separator.length + text.length;
    if (size < PIECE) continue;
    yield Buffer.concat(piece);
    piece = [];
    size = 0;
    await turn();
  }
  yield Buffer.concat([...piece, Buffer.from('\n]\n')]);
}

async function findLines(path: string): Promise<Lines> {
  const lines = new Map<IssueSlug, Line>();
  for await (const { slug, at, text } of linesIn(path)) lines.set(slug, { at, bytes: text.length });
  return lines;
}

/** Undefined where the file is another by now: what cannot be read counts as forgotten. */
async function readLine(path: string, { at, bytes }: Line): Promise<string | undefined> {
  try {
    const file = await open(path);
    try {
      const { buffer } = await file.read(Buffer.alloc(bytes), 0, bytes, at);
      return buffer.toString();
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

interface FoundLine {
  slug: IssueSlug;
  at: number;
  text: Buffer;
}

const LINE_END = 10;
const COMMA = 44;
const SLUG_STARTS = '["'.length;

/** The file's issues; what is damaged or was written by another version is passed over. */
async function* linesIn(path: string): AsyncIterable<FoundLine> {
  const turn = takeTurns('writers');
  let left: Buffer = Buffer.alloc(0);
  let start = 0;
  try {
    for await (const more of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      const bytes = Buffer.concat([left, more as Buffer]);
      let at = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, at)) {
        const text = bytes.subarray(at, bytes[end - 1] === COMMA ? end - 1 : end);
        const slugEnds = text.indexOf('",[');
        if (slugEnds > SLUG_STARTS && text.toString('latin1', 0, SLUG_STARTS) === '["') {
          const slug = text.toString('utf8', SLUG_STARTS, slugEnds) as IssueSlug;
          yield { slug, at: start + at, text };
        }
        at = end + 1;
      }
      left = bytes.subarray(at);
      start += at;
      await turn();
    }
  } catch {
    // No file, or no more of it.
  }
}

function sectionsIn(line: string | undefined, of: IssueSlug): RememberedSection[] | undefined {
  if (line === undefined) return undefined;
  try {
    const [slug, sections] = JSON.parse(line) as [IssueSlug, RememberedSection[]];
    return slug === of && sections.every(isRemembered) ? sections : undefined;
  } catch {
    return undefined;
  }
}

function isRemembered(section: Partial<RememberedSection> | null): boolean {
  return (
    typeof section?.anchor === 'string' &&
    typeof section.heading === 'string' &&
    Array.isArray(section.formerAnchors) &&
    Array.isArray(section.sample)
  );
}
