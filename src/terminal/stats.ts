import type { Figures } from '../pages/figures.js';

/** One line: what is held, the memory by part, and how late the server came to what was due. */
export function printStats({ archive, memory, lateMs, cpuSeconds, descriptors }: Figures): string {
  const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  return (
    `${archive.sections} sections of ${archive.issues} issues · ` +
    `${mb(memory.resident)} resident (heap ${mb(memory.heap)}, buffers ${mb(memory.buffers)}, ` +
    `rest ${mb(memory.rest)}) · late by ${lateMs.max.toFixed(0)} ms at most, ` +
    `99 of 100 times by ${lateMs.p99.toFixed(0)} · ${cpuSeconds.toFixed(1)} s of processor time` +
    `${descriptors === null ? '' : ` · ${descriptors} open files`}\n`
  );
}
