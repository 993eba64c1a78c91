// Which of several words goes with the others of a question: one that stands in
// sections with them, more than one that is merely common.

import { fold } from '../text/fold.js';
import { sameWord } from './expand.js';
import type { Engine } from './find.js';
import { eachLeaf, type Planner } from './leaf.js';
import type { Clause } from './query/clause.js';

const WORK_PER_POSTING = 1;

/**
 * Gives how much of a question's words stand in the sections that have a form: a
 * section counts as much as the words that it has are rare in the archive.
 */
export function companyIn(
  clause: Clause,
  { languages, skipped }: Pick<Planner, 'languages' | 'skipped'>,
  engine: Engine,
): (form: string) => number {
  const { vocabulary, shelf, scores } = engine;
  let weights: Float32Array | undefined;

  /** By section, what its words of the question weigh. Hardly any question needs it. */
  function weigh(): Float32Array {
    const weights = new Float32Array(shelf.sections.length);
    for (const word of wordsOf(clause)) {
      if (skipped.has(fold(word))) continue;
      const numbers = [...sameWord(word, vocabulary, languages).keys()];
      const sections = numbers.reduce((sum, number) => sum + vocabulary.sectionsOf(number), 0);
      const weight = Math.log(1 + (shelf.count + 1) / (sections + 1));
      eachSection(numbers, (section) => (weights[section]! += weight));
    }
    return weights;
  }

  function eachSection(numbers: readonly number[], visit: (section: number) => void): void {
    for (const number of numbers) {
      scores.workLeft -= vocabulary.sectionsOf(number) * WORK_PER_POSTING;
      if (scores.workLeft < 0) return;
      engine.postings.each(number, (postings, from, to) => {
        for (let at = from; at < to; at += 2)
          if (shelf.present[postings[at]!] === 1) visit(postings[at]!);
      });
    }
  }

  return (form) => {
    const known = (weights ??= weigh());
    let company = 0;
    eachSection(vocabulary.numbersOf(form), (section) => (company += known[section]!));
    return company;
  };
}

function wordsOf(clause: Clause): Set<string> {
  const words = new Set<string>();
  eachLeaf(clause, (leaf, excluded) => {
    if (leaf.kind === 'word' && !excluded) words.add(leaf.word);
  });
  return words;
}
