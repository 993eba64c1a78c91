import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openAnchorMemory } from '../../src/archive/anchor-memory.js';
import { createReader } from '../../src/archive/reader.js';
import { createBuild, type Build } from '../../src/build.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import type { KnowledgeBase } from '../../src/knowledge-base/knowledge-base.js';
import { makeConceptPage } from '../../src/pages/concept.js';
import { makeSearchAnswer } from '../../src/pages/search.js';
import type { SectionId } from '../../src/slug.js';
import { openSnapshot } from '../../src/state/snapshot.js';

// One for all: its threads take a second to start.
const reader = createReader();
afterAll(() => reader.close());

const SPONSOR =
  'This week the letter was paid for by Pennyfold, who fold pennies for people who have many of them.';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-warm-'));
  for (let n = 1; n <= 8; n += 1)
    await write(
      `issues/${n}.md`,
      letter(n, `On planning poker and the cost of delay, part ${'abcdefgh'[n]}.\n\n${SPONSOR}`),
    );
  await write('concepts/planning.md', '---\nlabel: Planning\n---\nTo plan.\n');
  const { build } = await start();
  await build.save();
});

describe('a warm start', () => {
  it('takes nothing in where nothing has changed, and says what a clean build says', async () => {
    const { kb, replaced } = await start();
    expect(replaced).toEqual([]);
    await expectSame(kb);
  });

  it('goes by the bytes of files, not by their times', async () => {
    await utimes(join(dir, 'issues/3.md'), new Date(0), new Date(0));
    expect((await start()).replaced).toEqual([]);
    const { kb, replaced } = await (async () => {
      await write('issues/3.md', letter(3, 'On quite another subject.'));
      await utimes(join(dir, 'issues/3.md'), new Date(0), new Date(0));
      return start();
    })();
    expect(replaced).toEqual(['3']);
    await expectSame(kb);
  });

  it('takes in what came, changed and went while nobody looked', async () => {
    await write('issues/2.md', letter(2, 'On funding. Nothing else.'));
    await write('issues/9.md', letter(9, 'The last one.'));
    await rm(join(dir, 'issues/5.md'));
    await rename(join(dir, 'issues/6.md'), join(dir, 'issues/six.md'));
    const { kb } = await start();
    await expectSame(kb);
  });

  it('links anew where the glossary has changed', async () => {
    await write(
      'concepts/cost-of-delay.md',
      '---\nlabel: Cost of delay\n---\nWhat waiting costs.\n',
    );
    await rm(join(dir, 'concepts/planning.md'));
    const { kb } = await start();
    await expectSame(kb);
  });

  it('goes on as any build does: edits, and a start after those', async () => {
    const first = await start();
    await write('issues/4.md', letter(4, 'Edited once.'));
    await first.build.run();
    await first.build.rediscover();
    await expectSame(first.kb);
    await first.build.save();
    await write('issues/1.md', letter(1, 'Edited afterwards.'));
    const second = await start();
    expect(second.replaced).toContain('1');
    await expectSame(second.kb);
  });

  it('builds all anew where the snapshot is damaged', async () => {
    await writeFile(join(dir, '.backmatter/snapshot'), 'damaged');
    const { kb, replaced } = await start();
    expect(replaced).toHaveLength(8);
    await expectSame(kb);
  });

  it('still leads from the address of a heading that was renamed before', async () => {
    const text = 'Nobody asked the team what it would stop doing, so it stopped nothing at all.';
    await write('issues/9.md', letter(9, `Lede.\n\n## Old words\n\n${text}`));
    const first = await start();
    await write('issues/9.md', letter(9, `Lede.\n\n## New words\n\n${text}`));
    await first.build.run();
    await first.build.save();
    const { kb, replaced } = await start();
    expect(replaced).toEqual([]);
    expect((await kb.section('9#old-words' as SectionId))?.section.id).toBe('9#new-words');
  });
});

describe('two builds of one archive', () => {
  it('say the same, to the byte', async () => {
    expect(JSON.stringify(await whole((await clean()).kb))).toBe(
      JSON.stringify(await whole((await clean()).kb)),
    );
  });
});

interface Started {
  kb: KnowledgeBase;
  build: Build;
  /** The issues that had to be taken in. */
  replaced: string[];
}

async function start(): Promise<Started> {
  const folder = join(dir, '.backmatter');
  return run({
    anchors: openAnchorMemory(join(folder, 'anchors.json'), fail),
    snapshot: openSnapshot(folder, 'key', () => true),
  });
}

const clean = () => run({});

async function run(kept: object): Promise<Started> {
  const kb = createMemoryKnowledgeBase();
  const replaced: string[] = [];
  const watched: typeof kb = {
    ...kb,
    replaceIssue: (issue) => {
      replaced.push(issue.slug);
      return kb.replaceIssue(issue);
    },
  };
  const build = createBuild({ ...kept, dir, kb: watched, reader });
  await build.run();
  await build.rediscover();
  return { kb, build, replaced };
}

async function expectSame(kb: KnowledgeBase): Promise<void> {
  expect(await whole(kb)).toEqual(await whole((await clean()).kb));
}

/** What readers are told, as far as it does not tell how long it took. */
async function whole(kb: KnowledgeBase): Promise<unknown> {
  const { items } = await kb.issues({ page: 1, perPage: 100 });
  const concepts = await kb.concepts();
  const { query, total, hits, facets } = await makeSearchAnswer(kb, { q: 'planning OR another' });
  return {
    items,
    found: { query, total, hits, facets },
    issues: await Promise.all(items.map(({ slug }) => kb.issue(slug))),
    concepts,
    pages: await Promise.all(
      concepts.map(({ concept: { slug } }) => makeConceptPage(kb, slug, {})),
    ),
    problems: await kb.problems(),
    counts: await kb.counts(),
  };
}

function letter(n: number, text: string): string {
  return `---\ntitle: Letter ${n}\ndate: 2024-03-0${n}\n---\n\n${text}\n`;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, file)), { recursive: true });
  await writeFile(join(dir, file), text);
}

function fail(line: string): never {
  throw new Error(line);
}
