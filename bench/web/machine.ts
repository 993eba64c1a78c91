// What the machine gives just now, so that times can be judged.

import { createHash } from 'node:crypto';
import { round } from './measure.js';

/** Some hundred ms of one processor. */
const ROUNDS = 40;
const BLOCK = Buffer.alloc(4_000_000);

/** A sentence: how quick its processor is, and how much of it others leave. */
export function tellMachine(): string {
  const [began, used] = [performance.now(), process.cpuUsage()];
  for (let i = 0; i < ROUNDS; i += 1) createHash('sha256').update(BLOCK).digest();
  const { user, system } = process.cpuUsage(used);
  const cpuMs = (user + system) / 1000;
  const got = Math.min(100, Math.round((100 * cpuMs) / (performance.now() - began)));
  const mb = Math.round((ROUNDS * BLOCK.length) / 1_000_000);
  return `SHA-256 of ${mb} MB takes ${round(cpuMs)} ms of this processor, of which others left ${got} %.`;
}
