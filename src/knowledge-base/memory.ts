// The knowledge base that needs nothing installed: Maps, and the MiniSearch engine.

import { countSpokenRows } from '../concepts/relations/issue-counts.js';
import {
  countWords,
  createTermNumbers,
  packWords,
  renumber,
} from '../concepts/relations/issue-words.js';
import type { Concept, Issue, Problem } from '../model.js';
import { NOTHING_LEARNED, type LearnedLinks } from '../concepts/links/linked-passages.js';
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

/** Before the names of the parts that are the search index's. */
const SEARCH = 'search ';

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
    const turn = takeTurns('writers');
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
    // Those of the issue itself still have their trees; of packed ones each would be unpacked.
    const mentions = await findMentions(issue, state.linker, turn);
    const spoken = countSpokenRows(packed.sections, mentions);
    const kept = keepIssue(packed, { trees, words, mentions, spoken }, state.linker.concepts);
    await turn();
    putIssue(state, kept);
    replaceInIndex(kept);
  }

  async function replaceGlossary(
    concepts: readonly Concept[],
    learned: LearnedLinks,
  ): Promise<void> {
    const turn = takeTurns('writers');
    // Terms that went with their issues are left behind with the old numbers.
    const next = createState(await createLinker(concepts, learned, turn), createTermNumbers());
    for (const { issue, trees, words } of state.issues.values()) {
      const mentions = await findMentions(issue, next.linker, turn);
      const parts = {
        trees,
        words: renumber(words, state.numbers, next.numbers),
        mentions,
        spoken: countSpokenRows(issue.sections, mentions),
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
      concepts.map(({ label, aliases, hidden }) => ({ names: [label, ...aliases], hidden })),
    );
  }

  async function restore(parts: Iterable<SavedPart> | AsyncIterable<SavedPart>): Promise<void> {
    const ofIndex = new Map<string, unknown>();
    let saved: Problem[] = [];
    const ofState = async function* (): AsyncIterable<SavedPart> {
      for await (const [name, value] of parts) {
        if (name === 'problems') saved = value as Problem[];
        else if (name.startsWith(SEARCH)) ofIndex.set(name.slice(SEARCH.length), value);
        else yield [name, value];
      }
    };
    const restored = await restoreState(ofState());
    const fresh = createSearchIndex();
    await fresh.restore(ofIndex, (slug) => {
      const kept = restored.issues.get(slug);
      return kept && { issue: kept.facts, sections: kept.sections };
    });
    [state, index, problems] = [restored, fresh, saved];
    replaceSynonyms(state.linker.concepts);
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
    replaceGlossary: ({ concepts }, learned = NOTHING_LEARNED) =>
      inTurn(() => replaceGlossary(concepts, learned)),
    async replaceProblems(all) {
      problems = all;
    },

    *save() {
      yield ['problems', problems];
      yield* saveState(state);
      for (const [name, value] of index.save()) yield [`${SEARCH}${name}`, value];
    },
    restore: (parts) => inTurn(() => restore(parts)),
  };
}

/** Whether the same sections speak of concepts of the same names. */
function speaksAlike(one: KeptIssue, other: KeptIssue): boolean {
  return (
    JSON.stringify(one.sections.map(({ concepts }) => concepts)) ===
    JSON.stringify(other.sections.map(({ concepts }) => concepts))
  );
}
