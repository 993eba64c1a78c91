// Names of several words in other inflections and in the other order: "resolving
// an objection" for "resolve objections", "scale horizontally" for "horizontal
// scaling". Single words are never stemmed: "plan" is not "planning".

import { stem } from '../../text/stems.js';
import type { Word } from '../words.js';
import { words } from '../words.js';
import type { Name } from './name-trie.js';

export interface InflectedNames {
  add(name: Name): void;
  /** Whether any name begins with a word of this key, in any inflection. */
  begins(key: string): boolean;
  /** The longest name that begins with this word, in any inflection; `length` in words. */
  nameAt(
    all: readonly Word[],
    text: string,
    index: number,
  ): { names: Name[]; length: number } | undefined;
}

interface Node {
  next: Map<string, Node>;
  names: Name[];
  turned: Name[];
}

/** Words that may come between the words of a name, or be left out there. */
const DETERMINERS = new Set(
  'the a an our your their its his her my this that these those each every any some all'.split(' '),
);
const FUNCTION_WORDS = new Set(
  'of for in on to with by and or at from as into via per vs between within'.split(' '),
);

export function createInflectedNames(): InflectedNames {
  const root = emptyNode();
  return {
    add(name) {
      const steps = stepsOf(name.text);
      if (!isInflected(steps)) return;
      insert(root, steps).names.push(name);
      // "evaluate meetings" and "meeting evaluation": two words change places.
      if (steps.length === 2) insert(root, [steps[1]!, steps[0]!]).turned.push(name);
    },
    begins: (key) => root.next.has(stepOf(key)),
    nameAt(all, text, index) {
      let node = root.next.get(stepOf(all[index]!.key));
      let best: { names: Name[]; length: number } | undefined;
      for (let length = 1; node !== undefined; length += 1) {
        if (node.names.length > 0) best = { names: node.names, length };
        else if (node.turned.length > 0 && canTurn(all.slice(index, index + length), text))
          best = { names: node.turned, length };
        let word = all[index + length];
        // "design of teams": the preposition is there only because of the turn.
        while (word?.gap === '' && isFiller(word, node)) {
          length += 1;
          word = all[index + length];
        }
        node = word?.gap === '' ? node.next.get(stepOf(word.key)) : undefined;
      }
      return best;
    },
  };
}

function isFiller(word: Word, node: Node): boolean {
  if (DETERMINERS.has(word.key)) return true;
  return word.key === 'of' && !node.next.has('of');
}

/**
 * "team design" is not "design team": two words that change places need a sign
 * of it, a small word between them, a verb's ending on the first or an adverb's
 * on the last.
 */
function canTurn(all: readonly Word[], text: string): boolean {
  const [first, last] = [all[0]!, all[all.length - 1]!].map(({ start, end }) =>
    text.slice(start, end).toLowerCase(),
  ) as [string, string];
  return all.length > 2 || /(?:ed|ing)$/u.test(first) || last.endsWith('ly');
}

/** Names that differ in inflection only have the same; undefined for single words, which no inflection changes. */
export function inflectionKey(name: string): string | undefined {
  const steps = stepsOf(name);
  return isInflected(steps) ? steps.join(' ') : undefined;
}

function isInflected(steps: readonly string[]): boolean {
  return steps.filter((step) => !FUNCTION_WORDS.has(step)).length > 1;
}

function stepsOf(name: string): string[] {
  return words(name)
    .filter(({ key }) => !DETERMINERS.has(key))
    .map((word) => stepOf(word.key));
}

const steps = new Map<string, string>();
/** Steps are kept for this many words. */
const MAX_STEPS = 200_000;

function stepOf(key: string): string {
  let step = steps.get(key);
  if (step === undefined) {
    step = FUNCTION_WORDS.has(key) ? key : stem(key, 'en');
    if (steps.size >= MAX_STEPS) steps.clear();
    steps.set(key, step);
  }
  return step;
}

function insert(root: Node, steps: readonly string[]): Node {
  let node = root;
  for (const step of steps) {
    let next = node.next.get(step);
    if (next === undefined) node.next.set(step, (next = emptyNode()));
    node = next;
  }
  return node;
}

function emptyNode(): Node {
  return { next: new Map(), names: [], turned: [] };
}
