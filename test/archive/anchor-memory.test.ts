import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAnchorMemory, type AnchorMemory } from '../../src/archive/anchor-memory.js';
import { readIssue } from '../../src/archive/read-issue.js';
import type { Issue } from '../../src/model.js';

const issues = Array.from({ length: 400 }, (_, number) => `issue-${number}`);
let path: string;

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'backmatter-')), 'anchors.json');
});

describe('the memory of anchors', () => {
  it('leaves what did not change as it was written', async () => {
    const first = openAnchorMemory(path, fail);
    for (const name of issues) await first.keep(issue(name, 'Old words'));
    await first.save();
    const before = await readFile(path, 'utf8');
    expect(JSON.parse(before)).toHaveLength(issues.length);

    const later = openAnchorMemory(path, fail);
    expect(await anchorsOf(later, 'issue-250', 'New words')).toEqual(['new-words', 'old-words']);
    await later.save();
    const lines = (await readFile(path, 'utf8')).split('\n');
    const changed = before.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [line]));
    expect(changed).toEqual([expect.stringMatching(/^\["issue-250",/)]);
  });

  it('finds every issue again after any number of saves', async () => {
    const memory = openAnchorMemory(path, fail);
    for (const name of issues) await memory.keep(issue(name, 'Old words'));
    for (const name of ['issue-0', 'issue-399', 'issue-7']) {
      await memory.save();
      await memory.keep(issue(name, 'Words of a much longer heading'));
      await memory.keep(issue(`${name}-new`, 'Old words'));
    }
    await memory.save();
    for (const name of [...issues, 'issue-7-new'])
      expect(await anchorsOf(memory, name, 'New words')).toContain('old-words');
  });

  it('passes over lines that are damaged', async () => {
    const first = openAnchorMemory(path, fail);
    for (const name of issues) await first.keep(issue(name, 'Old words'));
    await first.save();
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('["issue-3",[', '["issue-3",[{'));
    const later = openAnchorMemory(path, fail);
    expect(await anchorsOf(later, 'issue-3', 'New words')).toEqual(['new-words']);
    expect(await anchorsOf(later, 'issue-4', 'New words')).toContain('old-words');
  });
});

/** The anchor of the issue's second section, and its former ones. */
async function anchorsOf(memory: AnchorMemory, name: string, heading: string): Promise<string[]> {
  const [, section] = (await memory.keep(issue(name, heading))).sections;
  return [section!.anchor, ...section!.formerAnchors];
}

function issue(name: string, heading: string): Issue {
  const text = 'Nobody asked the team what it would stop doing, so it stopped nothing at all.';
  const bytes = Buffer.from(`# ${name}\n\nLede.\n\n## ${heading}\n\n${text}\n`);
  return readIssue({ file: `${name}.md`, bytes }).issue!;
}

function fail(line: string): never {
  throw new Error(line);
}
