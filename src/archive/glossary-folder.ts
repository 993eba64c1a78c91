// The glossary's folder, where the owner decides: a file for each concept, and
// the names that were turned down.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Concept } from '../model.js';

const REJECTED = 'rejected.txt';
const HEADER = '# Names that Backmatter is not to propose as concepts again, one a line.\n';

/** @returns the file's name, relative to the archive's folder; undefined when there is one already */
export async function writeConceptFile(
  dir: string,
  { slug, label, aliases, definition }: Concept,
): Promise<string | undefined> {
  const file = `concepts/${slug}.md`;
  const { stringify } = await import('yaml');
  const matter = stringify({ label, ...(aliases.length > 0 && { aliases }) });
  const text = definition === null ? '' : `\n${definition.text}\n`;
  await mkdir(join(dir, 'concepts'), { recursive: true });
  try {
    await writeFile(join(dir, file), `---\n${matter}---\n${text}`, { flag: 'wx' });
    return file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
}

/** The names turned down so far. */
export async function readRejected(dir: string): Promise<string[]> {
  const text = await readFile(join(dir, 'concepts', REJECTED), 'utf8').catch(() => '');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** @returns the file's name, relative to the archive's folder */
export async function addRejected(dir: string, labels: readonly string[]): Promise<string> {
  const all = [...new Set([...(await readRejected(dir)), ...labels])].sort();
  await mkdir(join(dir, 'concepts'), { recursive: true });
  await writeFile(join(dir, 'concepts', REJECTED), `${HEADER}${all.join('\n')}\n`);
  return `concepts/${REJECTED}`;
}
