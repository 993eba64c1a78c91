// The owner's concepts: the files of the glossary's folder, read as one glossary.

import type { ConceptReading } from '../archive/read-concept.js';
import { readGlossary } from '../concepts/glossary/glossary.js';
import {
  readVocabularyFile,
  unreadable,
  type VocabularyFile,
  type VocabularyReading,
} from '../concepts/vocabulary/vocabulary-file.js';
import type { Concept, Problem } from '../model.js';
import { startThread } from '../thread.js';

export interface Curated {
  concepts: readonly Concept[];
  problems: readonly Problem[];
}

/** Can be cloned. */
export interface GlossaryFiles {
  files: readonly ConceptReading[];
  vocabularies: readonly VocabularyFile[];
  /** Of the labels to take from vocabularies; two letters. */
  language: string;
}

/** A thesaurus of thousands of concepts takes seconds, and a thread of its own then. Never throws. */
export async function readCurated(glossary: GlossaryFiles): Promise<Curated> {
  const { files, vocabularies } = glossary;
  if (vocabularies.length === 0) return readTogether(files, []);
  try {
    return await readInThread(glossary);
  } catch (error) {
    return readTogether(
      files,
      vocabularies.map(({ file }) => unreadable(file, error as Error)),
    );
  }
}

/** In this thread. */
export async function readCuratedHere(glossary: GlossaryFiles): Promise<Curated> {
  const { files, vocabularies, language } = glossary;
  return readTogether(
    files,
    await Promise.all(vocabularies.map((one) => readVocabularyFile(one, language))),
  );
}

function readTogether(
  files: readonly ConceptReading[],
  vocabularies: readonly VocabularyReading[],
): Curated {
  const readings = [
    ...files.map(({ concept, problems }) => ({
      concepts: concept === null ? [] : [concept],
      problems,
    })),
    ...vocabularies,
  ];
  const { glossary, problems } = readGlossary(readings.flatMap(({ concepts }) => concepts));
  return {
    concepts: glossary.concepts,
    problems: [...readings.flatMap((reading) => reading.problems), ...problems],
  };
}

async function readInThread(glossary: GlossaryFiles): Promise<Curated> {
  const thread = startThread(new URL('./curated-worker.js', import.meta.url), {
    workerData: glossary,
  });
  try {
    return await new Promise<Curated>((done, fail) => {
      thread.once('message', done).once('error', fail);
      thread.once('exit', () => fail(new Error('the thread that reads it has ended')));
    });
  } finally {
    await thread.terminate();
  }
}
