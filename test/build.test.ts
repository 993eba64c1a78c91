import { mkdir, mkdtemp, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openAnchorMemory, type AnchorMemory } from '../src/archive/anchor-memory.js';
import { createReader, type Reader, type ReaderOptions } from '../src/archive/reader.js';
import { createBuild, type Build } from '../src/build.js';
import { discoverHere, type Discoverer, type PackedIssue } from '../src/build/discover.js';
import { createMemoryKnowledgeBase } from '../src/knowledge-base/memory.js';
import type { KnowledgeBase } from '../src/knowledge-base/knowledge-base.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../src/slug.js';

const letter = (title: string, text: string) =>
  `---\ntitle: ${title}\ndate: 2024-03-01\n---\n\n${text}\n`;

// One for all: its threads take a second to start.
const reader = createReader();
afterAll(() => reader.close());

let dir: string;
let kb: ReturnType<typeof createMemoryKnowledgeBase>;
let replaced: string[];
let build: Build;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'backmatter-build-'));
  kb = createMemoryKnowledgeBase();
  replaced = [];
  const watched: typeof kb = {
    ...kb,
    replaceIssue: (issue) => {
      replaced.push(issue.slug);
      return kb.replaceIssue(issue);
    },
  };
  build = createBuild({ dir, kb: watched, reader });
  await write('issues/a.md', letter('A', 'On planning.'));
  await write('issues/b.md', letter('B', 'On funding.'));
  await write('concepts/planning.md', '---\nlabel: Planning\n---\nDeciding.\n');
  await build.run();
});

describe('a build', () => {
  it('takes in again only the issue that changed', async () => {
    replaced = [];
    await write('issues/b.md', letter('B', 'On planning too.'));
    await build.run();
    expect(replaced).toEqual(['b']);
    expect((await kb.concept('planning' as ConceptSlug))!.issueCount).toBe(2);
  });

  it('does nothing when nothing changed', async () => {
    replaced = [];
    await write('issues/b.md', letter('B', 'On funding.'));
    await build.run();
    expect(replaced).toEqual([]);
  });

  it('takes a renamed issue in before it takes the old one out', async () => {
    await rename(join(dir, 'issues/b.md'), join(dir, 'issues/c.md'));
    await build.run();
    expect((await kb.issue('c' as IssueSlug))?.issue.title).toBe('B');
    expect(await kb.issue('b' as IssueSlug)).toBeUndefined();
  });

  it('links anew when the glossary changes, and parses nothing again', async () => {
    replaced = [];
    await write('concepts/funding.md', '---\nlabel: Funding\n---\nMoney.\n');
    await build.run();
    expect(replaced).toEqual([]);
    expect((await kb.concept('funding' as ConceptSlug))!.issueCount).toBe(1);
  });

  it('takes a vocabulary that another program wrote, linted like the rest', async () => {
    await write(
      'concepts/money.ttl',
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:x:funding> a skos:Concept ; skos:prefLabel "Funding"@en, "Finanzierung"@de ; skos:related <urn:x:plan> .
<urn:x:plan> a skos:Concept ; skos:prefLabel "Planning"@en .`,
    );
    await write('concepts/terms.json', '{"terms":[{"term":"Cost of delay","abbreviation":"CoD"}]}');
    await write('concepts/broken.ttl', '<urn:x a skos:Concept');
    const { problems } = await build.run();
    expect((await kb.concept('funding' as ConceptSlug))!.issueCount).toBe(1);
    expect((await kb.concept('cost-of-delay' as ConceptSlug))!.concept.aliases).toEqual(['CoD']);
    expect(problems).toBe(2);
    expect((await kb.problems()).map(({ file, kind }) => [file, kind])).toEqual([
      ['concepts/broken.ttl', 'vocabulary'],
      ['concepts/money.ttl', 'duplicate-slug'],
    ]);
  });

  it('takes an acronym that the archive defines for another name of its concept', async () => {
    await write('issues/c.md', letter('C', 'The annual planning round (APR) came. The APR went.'));
    await write('concepts/apr.md', '---\nlabel: Annual planning round\n---\nA round.\n');
    await build.run();
    await build.rediscover();
    const found = await kb.mentionsOf('apr' as ConceptSlug, { page: 1, perPage: 9 });
    expect(found!.items.map(({ words }) => words)).toEqual(['annual planning round', 'APR', 'APR']);
  });

  it('forgets a problem that was mended', async () => {
    await write('issues/b.md', '---\ntitle: [\n---\n\nOn funding.\n');
    expect((await build.run()).problems).toBe(1);
    await write('issues/b.md', letter('B', 'On funding.'));
    expect((await build.run()).problems).toBe(0);
    expect(await kb.problems()).toEqual([]);
  });

  it('knows of a changed glossary after a look that ended half-way', async () => {
    let isBroken = false;
    const shaky: Reader = {
      ...reader,
      read: async (source) => {
        if (isBroken) throw new Error('No thread can be started.');
        return reader.read(source);
      },
    };
    const own = createMemoryKnowledgeBase();
    const ownBuild = createBuild({ dir, kb: own, reader: shaky });
    await ownBuild.run();
    await write('concepts/funding.md', '---\nlabel: Funding\n---\nMoney.\n');
    await write('issues/b.md', letter('B', 'On funding again.'));
    isBroken = true;
    await expect(ownBuild.run()).rejects.toThrow('No thread');
    isBroken = false;
    await ownBuild.run();
    expect((await own.concept('funding' as ConceptSlug))!.issueCount).toBe(1);
  });

  it('keeps what it has when the folder cannot be read', async () => {
    await rename(dir, `${dir}-away`);
    await expect(build.run()).rejects.toThrow(/There is no folder/);
    expect((await kb.counts()).issues).toBe(2);
    await rename(`${dir}-away`, dir);
    expect((await build.run()).files).toBe(2);
  });

  it('comes to the same as a build of the whole, whatever happened on the way', async () => {
    await write('issues/c.md', letter('C', 'More.'));
    await build.run();
    await write('issues/sub/a.md', letter('Another A', 'Of the same name.'));
    await rm(join(dir, 'issues/b.md'));
    await build.run();
    const fresh = createMemoryKnowledgeBase();
    await createBuild({ dir, kb: fresh, reader }).run();
    expect(await whole(kb)).toEqual(await whole(fresh));
  });

  it('leads from the address of a heading that was renamed to the section of today', async () => {
    const path = join(dir, '.backmatter/anchors.json');
    const text = 'Nobody asked the team what it would stop doing, so it stopped nothing at all.';
    const address = 'c#old-words' as SectionId;
    await write('issues/c.md', letter('C', `Lede.\n\n## Old words\n\n${text}`));
    await builtWith({}, openAnchorMemory(path, fail));
    await write('issues/c.md', letter('C', `Lede.\n\n## New words\n\n${text}`));
    const later = await builtWith({}, openAnchorMemory(path, fail));
    expect((await later.section(address))?.section.id).toBe('c#new-words');
    await writeFile(path, '{"damaged');
    const forgetful = await builtWith({}, openAnchorMemory(path, fail));
    expect(await forgetful.section(address)).toBeUndefined();
  });

  it('reads the same from the cache', async () => {
    const cacheDir = join(dir, '.backmatter');
    const [first, second] = [await builtWith({ cacheDir }), await builtWith({ cacheDir })];
    expect(await whole(second)).toEqual(await whole(first));
  });

  it('reads a file twice, and not for ever, where the disk keeps half of every reading', async () => {
    const cacheDir = join(dir, '.backmatter');
    const own = createReader({ cacheDir });
    let reads = 0;
    const torn: Reader = {
      ...own,
      async read(source) {
        reads += 1;
        if (reads > 9) throw new Error('This has no end.');
        return own.read(source);
      },
      async packed(file) {
        await halve(cacheDir);
        return own.packed(file);
      },
    };
    const built = createMemoryKnowledgeBase();
    await createBuild({ dir, kb: built, reader: torn }).run();
    await own.close();
    expect(reads).toBe(4);
    expect(await whole(built)).toEqual(await whole(kb));
  });

  it('looks for concepts in the whole archive, though the disk has kept half of every reading', async () => {
    const cacheDir = join(dir, '.backmatter');
    const own = createReader({ cacheDir });
    const seen: number[] = [];
    const discoverer: Discoverer = async (issues, known) => {
      const all: PackedIssue[] = [];
      for await (const issue of issues) all.push(issue);
      seen.push(all.length);
      return discoverHere(toAsync(all), known);
    };
    const kept = createBuild({ dir, kb: createMemoryKnowledgeBase(), reader: own, discoverer });
    await kept.run();
    await write('issues/b.md', letter('B', 'On planning too.'));
    await kept.run();
    await halve(cacheDir);
    await kept.rediscover();
    await own.close();
    expect(seen).toEqual([2, 0, 2]);
  });

  it('looks for concepts once at a time, however often it is asked meanwhile', async () => {
    let atOnce = 0;
    const most: number[] = [];
    const discoverer: Discoverer = async (issues, known) => {
      atOnce += 1;
      most.push(atOnce);
      await wait(50);
      const found = await discoverHere(issues, known);
      atOnce -= 1;
      return found;
    };
    const often = createBuild({ dir, kb: createMemoryKnowledgeBase(), reader, discoverer });
    await often.run();
    await write('issues/b.md', letter('B', 'On planning too.'));
    await often.run();
    const first = often.rediscover();
    await write('issues/b.md', letter('B', 'On planning once more.'));
    await often.run();
    await Promise.all([first, often.rediscover()]);
    expect(most).toEqual([1, 1, 1]);
  });

  it('goes on without a cache that cannot be written, and says so once', async () => {
    await write('taken', '');
    const notices: string[] = [];
    await builtWith({
      cacheDir: join(dir, 'taken'),
      onCacheFailure: (line) => notices.push(line),
    });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^Nothing is kept for the next start: .*taken cannot be written \(/);
  });
});

async function builtWith(options: ReaderOptions, anchors?: AnchorMemory): Promise<KnowledgeBase> {
  const built = createMemoryKnowledgeBase();
  const own = createReader(options);
  const once = createBuild({ dir, kb: built, reader: own, ...(anchors && { anchors }) });
  await once.run();
  await once.save();
  await own.close();
  return built;
}

/** Cuts every file short, as a machine does that fails before its disk has all. */
async function halve(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const found = await stat(path);
    if (found.isFile()) await truncate(path, Math.floor(found.size / 2));
  }
}

async function* toAsync<Value>(values: readonly Value[]): AsyncIterable<Value> {
  yield* values;
}

function fail(line: string): never {
  throw new Error(line);
}

async function whole(base: KnowledgeBase): Promise<unknown> {
  const { items } = await base.issues({ page: 1, perPage: 100 });
  return {
    items,
    issues: await Promise.all(items.map(({ slug }) => base.issue(slug))),
    concepts: await base.concepts(),
    problems: await base.problems(),
  };
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(dir, file)), { recursive: true });
  await writeFile(join(dir, file), text);
}
