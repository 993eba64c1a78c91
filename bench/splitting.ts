// How well issues are split where a person has told where they should be:
//
//   npm run bench:splitting -- --chapters <s3-guide> --joined <choi> --headings <dir> [<dir> …]
//
// docs/reading.md says where the sets are found. All is measured with the one
// setting that the program has.

import { parseArgs } from 'node:util';
import { readChapters, readJoined, type CutText } from './splitting/cut-texts.js';
import { boundaryCounts, f1, pk, type Counts } from './splitting/measures.js';
import { FORMS, headingCounts, type HeadingCounts } from './splitting/rewritten-headings.js';
import { naturalCuts } from '../src/archive/sections/topics.js';
import { loadDetector } from '../src/text/language.js';

await loadDetector();

const { values } = parseArgs({
  options: {
    chapters: { type: 'string', multiple: true, default: [] },
    joined: { type: 'string', multiple: true, default: [] },
    headings: { type: 'string', multiple: true, default: [] },
  },
});
if (values.chapters.length + values.joined.length + values.headings.length === 0) {
  process.stderr.write('Name a set: --chapters <dir>, --joined <dir> or --headings <dir>.\n');
  process.exit(2);
}

const topics = [
  ...values.chapters.map((dir) => topicRow(dir, readChapters(dir))),
  ...values.joined.map((dir) => topicRow(dir, readJoined(dir))),
];
if (topics.length > 0) {
  console.log('Cuts by topic, against those of the authors (Pk: less is better)');
  console.table(topics);
}
const headings = values.headings.flatMap((dir) =>
  FORMS.map((form) => ({ set: nameOf(dir), form: form.name, ...shown(headingCounts(dir, form)) })),
);
if (headings.length > 0) {
  console.log('Sections, against the headings of the authors, as they are and rewritten');
  console.table(headings);
}

function topicRow(dir: string, texts: readonly CutText[]) {
  let counts: Counts = { found: 0, right: 0, wanted: 0 };
  let ours = 0;
  let none = 0;
  let even = 0;
  for (const { blocks, cuts } of texts) {
    const found = naturalCuts(blocks);
    ours += pk(blocks.length, cuts, found);
    none += pk(blocks.length, cuts, []);
    even += pk(blocks.length, cuts, evenCuts(blocks.length, cuts.length));
    counts = boundaryCounts(cuts, found, 1, counts);
  }
  const mean = (sum: number) => Number((sum / texts.length).toFixed(3));
  return {
    set: nameOf(dir),
    texts: texts.length,
    Pk: mean(ours),
    'Pk of no cut': mean(none),
    'Pk of even cuts': mean(even),
    'F1 ±1': Number(f1(counts).toFixed(3)),
    cuts: counts.found,
    wanted: counts.wanted,
  };
}

/** As many cuts as the author made, at equal distances: knows the number, not the text. */
function evenCuts(length: number, cuts: number): number[] {
  return Array.from({ length: cuts }, (_, n) => Math.round(((n + 1) * length) / (cuts + 1)));
}

function shown({ found, right, wanted, own }: HeadingCounts) {
  return {
    precision: Number((right / Math.max(1, found)).toFixed(3)),
    'with own leads': Number((right / Math.max(1, found + own)).toFixed(3)),
    recall: Number((right / Math.max(1, wanted)).toFixed(3)),
    F1: Number(f1({ found, right, wanted }).toFixed(3)),
    found,
    wanted,
    'own leads': own,
  };
}

function nameOf(dir: string): string {
  return dir.replace(/\/+$/, '').split('/').slice(-1)[0]!;
}
