// A state in parts that can be kept, and made from them again.

import { createTermNumbers } from '../concepts/relations/issue-words.js';
import type { Definitions } from '../concepts/definitions.js';
import { NOTHING_LEARNED, type LearnedLinks } from '../concepts/links/linked-passages.js';
import type { Concept, Issue } from '../model.js';
import { takeTurns } from '../turns.js';
import { keepIssue, withPackedTrees, type IssueParts, type KeptIssue } from './kept-issue.js';
import type { SavedPart } from './knowledge-base.js';
import { restoreLinker } from './linking.js';
import { packSections, unpackSections, type PackedSections } from './packed-sections.js';
import { createState, putIssue, type State } from './state.js';

interface SavedGlossary {
  concepts: readonly Concept[];
  read: Definitions['read'];
  learned: LearnedLinks;
}

interface SavedIssue extends IssueParts {
  issue: Omit<Issue, 'sections'>;
  sections: PackedSections;
}

/** A part holds about so many characters of text, or so many terms. */
const TEXT = 400_000;
const TERMS = 50_000;

export function* saveState({ linker, numbers, issues }: State): Iterable<SavedPart> {
  // In this order none has to be put between others when they are taken up again.
  const all = [...issues.values()].sort((a, b) =>
    `${a.facts.slug}#` < `${b.facts.slug}#` ? -1 : 1,
  );
  const { concepts, read, learned } = linker;
  const glossary: SavedGlossary = { concepts, read, learned };
  yield ['glossary', glossary];
  for (let at = 0; at < numbers.terms.length; at += TERMS)
    yield ['terms', numbers.terms.slice(at, at + TERMS)];
  let part: SavedIssue[] = [];
  let size = 0;
  for (const kept of all) {
    part.push(saveIssue(kept));
    for (const { text } of kept.issue.sections) size += text.length;
    if (size < TEXT) continue;
    yield ['issues', part];
    part = [];
    size = 0;
  }
  yield ['issues', part];
}

/** Takes parts in the order in which they were saved. */
export async function restoreState(
  parts: Iterable<SavedPart> | AsyncIterable<SavedPart>,
): Promise<State> {
  const turn = takeTurns();
  const names = new Map<string, string>();
  const shared = (name: string): string => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  const terms: string[] = [];
  let glossary: SavedGlossary = { concepts: [], read: [], learned: NOTHING_LEARNED };
  let state: State | undefined;
  for await (const [name, value] of parts) {
    if (name === 'glossary') glossary = value as SavedGlossary;
    else if (name === 'terms') terms.push(...(value as string[]));
    else if (name === 'issues') {
      state ??= createState(
        restoreLinker(glossary.concepts, glossary.read, glossary.learned),
        createTermNumbers(terms),
      );
      for (const saved of value as SavedIssue[]) {
        putIssue(state, restoreIssue(saved, glossary.concepts, shared));
        await turn();
      }
    } else throw new Error(`“${name}” is no part of a knowledge base.`);
  }
  if (state === undefined) throw new Error('No issues were saved.');
  return state;
}

function saveIssue({ issue, trees, words, mentions, spoken }: KeptIssue): SavedIssue {
  const { sections, ...rest } = issue;
  return {
    issue: rest,
    sections: packSections(sections),
    trees,
    words,
    mentions,
    spoken,
  };
}

function restoreIssue(
  { issue, sections, ...parts }: SavedIssue,
  concepts: readonly Concept[],
  shared: (name: string) => string,
): KeptIssue {
  const own = inOwnMemory(parts);
  const unpacked = unpackSections(issue.slug, sections, shared);
  return keepIssue(withPackedTrees({ ...issue, sections: unpacked }, own.trees), own, concepts);
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

/**
 * With copies of all columns, in one piece of memory: a piece for each would take
 * more room than most of them do. What was read from a file shares the memory of
 * a whole part of it.
 */
function inOwnMemory({ trees, words, mentions, spoken }: IssueParts): IssueParts {
  const columns = [words, mentions, spoken].flatMap((part) => Object.values(part).filter(isColumn));
  const copies = copiesOf([...trees.blocks, ...columns]);
  const withCopies = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, copies.get(value as Column) ?? value]),
    ) as Part;
  return {
    trees: { ...trees, blocks: trees.blocks.map((block) => copies.get(block) as Uint8Array) },
    words: withCopies(words),
    mentions: withCopies(mentions),
    spoken: withCopies(spoken),
  };
}

function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value);
}

function copiesOf(columns: readonly Column[]): Map<Column, Column> {
  const room = ({ byteLength }: Column) => Math.ceil(byteLength / ALIGNED) * ALIGNED;
  const memory = new ArrayBuffer(columns.reduce((sum, column) => sum + room(column), 0));
  const copies = new Map<Column, Column>();
  let at = 0;
  for (const column of columns) {
    const Kind = column.constructor as new (memory: ArrayBuffer, at: number, n: number) => Column;
    const copy = new Kind(memory, at, column.length);
    copy.set(column);
    copies.set(column, copy);
    at += room(column);
  }
  return copies;
}

/** Every kind of column may begin at a multiple of this many bytes. */
const ALIGNED = 4;
