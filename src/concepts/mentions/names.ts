// All the names by which a text may call a concept: those of its file, and those
// that follow from them by the habits of writing.

import type { Concept } from '../../model.js';
import { nameKey } from '../words.js';
import type { Name } from './name-trie.js';

export function namesOf(concept: Concept, learned: readonly string[]): Name[] {
  const written: Name[] = [
    { concept, text: concept.label, kind: 'label' },
    ...concept.aliases.map((text): Name => ({ concept, text, kind: 'alias' })),
    ...concept.hidden.map((text): Name => ({ concept, text, kind: 'hidden' })),
  ];
  const seen = new Set(written.map(({ text }) => nameKey(text)));
  const implied = written.flatMap(({ text }) => impliedBy(text));
  const more = [
    ...learned.map((text): Name => ({ concept, text, kind: 'learned' })),
    ...implied.map((text): Name => ({ concept, text, kind: 'implied' })),
  ];
  for (const name of more) {
    const key = nameKey(name.text);
    if (seen.has(key) || key === '') continue;
    seen.add(key);
    written.push(name);
  }
  return written;
}

function impliedBy(name: string): string[] {
  return [...withoutParenthesis(name), ...withoutArticle(name), ...verbOf(name)];
}

/** “Infrastructure as a Service (IaaS)” is called by either half. */
function withoutParenthesis(name: string): string[] {
  const [, before, inside] = /^(.{2,}?)\s*[(（]([^()（）]{2,})[)）]$/u.exec(name) ?? [];
  if (before === undefined || inside === undefined) return [];
  // "Account for (v.)": what is no acronym says something about the name.
  return /^[\p{L}\p{N}\-/+]*\p{Lu}[\p{L}\p{N}\-/+]*$/u.test(inside) && !/\s/u.test(inside)
    ? [before, inside]
    : [before];
}

function withoutArticle(name: string): string[] {
  const rest = /^(?:the|an?)\s+(.+)$/iu.exec(name)?.[1];
  return rest?.includes(' ') === true ? [rest] : [];
}

/** Who writes "virtualised" speaks of virtualisation; no other ending is as safe. */
function verbOf(name: string): string[] {
  const [, root, letter] = /^(\p{L}{4,}i)([sz])ation$/iu.exec(name) ?? [];
  if (root === undefined || letter === undefined) return [];
  return ['s', 'z'].flatMap((either) =>
    ['e', 'ed', 'es', 'ing', 'ation'].map((ending) => `${root}${either}${ending}`),
  );
}
