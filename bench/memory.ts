// What the knowledge base takes of memory, part by part, beside the same as
// plain objects; and what it costs to save it and to take it up again:
//
//   npm run bench:memory -- <archive> [at least so many sections]
//
// An archive that has fewer sections than asked for is taken several times, its
// issues under other names.

import { deserialize, serialize } from 'node:v8';
import type { Root } from 'mdast';
import { buildArchive } from '../src/build.js';
import { contentWords } from '../src/concepts/content-words.js';
import { createDefinitions, readDefinition } from '../src/concepts/definitions.js';
import { countSpokenRows } from '../src/concepts/relations/issue-counts.js';
import { countWords, createTermNumbers, packWords } from '../src/concepts/relations/issue-words.js';
import { mentionFinder } from '../src/concepts/mentions/mentions.js';
import { packMentions } from '../src/concepts/mentions/packed-mentions.js';
import { createRelatedness } from '../src/concepts/relations/relatedness.js';
import type { SavedPart } from '../src/knowledge-base/knowledge-base.js';
import { createMemoryKnowledgeBase } from '../src/knowledge-base/memory.js';
import { packTrees } from '../src/knowledge-base/packed-trees.js';
import type { Glossary, Issue } from '../src/model.js';
import { createSearchIndex } from '../src/search/minisearch-index.js';
import { issueSlug, sectionId } from '../src/slug.js';
import { atOnce } from '../src/turns.js';
import { cpuMs, memoryHeld } from './search/cost.js';

const [dir, least = '0'] = process.argv.slice(2);
if (dir === undefined) {
  process.stderr.write('Name an archive: npm run bench:memory -- <dir> [sections]\n');
  process.exit(2);
}

const { glossary, issues: read } = await readWhole(dir);
const issues = repeated(read, Number(least));
const sections = issues.reduce((sum, issue) => sum + issue.sections.length, 0);
console.log(
  `\n${issues.length} issues, ${sections} sections, ${glossary.concepts.length} concepts`,
);
await printParts();
await printWhole();

async function printParts(): Promise<void> {
  const { concepts } = glossary;
  const finder = atOnce(mentionFinder(concepts));
  const definitions = createDefinitions(
    concepts,
    concepts.map((concept) => readDefinition(concept, finder)),
  );
  const numbers = createTermNumbers();
  const rows: Record<string, object> = {};
  const row = async <Part>(
    name: string,
    make: (issue: Issue) => Part | Promise<Part>,
    asObjects?: (issue: Issue) => unknown,
  ): Promise<Part[]> => {
    const [kept, bytes] = await measured(make);
    const objects = asObjects && (await measured(asObjects))[1];
    rows[name] = {
      'bytes a section': Math.round(bytes / sections),
      'as objects': objects === undefined ? '' : Math.round(objects / sections),
    };
    return kept;
  };
  await row(
    'trees',
    (issue) => packTrees(treesOf(issue), async () => undefined),
    (issue) => structuredClone(treesOf(issue)),
  );
  const mentions = await row(
    'mentions',
    (issue) =>
      packMentions(
        issue.sections.map((section) => finder.find(section)),
        definitions.ranks,
      ),
    (issue) => issue.sections.map((section) => finder.find(section)),
  );
  const words = await row(
    'counted words',
    (issue) => packWords(issue.sections.map(countWords), numbers),
    (issue) => issue.sections.map(({ heading, text }) => contentWords(`${heading}\n${text}`)),
  );
  const place = new Map(issues.map((issue, at) => [issue, at]));
  const relatedness = createRelatedness(definitions, numbers);
  await row('relatedness', (issue) => {
    const at = place.get(issue)!;
    relatedness.replaceIssue(issue.slug, {
      sections: issue.sections,
      mentions: mentions[at]!,
      words: words[at]!,
      spoken: countSpokenRows(issue.sections, mentions[at]!),
    });
  });
  const index = createSearchIndex();
  await row('search', (issue) => {
    index.replaceIssue({
      issue,
      sections: issue.sections.map((section) => ({ section, concepts: [] })),
    });
  });
  const none: Root = { type: 'root', children: [] };
  await row('facts and texts', (issue) =>
    structuredClone({
      ...issue,
      sections: issue.sections.map((section) => ({ ...section, tree: none })),
    }),
  );
  console.table(rows);
}

async function printWhole(): Promise<void> {
  const kb = createMemoryKnowledgeBase();
  const before = memoryHeld();
  await kb.replaceGlossary(glossary);
  for (const issue of issues) await kb.replaceIssue(structuredClone(issue));
  const bytes = memoryHeld() - before;

  const written: Buffer[] = [];
  const saving = cpuMs();
  let longest = 0;
  for (const part of kb.save()) {
    const began = cpuMs();
    written.push(serialize(part));
    longest = Math.max(longest, cpuMs() - began);
  }
  const saved = cpuMs() - saving;
  const other = createMemoryKnowledgeBase();
  const restoring = cpuMs();
  await other.restore(partsOf(written));
  console.table({
    'the whole knowledge base': {
      MB: mb(bytes),
      'bytes a section': Math.round(bytes / sections),
      'saved, MB': mb(written.reduce((sum, { length }) => sum + length, 0)),
      'saved in, ms': Math.round(saved),
      'longest part, ms': Math.round(longest),
      'restored in, ms': Math.round(cpuMs() - restoring),
    },
  });
}

function* partsOf(written: readonly Buffer[]): Iterable<SavedPart> {
  for (const part of written) yield deserialize(part) as SavedPart;
}

async function measured<Part>(
  make: (issue: Issue) => Part | Promise<Part>,
): Promise<[parts: Part[], bytes: number]> {
  const before = memoryHeld();
  const parts: Part[] = [];
  for (const issue of issues) parts.push(await make(issue));
  return [parts, memoryHeld() - before];
}

async function readWhole(dir: string): Promise<{ glossary: Glossary; issues: Issue[] }> {
  const issues: Issue[] = [];
  let glossary: Glossary = { concepts: [] };
  await buildArchive(dir, {
    async replaceIssue(issue) {
      issues.push(issue);
    },
    async removeIssue() {
      // None was there before.
    },
    async replaceGlossary(found) {
      glossary = found;
    },
    async replaceProblems() {
      // They take next to nothing.
    },
    save: () => [],
    async restore() {
      // Nothing was saved.
    },
  });
  return { glossary, issues };
}

function repeated(read: readonly Issue[], least: number): Issue[] {
  const all = [...read];
  const sections = read.reduce((sum, issue) => sum + issue.sections.length, 0);
  for (let time = 2; (time - 1) * sections < least; time += 1) {
    for (const issue of read) {
      const slug = issueSlug(`${issue.slug} ${time}`);
      const copy = structuredClone(issue.sections).map((section) => ({
        ...section,
        ...{ issue: slug, id: sectionId(slug, section.anchor) },
      }));
      all.push({ ...issue, slug, sections: copy });
    }
  }
  return all;
}

function treesOf({ sections }: Issue) {
  return sections.map(({ tree }) => tree);
}

function mb(bytes: number): number {
  return Math.round(bytes / 1e5) / 10;
}
