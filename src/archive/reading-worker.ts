// A thread that reads files. It answers with JSON: that crosses between threads
// faster than a tree does, and is what the cache keeps.

import { parentPort, workerData } from 'node:worker_threads';
import { readIssue, type ReadContext, type Source } from './read-issue.js';

const context = workerData as ReadContext;

parentPort!.on('message', (source: Source) => {
  parentPort!.postMessage(JSON.stringify(readIssue(source, context)));
});
parentPort!.postMessage('ready');
