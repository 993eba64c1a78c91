// Issues and glossaries from Markdown written in a test, read as files are.

import { outlineOf } from '../src/archive/outline.js';
import { readConceptFile } from '../src/archive/read-concept.js';
import { readIssue } from '../src/archive/read-issue.js';
import { applySettled, settleArchive } from '../src/archive/settle.js';
import { readGlossary } from '../src/concepts/glossary/glossary.js';
import type { Glossary, Issue, Problem } from '../src/model.js';

/** The issue that a file with this Markdown holds. */
export function issueFrom(file: string, markdown: string): Issue {
  const { issue } = readIssue({ file, bytes: Buffer.from(markdown) });
  if (issue === null) throw new Error(`${file} holds no issue`);
  return issue;
}

/** The glossary of concept files, by slug. */
export function glossaryFrom(files: Record<string, string>): Glossary {
  const concepts = Object.entries(files).map(([slug, markdown]) => {
    const { concept } = readConceptFile({
      file: `concepts/${slug}.md`,
      bytes: Buffer.from(markdown),
    });
    if (concept === null) throw new Error(`${slug} is no concept`);
    return concept;
  });
  return readGlossary(concepts).glossary;
}

/** The issues of an archive of these files, settled together. */
export async function settledFrom(
  files: Record<string, string>,
): Promise<{ issues: Issue[]; problems: Problem[] }> {
  const readings = Object.entries(files).map(([file, markdown]) =>
    readIssue({ file, bytes: Buffer.from(markdown) }),
  );
  const read = new Map(readings.map(({ file, issue }) => [file, issue]));
  const { issues, problems } = await settleArchive(readings.map(outlineOf));
  return { issues: issues.map((issue) => applySettled(read.get(issue.file)!, issue)), problems };
}
