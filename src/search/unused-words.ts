// Which words of a question are not searched.

import { fold } from '../text/fold.js';
import { isStopWord } from '../text/stop-words.js';
import { eachLeaf, MAX_LEAVES, type Planner } from './leaf.js';
import type { Clause } from './query/clause.js';

/**
 * Chooses the words that are not used: those too common to mean anything,
 * unless the question has no others, and the commonest of more than there are
 * bits for.
 */
export function skipWords(clause: Clause, language: string | null, planner: Planner): void {
  const { echo, vocabulary, skipped } = planner;
  const words = new Map<string, string>();
  let others = 0;
  eachLeaf(clause, (leaf, excluded) => {
    if (leaf.kind === 'word' && !excluded) words.set(fold(leaf.word), leaf.word);
    else others += 1;
  });
  const meaning = [...words].filter(([form]) => !isStopWord(form, language));
  if (meaning.length > 0 || others > 0) {
    for (const [form, written] of words) {
      if (!isStopWord(form, language)) continue;
      skipped.add(form);
      echo.ignored.push(written);
    }
  }
  const used = [...words].filter(([form]) => !skipped.has(form));
  const room = Math.max(1, MAX_LEAVES - others);
  if (used.length <= room) return;
  const count = (form: string): number => {
    const sections = vocabulary.sectionsWith(form);
    // A word that the archive lacks is no help, however rare.
    return sections === 0 ? Infinity : sections;
  };
  const commonestFirst = used.map(([form, written]) => ({ form, written, sections: count(form) }));
  commonestFirst.sort((a, b) => (a.sections === b.sections ? 0 : b.sections - a.sections));
  for (const { form, written } of commonestFirst.slice(0, used.length - room)) {
    skipped.add(form);
    echo.ignored.push(written);
  }
  echo.notes.push({ kind: 'too many words', words: room });
}
