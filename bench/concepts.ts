// How well concepts are linked, related and found, printed as tables beside
// their baselines:
// npm run bench:concepts -- <folder of evaluation sets> [archive’s folder] [part…]
// The parts speed and reasons need an archive; passages takes one as well.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAcronyms } from '../src/concepts/acronyms/acronyms.js';
import { acronyms, readAbstracts, schwartzHearst } from './concepts/acronyms.js';
import { commonest, discovered, findable, recallOfTitles } from './concepts/discovery.js';
import { readLinkedArchive } from './concepts/linked-archive.js';
import { readArchive, readTags } from './concepts/read-archive.js';
import { recountReasons } from './concepts/reasons.js';
import { labelSpeed, roundTrips } from './concepts/vocabulary.js';
import {
  backmatterPassages,
  bm25Passages,
  dictionaryCounting,
  hiddenHeadings,
  hiddenLinks,
  hiddenTitles,
  rPrecision,
  taggedIssues,
  type PassageTest,
} from './concepts/passages.js';
import { linking, titleBaseline } from './concepts/linking.js';
import {
  bm25,
  fused,
  naming,
  ours,
  rPrecisionAt5,
  tfIdf,
  type Ranking,
} from './concepts/relatedness.js';

const [folder, ...rest] = process.argv.slice(2);
const archiveFolder = rest.find((argument) => existsSync(argument));
const wanted = rest.filter((argument) => argument !== archiveFolder);
if (folder === undefined || !existsSync(folder)) {
  console.error('Give the folder of the evaluation sets: npm run bench:concepts -- <folder>');
  process.exit(2);
}

const LINKED = ['cncf-glossary', 's3-guide'];

const parts: Record<string, () => void | Promise<void>> = {
  linking() {
    for (const name of LINKED) {
      const archive = readLinkedArchive(join(folder, 'linking', name), name);
      console.log(`\nLinking, ${name}: ${archive.pages.length} pages, one left out at a time`);
      console.table({
        'page titles': rounded(titleBaseline(archive)),
        backmatter: rounded(linking(archive)),
      });
    }
  },
  async relatedness() {
    for (const name of LINKED) {
      const archive = readLinkedArchive(join(folder, 'linking', name), name);
      const score = async (rank: Ranking) => ({
        'R-precision@5': (await rPrecisionAt5(archive, rank)).toFixed(3),
      });
      console.log(`\nRelatedness, ${name}: people's links hidden`);
      console.table({
        'TF-IDF': await score(tfIdf(archive)),
        BM25: await score(bm25(archive)),
        'who names whom': await score(naming(archive)),
        'TF-IDF and names, reciprocal ranks': await score(fused(tfIdf(archive), naming(archive))),
        backmatter: await score(ours(archive)),
      });
    }
  },
  discovery() {
    for (const name of LINKED) {
      const archive = readLinkedArchive(join(folder, 'linking', name), name);
      const [once, twice] = [findable(archive, 1), findable(archive, 2)];
      const score = (names: string[]) => ({
        'of all titles': recallOfTitles(archive.pages, names).toFixed(3),
        [`of the ${once.length} in the texts`]: recallOfTitles(once, names).toFixed(3),
        [`of the ${twice.length} there twice`]: recallOfTitles(twice, names).toFixed(3),
      });
      console.log(`\nDiscovery, ${name}: ${archive.pages.length} titles hidden, recall at 200`);
      console.table({
        'commonest phrases': score(commonest(archive, 200)),
        'backmatter, links hidden too': score(discovered(archive, 200, false)),
        backmatter: score(discovered(archive, 200, true)),
      });
    }
  },
  acronyms() {
    const abstracts = readAbstracts(join(folder, 'acronyms', 'MED1250_labeled'));
    console.log(`\nAcronyms: ${abstracts.length} abstracts`);
    console.table({
      'Schwartz & Hearst': rounded(acronyms(abstracts, schwartzHearst)),
      backmatter: rounded(acronyms(abstracts, findAcronyms)),
    });
  },
  vocabulary() {
    const turtle = readFileSync(join(folder, 'stw-skos.ttl'), 'utf8');
    console.log('\nA thesaurus in and out');
    console.table(roundTrips(turtle));
  },
  async speed() {
    if (archiveFolder === undefined) return;
    const turtle = readFileSync(join(folder, 'stw-skos.ttl'), 'utf8');
    console.log('\nA thesaurus over the archive, one thread');
    console.table({ labels: labelSpeed(turtle, await readArchive(archiveFolder)) });
  },
  async passages() {
    const rankings = Object.entries({
      'dictionary counting': dictionaryCounting,
      BM25: bm25Passages,
      backmatter: backmatterPassages,
    });
    const print = (name: string, test: PassageTest) => {
      console.log(`\nPassages, ${name} hidden, ${test.gold.size} concepts`);
      console.table(
        Object.fromEntries(
          rankings.map(([label, rank]) => [
            label,
            { 'R-precision': rPrecision(test, rank).toFixed(3) },
          ]),
        ),
      );
    };
    for (const name of LINKED) {
      const archive = readLinkedArchive(join(folder, 'linking', name), name);
      print(`${name}: titles`, hiddenTitles(archive));
      print(`${name}: people's links`, hiddenLinks(archive));
    }
    if (archiveFolder === undefined) return;
    const issues = await readArchive(archiveFolder);
    print(`${archiveFolder}: headings`, hiddenHeadings(issues));
    const tags = await readTags(archiveFolder, issues);
    if (tags.size === 0) return;
    const tagged = taggedIssues(issues, tags);
    console.log(`\nPassages, ${archiveFolder}: the issues that bear a tag`);
    console.table(Object.fromEntries(rankings.map(([label, rank]) => [label, tagged(rank)])));
  },
  async reasons() {
    if (archiveFolder === undefined) return;
    console.log('\nReasons of relations in the archive, counted again');
    console.table({ backmatter: await recountReasons(await readArchive(archiveFolder)) });
  },
};

for (const [name, run] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await run();

function rounded(score: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries<number>({ ...score }).map(([key, value]) => [key, value.toFixed(3)]),
  );
}
