// The knowledge base that needs nothing installed: Maps, and the MiniSearch engine.

import { countWords, createTermNumbers, packWords, renumber } from '../concepts/issue-words.js';
import type { Concept, Issue, Problem } from '../model.js';
import { createSearchIndex } from '../search/minisearch-index.js';
import { takeTurns } from '../turns.js';
import { keepIssue, withPackedTrees, type KeptIssue } from './kept-issue.js';
import type {
  KnowledgeBase,
  KnowledgeBaseWriter,
  SavedBetweenRuns,
  SavedPart,
} from './knowledge-base.js';
import { createLinker, findMentions } from './linking.js';
import { packTrees } from './packed-trees.js';
import { readConcepts } from './read-concepts.js';
import { readIssues } from './read-issues.js';
import { readRelations } from './read-relations.js';
import { restoreState, saveState } from './saving.js';
import { createState, dropIssue, putIssue } from './state.js';
import { suggest } from './suggest.js';

/**
 * An empty knowledge base. What is written to it is made ready in slices beside
 * what readers see, and then takes its place at once.
 */
export function createMemoryKnowledgeBase(): KnowledgeBase &
  KnowledgeBaseWriter &
  SavedBetweenRuns {
  let state = createState();
  let index = createSearchIndex();
  let problems: Problem[] = [];
  let last: Promise<unknown> = Promise.resolve();

  /** One writer after another. */
  async function inTurn(write: () => Promise<void>): Promise<void> {
    const done = last.then(write);
    last = done.catch(() => undefined);
    return done;
  }

  async function replaceIssue(issue: Issue): Promise<void> {
    const turn = takeTurns();
    const trees = await packTrees(
      issue.sections.map(({ tree }) => tree),
      turn,
    );
    const packed = withPackedTrees(issue, trees);
    const counted = [];
    for (const section of packed.sections) {
      counted.push(countWords(section));
      await turn();
    }
    const words = packWords(counted, state.numbers);
    const mentions = await findMentions(packed, state.linker, turn);
    const kept = keepIssue(packed, { trees, words, mentions }, state.linker.concepts);
    await turn();
    putIssue(state, kept);
    replaceInIndex(kept);
  }

  async function replaceGlossary(concepts: readonly Concept[]): Promise<void> {
    const turn = takeTurns();
    // Terms that went with their issues are left behind with the old numbers.
    const next = createState(await createLinker(concepts, turn), createTermNumbers());
    for (const { issue, trees, words } of state.issues.values()) {
      const parts = {
        trees,
        words: renumber(words, state.numbers, next.numbers),
        mentions: await findMentions(issue, next.linker, turn),
      };
      putIssue(next, keepIssue(issue, parts, concepts));
    }
    const before = state.issues;
    state = next;
    replaceSynonyms(concepts);
    for (const kept of state.issues.values()) {
      if (speaksAlike(before.get(kept.facts.slug)!, kept)) continue;
      replaceInIndex(kept);
      await turn();
    }
  }

  function replaceInIndex({ facts, sections }: KeptIssue): void {
    index.replaceIssue({ issue: facts, sections });
  }

  function replaceSynonyms(concepts: readonly Concept[]): void {
    index.replaceSynonyms(
      concepts.map(({ label, aliases, hidden }) => [label, ...aliases, ...hidden]),
    );
  }

  const now = () => state;
  return {
    ...readIssues(now),
    ...readConcepts(now),
    ...readRelations(now),
    search: async (query) => index.search(query),
    suggest: async (prefix, limit) => suggest(state, index, prefix, limit),
    problems: async () => problems,

    replaceIssue: (issue) => inTurn(() => replaceIssue(issue)),
    removeIssue: (slug) =>
      inTurn(async () => {
        dropIssue(state, slug);
        index.removeIssue(slug);
      }),
    replaceGlossary: ({ concepts }) => inTurn(() => replaceGlossary(concepts)),
    async replaceProblems(all) {
      problems = all;
    },

    *save() {
      yield ['problems', problems];
      yield* saveState(state);
    },
    restore: (parts) =>
      inTurn(async () => {
        let saved: Problem[] = [];
        const others = async function* (): AsyncIterable<SavedPart> {
          for await (const part of parts) {
            if (part[0] === 'problems') saved = part[1] as Problem[];
            else yield part;
          }
        };
        const restored = await restoreState(others());
        const turn = takeTurns();
        const fresh = createSearchIndex();
        for (const { facts, sections } of restored.issues.values()) {
          fresh.replaceIssue({ issue: facts, sections });
          await turn();
        }
        [state, index, problems] = [restored, fresh, saved];
        replaceSynonyms(state.linker.concepts);
      }),
  };
}

/** Whether the same sections speak of concepts of the same names. */
function speaksAlike(one: KeptIssue, other: KeptIssue): boolean {
  return (
    JSON.stringify(one.sections.map(({ concepts }) => concepts)) ===
    JSON.stringify(other.sections.map(({ concepts }) => concepts))
  );
}
