// Finds where a section speaks of the concepts.

import type { Concept, Mention, Section } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import type { Steps } from '../../turns.js';
import type { Word } from '../words.js';
import { words } from '../words.js';
import { createInflectedNames } from './inflected.js';
import { isCased } from './letter-case.js';
import { marksOf } from './marks.js';
import type { Name } from './name-trie.js';
import { createNameTrie, owner } from './name-trie.js';
import { namesOf } from './names.js';

export interface MentionFinder {
  /** In the heading first, then in the text, in reading order. Mentions never overlap. */
  find(section: Section): Mention[];
  /** The concept that a name, or a slug, stands for; as in an issue's front matter. */
  resolve(name: string): ConceptSlug | undefined;
}

/** So many words are remembered; the rest is asked about each time. */
const MAX_BEGINS = 200_000;

/** @param learned names that the archive's own links give to concepts; see `learnNames` */
export function* mentionFinder(
  concepts: readonly Concept[],
  learned: ReadonlyMap<ConceptSlug, readonly string[]> = new Map(),
): Steps<MentionFinder> {
  const trie = createNameTrie();
  const inflected = createInflectedNames();
  for (const concept of concepts) {
    for (const name of namesOf(concept, learned.get(concept.slug) ?? [])) {
      trie.add(name);
      inflected.add(name);
    }
    yield;
  }
  const slugs = new Map(concepts.map((concept) => [concept.slug as string, concept.slug]));

  /** Most words of a text begin no name: each is asked about once. */
  const begins = new Map<string, boolean>();
  function mayBegin(key: string): boolean {
    let known = begins.get(key);
    if (known === undefined) {
      known = trie.begins(key) || inflected.begins(key);
      if (begins.size < MAX_BEGINS) begins.set(key, known);
    }
    return known;
  }

  function candidatesAt(all: readonly Word[], text: string, index: number) {
    const exact = trie.namesAt(all, index);
    const other = inflected.nameAt(all, text, index);
    return other === undefined || other.length <= (exact[0]?.length ?? 0)
      ? exact
      : [other, ...exact];
  }

  function findIn(text: string, place: 'heading' | 'text'): Found[] {
    const found: Found[] = [];
    const all = words(text);
    for (let index = 0; index < all.length; index += 1) {
      if (!mayBegin(all[index]!.key)) continue;
      for (const { names, length } of candidatesAt(all, text, index)) {
        const start = all[index]!.start;
        const end = all[index + length - 1]!.end;
        if (!isWhole(text, start, end)) continue;
        const fitting = names.flatMap((name) => {
          const fit = isCased(name, text, start, end, place);
          return fit === 'no' ? [] : [{ name, sure: fit === 'yes' }];
        });
        if (fitting.length === 0) continue;
        const words = text.slice(start, end);
        const name = owner(
          fitting.map((fit) => fit.name),
          words,
        );
        const sure = fitting.some((fit) => fit.name === name && fit.sure);
        if (name !== undefined) found.push({ name, words, start, end, sure });
        index += length - 1;
        break;
      }
    }
    return found;
  }

  return {
    find(section) {
      const heading = findIn(section.heading, 'heading').map((found) =>
        mention(section, found, 'heading', false),
      );
      const inText = findIn(section.text, 'text');
      if (inText.length === 0) return heading;
      const marks = marksOf(section);
      const text = inText
        .filter((found) => !marks.isCode(found.start, found.end))
        .map((found) => mention(section, found, 'text', marks.isLinkable(found.start, found.end)));
      return [...heading, ...text];
    },
    resolve(name) {
      const key = words(name);
      const found = key.length === 0 ? undefined : owner(trie.namesOf(key), name);
      return found?.concept.slug ?? slugs.get(name.trim());
    },
  };
}

interface Found {
  name: Name;
  words: string;
  start: number;
  end: number;
  /** False where the letter case leaves it open whether the concept is meant. */
  sure: boolean;
}

function mention(
  section: Section,
  found: Found,
  place: 'heading' | 'text',
  linkable: boolean,
): Mention {
  return {
    concept: found.name.concept.slug,
    section: section.id,
    place,
    words: found.words,
    start: found.start,
    end: found.end,
    linkable: linkable && found.sure && found.name.concept.link !== 'never',
  };
}

const KATAKANA = /[\p{Script=Katakana}ー]/u;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * Scripts whose characters are words of their own here can still be cut in the
 * middle of a word: of a run of katakana at either end, of Hangul at its
 * beginning. What follows a Hangul noun may be a particle.
 */
function isWhole(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  const before = text.charAt(start - 1);
  if (KATAKANA.test(first) && KATAKANA.test(before)) return false;
  if (HANGUL.test(first) && HANGUL.test(before)) return false;
  return !(KATAKANA.test(text.charAt(end - 1)) && KATAKANA.test(text.charAt(end)));
}
