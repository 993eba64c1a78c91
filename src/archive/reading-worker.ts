// A thread that reads files. It answers with bytes, which are handed over and
// not copied.

import { parentPort, workerData } from 'node:worker_threads';
import { withDetector } from '../text/language.js';
import { packReading, type PackedReading } from './packed-reading.js';
import { readConceptFile, type ConceptReading } from './read-concept.js';
import { readIssue, type ReadContext, type Source } from './read-issue.js';

/** A file to read, and what it holds. */
export type ReadingTask = Source & { holds: 'issue' | 'concept' };

export type ReadingAnswer = PackedReading | ConceptReading;

const context = workerData as ReadContext;

parentPort!.on('message', ({ holds, ...source }: ReadingTask) => {
  if (holds === 'concept') {
    parentPort!.postMessage(readConceptFile(source));
  } else {
    void withDetector(() => readIssue(source, context)).then((reading) => {
      const packed = packReading(reading);
      parentPort!.postMessage(packed, [packed.buffer]);
    });
  }
});
parentPort!.postMessage('ready');
