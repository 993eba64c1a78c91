// Remembers the sections of each issue between builds, so that the address of a
// heading that was renamed leads on. Lost, it costs those addresses only.

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Issue } from '../model.js';
import type { IssueSlug } from '../slug.js';
import { keepAnchors, rememberSections, type RememberedSection } from './anchors.js';

export interface AnchorMemory {
  /** The issues with the anchors of their former versions; these ones are remembered. */
  keep(issues: readonly Issue[]): Promise<Issue[]>;
}

/**
 * @param path a file of this memory's own; null remembers for as long as the process runs
 * @param onFailure called with one line where the file cannot be written
 */
export async function openAnchorMemory(
  path: string | null,
  onFailure: (line: string) => void,
): Promise<AnchorMemory> {
  const remembered = new Map(path === null ? [] : await readRemembered(path));
  let saved = JSON.stringify([...remembered]);

  async function save(): Promise<void> {
    const text = JSON.stringify([...remembered]);
    if (path === null || text === saved) return;
    try {
      await mkdir(dirname(path), { recursive: true });
      // Whole or not at all: the power may go at this moment.
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
      saved = text;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      onFailure(
        `Addresses of renamed headings are not remembered: ${path} cannot be written (${code}).`,
      );
    }
  }

  return {
    async keep(issues) {
      const kept: Issue[] = [];
      for (const issue of issues) {
        const before = remembered.get(issue.slug);
        const after = before === undefined ? issue : keepAnchors(issue, before);
        remembered.set(issue.slug, rememberSections(after));
        kept.push(after);
        await nextTurn();
      }
      await save();
      return kept;
    },
  };
}

/** What is damaged or was written by another version counts as forgotten. */
async function readRemembered(path: string): Promise<[IssueSlug, RememberedSection[]][]> {
  try {
    const entries = JSON.parse(await readFile(path, 'utf8')) as [IssueSlug, RememberedSection[]][];
    return Array.isArray(entries) ? entries.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

function isRemembered(entry: unknown): boolean {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    Array.isArray(entry[1]) &&
    entry[1].every(
      (section: Partial<RememberedSection> | null) =>
        typeof section?.anchor === 'string' &&
        typeof section.heading === 'string' &&
        Array.isArray(section.formerAnchors) &&
        Array.isArray(section.sample),
    )
  );
}
