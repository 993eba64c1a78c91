import { readdirSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SavedPart } from '../../src/knowledge-base/knowledge-base.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { issueSlug } from '../../src/slug.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';
import { describeKnowledgeBase, everything } from './contract.js';

describeKnowledgeBase('the knowledge base in memory', async () => createMemoryKnowledgeBase());

describe('what is saved of the knowledge base in memory', () => {
  let kb: ReturnType<typeof createMemoryKnowledgeBase>;
  beforeAll(async () => {
    kb = await sample();
  });

  it('answers after a restart as before', async () => {
    expect(await everything(await restored(kb.save()))).toBe(await everything(kb));
  });

  it('goes on with changes after a restart as if there had been none', async () => {
    const [one, other] = [await sample(), await restored(kb.save())];
    for (const each of [one, other]) {
      const { items } = await each.issues({ page: 1, perPage: 2 });
      await each.removeIssue(items[0]!.slug);
      await each.replaceIssue(issueFrom(items[1]!.file, '# New\n\nPlanning the *ladder*.\n'));
      await each.replaceIssue(issueFrom('another.md', '# Another\n\nA moat and a plan.\n'));
      await each.replaceProblems([]);
    }
    expect(await everything(other)).toBe(await everything(one));
    const moat = glossaryFrom({ moats: '---\nlabel: Moats\naliases: [moat]\n---\nDeep.\n' });
    for (const each of [one, other]) await each.replaceGlossary(moat);
    expect(await everything(other)).toBe(await everything(one));
    const again = await restored(other.save());
    await again.removeIssue(issueSlug('another'));
    await one.removeIssue(issueSlug('another'));
    expect(await everything(again)).toBe(await everything(one));
  });

  it('is empty after parts that are none of its own', async () => {
    const empty = createMemoryKnowledgeBase();
    const parts = [...kb.save()].map(([name]): SavedPart => [name, [{}]]);
    await expect(empty.restore(parts)).rejects.toThrow();
    expect(await everything(empty)).toBe(await everything(createMemoryKnowledgeBase()));
  });
});

/** As another process would take it up. */
async function restored(parts: Iterable<SavedPart>) {
  const kb = createMemoryKnowledgeBase();
  await kb.restore([...parts].map((part) => deserialize(serialize(part)) as SavedPart));
  return kb;
}

/** The glossary and the first issues of the sample archive. */
async function sample() {
  const kb = createMemoryKnowledgeBase();
  const read = (folder: string, most: number): [name: string, text: string][] =>
    readdirSync(`content/${folder}`)
      .sort()
      .slice(0, most)
      .map((file) => [file, readFileSync(`content/${folder}/${file}`, 'utf8')]);
  const concepts = read('concepts', 20).map(([file, text]) => [file.replace('.md', ''), text]);
  await kb.replaceGlossary(glossaryFrom(Object.fromEntries(concepts) as Record<string, string>));
  for (const [file, text] of read('issues', 5)) await kb.replaceIssue(issueFrom(file, text));
  await kb.replaceProblems([{ file: 'a.md', line: 3, kind: 'date', what: 'No.', how: 'Add.' }]);
  return kb;
}
