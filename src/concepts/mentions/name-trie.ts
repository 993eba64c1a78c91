// The names of the concepts, word by word, so that a text is read once however
// many names there are.

import type { Concept } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import type { Word } from '../words.js';
import { words } from '../words.js';

export interface Name {
  concept: Concept;
  /** As written in the glossary. */
  text: string;
  /** `learned` from the archive's own links; `implied` by another name. Both weaker than what is given. */
  kind: 'label' | 'alias' | 'hidden' | 'learned' | 'implied';
}

export interface NameTrie {
  add(name: Name): void;
  /** Whether any name begins with a word of this key. */
  begins(key: string): boolean;
  /**
   * The names that begin with this word, the longest first; `length` in words.
   * Names that differ only in case, plural or hyphens come together.
   */
  namesAt(text: readonly Word[], index: number): { names: Name[]; length: number }[];
  namesOf(key: readonly Word[]): Name[];
}

interface Node {
  next: Map<string, Node>;
  names: Name[];
}

export function createNameTrie(): NameTrie {
  const root: Node = { next: new Map(), names: [] };
  return {
    add: (name) => add(root, name),
    begins: (key) => root.next.has(key),
    namesAt(text, index) {
      const found: { names: Name[]; length: number }[] = [];
      let node = root.next.get(text[index]!.key);
      for (let length = 1; node !== undefined; length += 1) {
        if (node.names.length > 0) found.unshift({ names: node.names, length });
        const word = text[index + length];
        node = word === undefined ? undefined : node.next.get(step(word));
      }
      return found;
    },
    namesOf(key) {
      let node: Node | undefined = root;
      for (const [index, word] of key.entries())
        node = node?.next.get(index === 0 ? word.key : step(word));
      return node?.names ?? [];
    },
  };
}

/**
 * The one concept that these names, spelled `written` in the text, stand for:
 * labels before aliases, the curated before the discovered. Undefined when two
 * concepts have an equal claim: such a name links nowhere.
 */
export function owner(names: readonly Name[], written: string): Name | undefined {
  let best: Name | undefined;
  let bestRank = -1;
  const tied = new Set<ConceptSlug>();
  for (const name of names) {
    const rank = rankOf(name, written);
    if (rank < bestRank) continue;
    if (rank > bestRank) {
      best = name;
      bestRank = rank;
      tied.clear();
    }
    tied.add(name.concept.slug);
  }
  return tied.size > 1 ? undefined : best;
}

const KIND_RANKS = { label: 8, alias: 6, hidden: 6, learned: 4, implied: 2 };

function rankOf(name: Name, written: string): number {
  const curated = name.concept.status === 'curated' ? 10 : 0;
  const same = name.text.toLowerCase() === written.toLowerCase() ? 1 : 0;
  return curated + KIND_RANKS[name.kind] + same;
}

function add(root: Node, name: Name): void {
  let node = root;
  const key = words(name.text);
  if (key.length === 0) return;
  for (const [index, word] of key.entries()) {
    const name = index === 0 ? word.key : step(word);
    let next = node.next.get(name);
    if (next === undefined) node.next.set(name, (next = { next: new Map(), names: [] }));
    node = next;
  }
  node.names.push(name);
}

function step(word: Word): string {
  return word.gap === '' ? word.key : `${word.gap} ${word.key}`;
}
