// A thread that looks for concepts. It says null to each part of an archive, and
// what it found to the last.

import { parentPort } from 'node:worker_threads';
import type { Issue } from '../model.js';
import type { DiscoveryTask } from './discover.js';
import { discoverIn, unpack } from './discovery.js';

const taken: Issue[] = [];

parentPort!.on('message', ({ issues, known }: DiscoveryTask) => {
  for (const issue of issues) taken.push(unpack(issue));
  parentPort!.postMessage(known === undefined ? null : discoverIn(taken, known));
});
