// What something costs, in processor time and in memory: on a busy machine the
// clock tells of the neighbours.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Of all threads of this process, in ms. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** All that is still needed, in bytes. */
export function memoryHeld(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
