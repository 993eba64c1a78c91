// Finds where the issues speak of the concepts of a glossary, in slices.

import { createDefinitions, readDefinition, type Definitions } from '../concepts/definitions.js';
import { learnedFinder, type LearnedLinks } from '../concepts/links/linked-passages.js';
import type { MentionFinder } from '../concepts/mentions/mentions.js';
import { packMentions, type PackedMentions } from '../concepts/mentions/packed-mentions.js';
import type { Concept, Issue, Mention } from '../model.js';
import type { SectionId } from '../slug.js';
import { inTurns } from '../turns.js';

/** A glossary, ready to link issues by. */
export interface Linker extends Definitions {
  learned: LearnedLinks;
  /** Made when asked for: what was saved with its mentions may never need it. */
  finder: () => Promise<MentionFinder>;
}

/** @param turn awaited after every concept */
export async function createLinker(
  concepts: readonly Concept[],
  learned: LearnedLinks,
  turn: () => Promise<void>,
): Promise<Linker> {
  const finder = await inTurns(learnedFinder(concepts, learned), 'writers');
  const read: Definitions['read'][number][] = [];
  for (const concept of concepts) {
    await turn();
    read.push(readDefinition(concept, finder));
  }
  return { ...createDefinitions(concepts, read), learned, finder: async () => finder };
}

/** The linker that was made of these, but for its finder. */
export function restoreLinker(
  concepts: readonly Concept[],
  read: Definitions['read'],
  learned: LearnedLinks,
): Linker {
  let finder: Promise<MentionFinder> | undefined;
  return {
    ...createDefinitions(concepts, read),
    learned,
    finder: () => (finder ??= inTurns(learnedFinder(concepts, learned), 'writers')),
  };
}

/** @param turn awaited after every section */
export async function findMentions(
  { sections, concepts: named }: Issue,
  { finder: finderOf, ranks }: Linker,
  turn: () => Promise<void>,
): Promise<PackedMentions> {
  const finder = await finderOf();
  const mentions: Mention[][] = [];
  for (const section of sections) {
    await turn();
    mentions.push(finder.find(section));
  }
  // What the front matter names is said of the whole issue, and is kept with
  // its first section.
  mentions[0]!.unshift(...namedConcepts(named, sections[0]!.id, finder));
  return packMentions(mentions, ranks);
}

function namedConcepts(names: string[], section: SectionId, finder: MentionFinder): Mention[] {
  return names.flatMap((words) => {
    const concept = finder.resolve(words);
    return concept === undefined
      ? []
      : [{ concept, section, place: 'front matter', words, start: 0, end: 0, linkable: false }];
  });
}
