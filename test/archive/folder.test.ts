import { mkdir, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArchiveError, listArchive } from '../../src/archive/folder.js';

describe('listing an archive', () => {
  it('takes issues/ and concepts/ where the folder has them', async () => {
    const dir = await archive('issues/1.md', 'issues/2024/2.md', 'concepts/okrs.md', 'README.md');
    const { issues, concepts, emptiness } = await listArchive(dir);
    expect(issues.map(({ file }) => file)).toEqual(['issues/1.md', 'issues/2024/2.md']);
    expect(concepts.map(({ file }) => file)).toEqual(['concepts/okrs.md']);
    expect(emptiness).toBeNull();
  });

  it('takes every Markdown file of a folder without them', async () => {
    const dir = await archive('b.md', 'a/index.mdx', 'c.markdown', 'concepts/flow.md', 'notes.txt');
    const { issues, concepts } = await listArchive(dir);
    expect(issues.map(({ file }) => file)).toEqual(['a/index.mdx', 'b.md', 'c.markdown']);
    expect(concepts).toHaveLength(1);
  });

  it('passes over hidden folders and node_modules', async () => {
    const dir = await archive('a.md', '.git/b.md', 'node_modules/c/README.md', '.d.md');
    expect((await listArchive(dir)).issues.map(({ file }) => file)).toEqual(['a.md']);
  });

  it('does not follow a link out of the folder, nor round in a circle', async () => {
    const outside = await archive('secret.md');
    const dir = await archive('a.md', 'sub/b.md');
    await symlink(outside, join(dir, 'outside'));
    await symlink(join(outside, 'secret.md'), join(dir, 'secret.md'));
    await symlink(dir, join(dir, 'sub/circle'));
    await symlink(join(dir, 'nowhere'), join(dir, 'broken.md'));
    expect((await listArchive(dir)).issues.map(({ file }) => file)).toEqual(['a.md', 'sub/b.md']);
  });

  it('says in one line that there is no such folder', async () => {
    const dir = join(await archive(), 'missing');
    await expect(listArchive(dir)).rejects.toThrow(ArchiveError);
    await expect(listArchive(dir)).rejects.toThrow(`There is no folder ${dir}.`);
  });

  it('says in one line that a file is no folder', async () => {
    const dir = await archive('a.md');
    await expect(listArchive(join(dir, 'a.md'))).rejects.toThrow('is not a folder.');
  });

  it('tells of an empty folder instead of failing', async () => {
    const dir = await archive('picture.png');
    const { issues, emptiness } = await listArchive(dir);
    expect(issues).toEqual([]);
    expect(emptiness).toBe('The folder has no Markdown files.');
  });
});

async function archive(...files: string[]): Promise<string> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'backmatter-archive-')));
  for (const file of files) {
    await mkdir(dirname(join(dir, file)), { recursive: true });
    await writeFile(join(dir, file), '# An issue\n');
  }
  return dir;
}
