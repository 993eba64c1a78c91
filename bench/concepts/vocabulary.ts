// A big thesaurus, in and out, and its labels linked over a big archive.

import { mentionFinder } from '../../src/concepts/mentions/mentions.js';
import { readJsonLd } from '../../src/concepts/vocabulary/read-json-ld.js';
import { readTurtle } from '../../src/concepts/vocabulary/turtle.js';
import {
  conceptsOf,
  vocabularyOf,
  type Vocabulary,
} from '../../src/concepts/vocabulary/vocabulary.js';
import { writeJsonLd, writeTurtle } from '../../src/concepts/vocabulary/write-vocabulary.js';
import { words } from '../../src/concepts/words.js';
import type { Issue } from '../../src/model.js';
import { atOnce } from '../../src/turns.js';

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
  const making = process.cpuUsage();
  const finder = atOnce(mentionFinder(concepts));
  const makingMs = cpuMs(making);
  const sections = issues.flatMap((issue) => issue.sections);
  const reading = process.cpuUsage();
  let count = 0;
  for (const { text } of sections) count += words(text).length;
  const readingMs = cpuMs(reading);
  const finding = process.cpuUsage();
  let mentions = 0;
  for (const section of sections) mentions += finder.find(section).length;
  return {
    labels: concepts.reduce(
      (sum, { aliases, hidden }) => sum + 1 + aliases.length + hidden.length,
      0,
    ),
    words: count,
    mentions,
    'making the finder, ms': makingMs,
    'words alone, ms': readingMs,
    'words and mentions, ms': cpuMs(finding),
  };
}

/** Of processor time: other programs on the machine do not count. */
function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return Math.round((user + system) / 1000);
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
