// Remembers the sections of each issue between builds, so that the address of a
// heading that was renamed leads on. Lost, it costs those addresses only.

import { readFile } from 'node:fs/promises';
import type { Issue } from '../model.js';
import type { IssueSlug } from '../slug.js';
import { writeWhole } from '../state/write-whole.js';
import { takeTurns } from '../turns.js';
import { keepAnchors, rememberSections, type RememberedSection } from './anchors.js';

export interface AnchorMemory {
  /** The issue with the anchors of its former version; this one is remembered. */
  keep(issue: Issue): Issue;
  /** Writes down what has changed since it was written last. */
  save(): Promise<void>;
}

/**
 * @param path a file of this memory's own; null remembers for as long as the process runs
 * @param onFailure called with one line where the file cannot be written
 */
export async function openAnchorMemory(
  path: string | null,
  onFailure: (line: string) => void,
): Promise<AnchorMemory> {
  /** Each issue's sections as JSON: few are looked at again. */
  const remembered = path === null ? new Map<IssueSlug, string>() : await readRemembered(path);
  let changed = false;

  return {
    keep(issue) {
      const before = sectionsIn(remembered.get(issue.slug));
      const after = before === undefined ? issue : keepAnchors(issue, before);
      const json = JSON.stringify(rememberSections(after));
      if (json !== remembered.get(issue.slug)) {
        remembered.set(issue.slug, json);
        changed = true;
      }
      return after;
    },

    async save() {
      if (path === null || !changed) return;
      changed = false;
      try {
        await writeWhole(path, linesOf(remembered));
      } catch (error) {
        changed = true;
        const { code } = error as NodeJS.ErrnoException;
        onFailure(
          `Addresses of renamed headings are not remembered: ${path} cannot be written (${code}).`,
        );
      }
    },
  };
}

/** One array of JSON, with an issue on each line. */
async function* linesOf(remembered: ReadonlyMap<IssueSlug, string>): AsyncIterable<string> {
  const turn = takeTurns();
  let lines = '[';
  let separator = '\n';
  for (const [slug, sections] of remembered) {
    lines += `${separator}[${JSON.stringify(slug)},${sections}]`;
    separator = ',\n';
    if (lines.length < 100_000) continue;
    yield lines;
    lines = '';
    await turn();
  }
  yield `${lines}\n]\n`;
}

/** What is damaged or was written by another version counts as forgotten. */
async function readRemembered(path: string): Promise<Map<IssueSlug, string>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const remembered = new Map<IssueSlug, string>();
  for (const [, slug, sections] of text.matchAll(/^\["([^"\\]+)",(\[.*\])\],?$/gm))
    remembered.set(slug as IssueSlug, sections!);
  return remembered;
}

function sectionsIn(json: string | undefined): RememberedSection[] | undefined {
  if (json === undefined) return undefined;
  try {
    const sections = JSON.parse(json) as RememberedSection[];
    return sections.every(isRemembered) ? sections : undefined;
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
