import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReader } from '../../src/archive/reader.js';
import { createBuild } from '../../src/build.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import type { ConceptSlug, IssueSlug } from '../../src/slug.js';
import { openSnapshot } from '../../src/state/snapshot.js';

// One for all: its threads take a second to start.
const reader = createReader();
afterAll(() => reader.close());

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-links-'));
  await write('concepts/okrs.md', '---\nlabel: OKRs\n---\nWhat a team wants to reach.\n');
  await write('concepts/slack.md', '---\nlabel: Slack\n---\nRoom to think.\n');
});
afterEach(() => rm(dir, { recursive: true }));

describe('the links between concept files', () => {
  it('give names by which issues are read', async () => {
    await write(
      'concepts/cadence.md',
      '---\nlabel: Cadence\n---\nHow often [the quarterly numbers](okrs.md) are looked at, and [spare time](https://example.com/slack) is taken.\n',
    );
    await write('issues/1.md', letter('Nobody reads the quarterly numbers in their spare time.'));
    expect(await mentions('1')).toEqual([{ words: 'the quarterly numbers', linkable: true }]);
  });
});

describe('the links in issues', () => {
  /** In each, a link to the one concept and plain words for the other. */
  beforeEach(async () => {
    for (let n = 1; n <= 24; n += 1)
      await write(
        `issues/${n}.md`,
        letter(`There was slack in week ${n}, whatever the [OKRs](../concepts/okrs.md) said.`),
      );
    await write('issues/last.md', letter('There was slack again, and the OKRs were there.'));
  });

  it('leave plain what their authors leave plain', async () => {
    expect(await mentions('last')).toEqual([
      { words: 'slack', linkable: false },
      { words: 'OKRs', linkable: true },
    ]);
  });

  it('teach nothing while they are few', async () => {
    for (let n = 6; n <= 24; n += 1) await rm(join(dir, `issues/${n}.md`));
    expect(await mentions('last')).toEqual([
      { words: 'slack', linkable: true },
      { words: 'OKRs', linkable: true },
    ]);
  });

  it('teach two builds the same, to the byte', async () => {
    const once = async () => JSON.stringify([...(await build()).kb.save()]);
    expect(await once()).toBe(await once());
  });

  it('are remembered by the next start, for an issue that came meanwhile', async () => {
    const kept = { snapshot: openSnapshot(join(dir, '.backmatter'), 'key', () => true) };
    await (await build(kept)).save();
    await write('issues/later.md', letter('Later there was slack, and the OKRs were there.'));
    expect(await mentions('later', kept)).toEqual([
      { words: 'slack', linkable: false },
      { words: 'OKRs', linkable: true },
    ]);
  });
});

/** Of curated concepts, in the issue's text. */
async function mentions(issue: string, kept: object = {}) {
  const { kb } = await build(kept);
  const sections = (await kb.issue(issue as IssueSlug))!.sections;
  const curated = ['okrs', 'slack'] as ConceptSlug[];
  return sections
    .flatMap((section) => section.mentions)
    .filter(({ concept, place }) => place === 'text' && curated.includes(concept))
    .map(({ words, linkable }) => ({ words, linkable }));
}

async function build(kept: object = {}) {
  const kb = createMemoryKnowledgeBase();
  const made = createBuild({ ...kept, dir, kb, reader });
  await made.run();
  return { kb, save: () => made.save() };
}

function letter(text: string): string {
  return `---\ntitle: A letter\ndate: 2024-03-01\n---\n\n${text}\n`;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, file)), { recursive: true });
  await writeFile(join(dir, file), text);
}
