// A thread that looks for concepts in an archive, which comes in parts.

import { parentPort } from 'node:worker_threads';
import type { DiscoveryTask, PackedIssue } from './discover.js';
import { discoverIn } from './discovery.js';

const taken: PackedIssue[] = [];

parentPort!.on('message', ({ issues, known }: DiscoveryTask) => {
  taken.push(...issues);
  if (known !== undefined) parentPort!.postMessage(discoverIn(taken, known));
});
