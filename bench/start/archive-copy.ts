// Archives that may be written to: copies in temporary folders.

import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { listArchive } from '../../src/archive/folder.js';
import { run } from './programs.js';

export async function copyArchive(folder: string): Promise<string> {
  const dir = await newFolder();
  await cp(folder, dir, { recursive: true });
  return dir;
}

/** As many copies of each issue as give so many sections, each under a name of its own. */
export async function multiplyArchive(
  folders: readonly string[],
  wanted: number,
): Promise<{ dir: string; sections: number }> {
  let sections = 0;
  for (const folder of folders) {
    const { printed } = await run(['dist/cli.js', 'check', folder, '--json', '--cache', 'none']);
    sections += (JSON.parse(printed) as { sections: number }).sections;
  }
  const dir = await newFolder();
  const copies = Math.ceil(wanted / sections);
  for (const folder of folders) {
    for (const { file, path } of (await listArchive(folder)).issues) {
      for (let copy = 1; copy <= copies; copy += 1) {
        const name = `${basename(file, extname(file))}-copy-${copy}${extname(file)}`;
        const to = join(dir, 'issues', basename(folder), dirname(file), name);
        await mkdir(dirname(to), { recursive: true });
        await cp(path, to);
      }
    }
  }
  return { dir, sections: sections * copies };
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'backmatter-start-'));
}
