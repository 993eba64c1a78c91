// What the server's owner wants to know of it: how much it holds, and whether it keeps up.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readdir } from 'node:fs/promises';
import type { Counts, KnowledgeBase } from '../knowledge-base/knowledge-base.js';

export interface Figures {
  archive: Counts & { problems: number };
  /** In bytes. */
  memory: {
    /** All that the process has of the machine's memory. */
    resident: number;
    /** JavaScript's objects and strings. */
    heap: number;
    /** Numbers and texts kept packed, and files being read. */
    buffers: number;
    /** Outside of either: threads, the program itself, and what was freed but not given back. */
    rest: number;
  };
  /** How late the thread that answers came to what was due, since the figures were last taken. In ms. */
  lateMs: { p50: number; p99: number; max: number };
  cpuSeconds: number;
  /** Open files and connections; null where the system does not tell. */
  descriptors: number | null;
}

/** The timer's own step, which the monitor counts as lateness. In ms. */
const RESOLUTION_MS = 10;

/** Begins to measure. Whoever takes figures takes their own: lateness is since the last taking. */
export function startFigures(kb: KnowledgeBase): () => Promise<Figures> {
  const lateness = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  lateness.enable();
  const late = (ns: number) => Math.max(0, ns / 1e6 - RESOLUTION_MS);
  return async () => {
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const lateMs = {
      p50: late(lateness.percentile(50)),
      p99: late(lateness.percentile(99)),
      max: late(lateness.max),
    };
    lateness.reset();
    return {
      archive: { ...(await kb.counts()), problems: (await kb.problems()).length },
      memory: {
        resident: rss,
        heap: heapUsed,
        buffers: arrayBuffers,
        rest: Math.max(0, rss - heapUsed - arrayBuffers),
      },
      lateMs,
      cpuSeconds: (user + system) / 1e6,
      descriptors: await countDescriptors(),
    };
  };
}

async function countDescriptors(): Promise<number | null> {
  // One of them is the folder being listed.
  return readdir('/proc/self/fd').then(
    (open) => open.length - 1,
    () => null,
  );
}
