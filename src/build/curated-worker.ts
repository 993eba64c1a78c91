// A thread that reads the glossary's folder, where a vocabulary lies in it.

import { parentPort, workerData } from 'node:worker_threads';
import { readCuratedHere, type GlossaryFiles } from './curated.js';

parentPort!.postMessage(await readCuratedHere(workerData as GlossaryFiles));
