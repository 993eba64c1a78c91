// A big thesaurus, in and out, and its labels linked over a big archive.

import { createMentionFinder } from '../../src/concepts/mentions.js';
import { readJsonLd } from '../../src/concepts/read-json-ld.js';
import { readTurtle } from '../../src/concepts/turtle.js';
import { conceptsOf, vocabularyOf, type Vocabulary } from '../../src/concepts/vocabulary.js';
import { writeJsonLd, writeTurtle } from '../../src/concepts/write-vocabulary.js';
import type { Issue } from '../../src/model.js';

export function roundTrips(turtle: string): Record<string, Record<string, number>> {
  const started = performance.now();
  const vocabulary = vocabularyOf(readTurtle(turtle));
  const importMs = Math.round(performance.now() - started);
  return {
    imported: { ...counts(vocabulary), ms: importMs },
    'out as Turtle and in': counts(vocabularyOf(readTurtle(writeTurtle(vocabulary)))),
    'out as JSON-LD and in': counts(vocabularyOf(readJsonLd(writeJsonLd(vocabulary)))),
  };
}

export function labelSpeed(turtle: string, issues: readonly Issue[]): Record<string, number> {
  const vocabulary = vocabularyOf(readTurtle(turtle));
  const concepts = conceptsOf(vocabulary, 'en');
  const started = performance.now();
  const finder = createMentionFinder(concepts);
  const made = performance.now();
  let mentions = 0;
  for (const { sections } of issues)
    for (const section of sections) mentions += finder.find(section).length;
  return {
    labels: concepts.reduce(
      (sum, { aliases, hidden }) => sum + 1 + aliases.length + hidden.length,
      0,
    ),
    words: issues
      .flatMap(({ sections }) => sections)
      .reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0),
    mentions,
    'making the finder, ms': Math.round(made - started),
    'finding, ms': Math.round(performance.now() - made),
  };
}

function counts({ concepts }: Vocabulary): Record<string, number> {
  const sum = (count: (concept: Vocabulary['concepts'][number]) => number) =>
    concepts.reduce((total, concept) => total + count(concept), 0);
  return {
    concepts: concepts.length,
    prefLabels: sum(({ labels }) => labels.length),
    altLabels: sum(({ aliases }) => aliases.length),
    broader: sum(({ broader }) => broader.length),
    narrower: sum(({ narrower }) => narrower.length),
    related: sum(({ related }) => related.length),
  };
}
