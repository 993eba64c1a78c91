// Looks for an archive's concepts. It reads every text again and takes seconds,
// so that a server has a thread do it.

import type { PackedReading } from '../archive/packed-reading.js';
import type { SettledIssue } from '../archive/settle.js';
import type { Acronym } from '../concepts/acronyms/acronym-names.js';
import type { Discovery } from '../concepts/discovery/discovery.js';
import type { LearnedLinks } from '../concepts/links/linked-passages.js';
import type { Concept } from '../model.js';
import { startThread } from '../thread.js';

/** What was found. Can be cloned and stored. */
export interface Found {
  /** Likeliest first. */
  discoveries: Discovery[];
  acronyms: Acronym[];
  /** What the archive's own links to concepts teach. */
  links: LearnedLinks;
}

/** What must not be found. */
export interface Known {
  concepts: readonly Concept[];
  rejected: readonly string[];
}

export interface PackedIssue {
  packed: PackedReading;
  settled: SettledIssue;
}

export type Discoverer = (issues: AsyncIterable<PackedIssue>, known: Known) => Promise<Found>;

/** In this thread. What it needs is large, and loaded only then. */
export const discoverHere: Discoverer = async (issues, known) => {
  const { discoverIn } = await import('./discovery.js');
  const all: PackedIssue[] = [];
  for await (const issue of issues) all.push(issue);
  return discoverIn(all, known);
};

/** One by one they take longer on the way; all at once would hold this thread while they are copied. */
const ISSUES_A_MESSAGE = 16;
/** Of the thread. An archive is cut down to `MOST_TEXT`, which needs about a fifth of it. */
const MEMORY_MB = 2_048;

/** In a thread of its own, which ends with the work. */
export const discoverInThread: Discoverer = async (issues, known) => {
  const thread = startThread(new URL('./discovery-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const found = new Promise<Found>((answer, fail) => {
    thread.once('message', answer);
    thread.once('error', fail);
    thread.once('exit', () => fail(new Error('The thread that looks for concepts has ended.')));
  });
  // Nobody may be waiting at the moment when it fails.
  found.catch(() => undefined);
  const send = (task: DiscoveryTask) => thread.postMessage(task);
  try {
    let batch: PackedIssue[] = [];
    for await (const issue of issues) {
      batch.push(issue);
      if (batch.length < ISSUES_A_MESSAGE) continue;
      send({ issues: batch });
      batch = [];
    }
    send({ issues: batch, known });
    return await found;
  } finally {
    await thread.terminate();
  }
};

/** Issues to take in; with the last of them, what is known. */
export interface DiscoveryTask {
  issues: PackedIssue[];
  known?: Known;
}
