import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFiles, type KnownFiles } from '../../src/build/known-files.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-files-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

describe('known files', () => {
  const text = async ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString();

  it('are read again when their bytes are others, though size and time of change are the same', async () => {
    const path = join(dir, 'a.md');
    await writeFile(path, 'planning');
    const { atime, mtime } = await stat(path);
    const known: KnownFiles<string> = new Map();
    const look = () => readFiles([{ file: 'a.md', path }], { known, read: text, problems: [] });
    // A minute later, so that the file's times are worth something.
    const later = Date.now() + 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    await look();
    expect(known.get('a.md')!.mark).not.toBeNull();
    await writeFile(path, 'fundings');
    await utimes(path, atime, mtime);
    await look();
    expect(known.get('a.md')!.value).toBe('fundings');
  });

  it('are opened again as long as another change might not show in their times', async () => {
    const path = join(dir, 'a.md');
    await writeFile(path, 'planning');
    const known: KnownFiles<string> = new Map();
    await readFiles([{ file: 'a.md', path }], { known, read: text, problems: [] });
    expect(known.get('a.md')!.mark).toBeNull();
  });
});
