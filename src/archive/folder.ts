// Finds the files of an archive: which are issues, which are the glossary's.

import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The files of an archive, sorted by `file`. Either list may be empty. */
export interface ArchiveFiles {
  /** The folder, absolute, as it was given. */
  dir: string;
  issues: ArchiveFile[];
  concepts: ArchiveFile[];
  /** Of the glossary's folder, what other programs wrote: Turtle and JSON. */
  vocabularies: ArchiveFile[];
  /** One sentence for the person who named a folder without any issue; null when it has one. */
  emptiness: string | null;
}

export interface ArchiveFile {
  /** Relative to the archive's folder, with `/`. */
  file: string;
  /** Where to read it from. */
  path: string;
}

/** The folder cannot be an archive at all. Its message is one line: what, and the mend. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const VOCABULARY = /^concepts\/.*\.(?:ttl|jsonld|json)$/i;

/**
 * Lists an archive's Markdown files. With `issues/` inside, only that folder
 * holds issues, else every folder but `concepts/` does. Hidden folders and
 * node_modules are passed over; so are symbolic links that lead out of the
 * folder, because an archive may come from somebody else.
 *
 * @param dir absolute
 * @throws ArchiveError where there is no such folder, or it cannot be read
 */
export async function listArchive(dir: string): Promise<ArchiveFiles> {
  const root = await realFolder(dir);
  const all: ArchiveFile[] = [];
  await collect(root, dir, root, new Set(), all);
  all.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));

  const vocabularies = all.filter(({ file }) => VOCABULARY.test(file));
  const markdown = all.filter(({ file }) => MARKDOWN.test(file));
  const inFolder = (folder: string) => markdown.filter(({ file }) => file.startsWith(`${folder}/`));
  const concepts = inFolder('concepts');
  const inIssues = inFolder('issues');
  const issues =
    inIssues.length > 0 ? inIssues : markdown.filter((file) => !concepts.includes(file));
  return { dir, issues, concepts, vocabularies, emptiness: emptiness(issues, concepts) };
}

/**
 * Where the folder really lies.
 *
 * @throws ArchiveError where there is none, or it cannot be read
 */
export async function realFolder(dir: string): Promise<string> {
  const mend = 'Name a folder of Markdown files.';
  try {
    const found = await stat(dir);
    if (!found.isDirectory()) throw new ArchiveError(`${dir} is not a folder. ${mend}`);
    return await realpath(dir);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(
      isMissing(error)
        ? `There is no folder ${dir}. ${mend}`
        : `${dir} cannot be read. Give yourself the right to read it.`,
      { cause: error },
    );
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

async function collect(
  root: string,
  dir: string,
  folder: string,
  seen: Set<string>,
  found: ArchiveFile[],
): Promise<void> {
  // A link to a folder above would make the walk endless.
  if (seen.has(folder)) return;
  seen.add(folder);
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    if (folder === root)
      throw new ArchiveError(`${dir} cannot be read. Give yourself the right to read it.`, {
        cause,
      });
    return [];
  });
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await linkedKind(root, path) : kindOf(entry);
    if (kind === 'folder') await collect(root, dir, await realpath(path), seen, found);
    else if (kind === 'file') found.push({ file: relative(root, path).split(sep).join('/'), path });
  }
}

type Kind = 'file' | 'folder' | 'other';

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): Kind {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

async function linkedKind(root: string, path: string): Promise<Kind> {
  try {
    const target = await realpath(path);
    if (target !== root && !target.startsWith(root + sep)) return 'other';
    return kindOf(await stat(target));
  } catch {
    return 'other';
  }
}

function emptiness(issues: ArchiveFile[], concepts: ArchiveFile[]): string | null {
  if (issues.length > 0) return null;
  return `The folder has ${concepts.length > 0 ? 'no issues beside its concepts' : 'no Markdown files'}.`;
}
