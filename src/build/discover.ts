// Looks for an archive's concepts. It reads every text again and takes seconds,
// so that a server has a thread do it.

import type { PackedReading } from '../archive/packed-reading.js';
import type { SettledIssue } from '../archive/settle.js';
import type { Acronym } from '../concepts/acronyms/acronym-names.js';
import type { Discovery } from '../concepts/discovery/discovery.js';
import type { LearnedLinks } from '../concepts/links/linked-passages.js';
import type { Concept, Issue } from '../model.js';
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
  const { discoverIn, unpack } = await import('./discovery.js');
  const unpacked: Issue[] = [];
  for await (const issue of issues) unpacked.push(unpack(issue));
  return discoverIn(unpacked, known);
};

/** An issue for each message takes longer on the way than in the thread. */
const ISSUES_A_MESSAGE = 16;
/** Of the thread. An archive is cut down to `MOST_TEXT`, which needs about a third of it. */
const MEMORY_MB = 2_048;
/** What is read is kept: with less room for it, it is moved on again and again. */
const YOUNG_MB = 128;

/** In a thread of its own, which ends with the work. */
export const discoverInThread: Discoverer = async (issues, known) => {
  const thread = startThread(new URL('./discovery-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const failed = new Promise<never>((_, fail) => {
    thread.once('error', fail);
    thread.once('exit', () => fail(new Error('The thread that looks for concepts has ended.')));
  });
  // Nobody may be waiting at the moment when it fails.
  failed.catch(() => undefined);
  const ask = (task: DiscoveryTask) => {
    thread.postMessage(task);
    return Promise.race([
      new Promise<Found | null>((answer) => thread.once('message', answer)),
      failed,
    ]);
  };
  try {
    let batch: PackedIssue[] = [];
    for await (const issue of issues) {
      batch.push(issue);
      if (batch.length < ISSUES_A_MESSAGE) continue;
      await ask({ issues: batch });
      batch = [];
    }
    return (await ask({ issues: batch, known }))!;
  } finally {
    await thread.terminate();
  }
};

/** Issues to take in; with the last of them, what is known. */
export interface DiscoveryTask {
  issues: PackedIssue[];
  known?: Known;
}
