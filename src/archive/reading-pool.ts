// Threads that read files. Parsing is slow, and hostile text can make it take
// for ever: only a thread that can be ended stops it, and so the thread that
// serves never parses.

import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Problem } from '../model.js';
import { startThread } from '../thread.js';
import { packReading, type PackedReading } from './packed-reading.js';
import type { ConceptReading } from './read-concept.js';
import type { ReadContext, Source } from './read-issue.js';
import type { ReadingAnswer, ReadingTask } from './reading-worker.js';

/**
 * A file that is too much for the reader is a problem in what it answers. Each
 * rejects only when a thread cannot run at all.
 */
export interface ReadingPool {
  read(source: Source): Promise<PackedReading>;
  readConcept(source: Source): Promise<ConceptReading>;
  /** Keeps one thread ready from now on, for whoever is about to save a file. */
  stayReady(): void;
  close(): Promise<void>;
}

export interface PoolLimits {
  /** A file that takes more processor time than this is given up. In ms. */
  cpuMs: number;
  /** A file that takes more memory than this is given up. In MB. */
  memoryMb: number;
}

const LIMITS: PoolLimits = { cpuMs: 5_000, memoryMb: 512 };

/** A parser makes much that is soon thrown away; with more room for it, less is looked through. */
const YOUNG_MB = 128;

interface Job {
  task: ReadingTask;
  done: (answer: ReadingAnswer) => void;
  fail: (error: Error) => void;
}

/** Threads that have had nothing to read for so long are ended: each holds 50 MB and more. */
const IDLE_MS = 5_000;

/** As many threads as cores, started when they are needed. */
export function createReadingPool(
  context: ReadContext,
  limits: PoolLimits = LIMITS,
  size = availableParallelism(),
): ReadingPool {
  const waiting: Job[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  /** What a thread has read, and loaded to read it, leaves much behind in it. */
  const used = new WeakSet<Worker>();
  let timer: NodeJS.Timeout | undefined;
  /** Whether one is there though it has nothing to read. */
  let staysReady = false;

  function next(): void {
    clearTimeout(timer);
    if (waiting.length === 0) timer = setTimeout(endIdle, IDLE_MS).unref();
    const worker = idle.pop();
    if (worker !== undefined && waiting.length > 0) run(worker, waiting.shift()!);
    else if (worker !== undefined) idle.push(worker);
    else if (waiting.length > 0 && all.size < size) start();
  }

  /** A thread's start, which is long, is not held against its first file. */
  function start(): void {
    const worker = startWorker(context, limits);
    all.add(worker);
    const failed = (error: Error) => {
      all.delete(worker);
      waiting.shift()?.fail(error);
      next();
    };
    worker.once('error', failed).once('message', () => {
      worker.off('error', failed);
      idle.push(worker);
      next();
    });
  }

  function run(worker: Worker, { task, done, fail }: Job): void {
    const over = (alive: boolean) => {
      timer.stop();
      worker.off('message', onMessage).off('error', onError);
      if (alive) idle.push(worker);
      else {
        all.delete(worker);
        void worker.terminate();
      }
    };
    const answer = (given: ReadingAnswer, alive: boolean) => {
      over(alive);
      done(given);
      next();
    };
    const timer = startTimer(limits.cpuMs, all.size, () =>
      answer(tooMuch(task, `more than ${limits.cpuMs / 1000} s`), false),
    );
    const onMessage = (given: ReadingAnswer) => answer(given, true);
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        answer(tooMuch(task, `more than ${limits.memoryMb} MB`), false);
        return;
      }
      over(false);
      fail(error);
      next();
    };
    worker.once('message', onMessage).once('error', onError);
    used.add(worker);
    worker.postMessage(task);
  }

  function endIdle(): void {
    const fresh = staysReady ? idle.find((worker) => !used.has(worker)) : undefined;
    for (const worker of idle.splice(0)) {
      if (worker === fresh) continue;
      all.delete(worker);
      void worker.terminate();
    }
    if (fresh !== undefined) idle.push(fresh);
    else if (staysReady && all.size === 0) start();
  }

  function ask(task: ReadingTask): Promise<ReadingAnswer> {
    return new Promise((done, fail) => {
      waiting.push({ task, done, fail });
      next();
    });
  }

  return {
    async read({ file, bytes }) {
      return (await ask({ file, bytes, holds: 'issue' })) as PackedReading;
    },
    async readConcept({ file, bytes }) {
      return (await ask({ file, bytes, holds: 'concept' })) as ConceptReading;
    },
    stayReady() {
      staysReady = true;
      if (all.size === 0) start();
    },
    async close() {
      clearTimeout(timer);
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function startWorker(context: ReadContext, { memoryMb }: PoolLimits): Worker {
  return startThread(new URL('./reading-worker.js', import.meta.url), {
    workerData: context,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

/**
 * Calls `late` once the thread may have used its processor time. A thread's own
 * time cannot be asked for on Node 20; the whole process's, shared by the
 * threads at work, tells a busy file from a busy machine.
 */
function startTimer(cpuMs: number, threads: number, late: () => void): { stop: () => void } {
  const before = process.cpuUsage();
  let timer: NodeJS.Timeout;
  const look = () => {
    const { user, system } = process.cpuUsage(before);
    const left = cpuMs - (user + system) / 1000 / threads;
    if (left <= 0) late();
    else timer = setTimeout(look, Math.max(left, 100));
  };
  timer = setTimeout(look, cpuMs);
  return { stop: () => clearTimeout(timer) };
}

function tooMuch({ file, holds }: ReadingTask, amount: string): ReadingAnswer {
  const problem: Problem = {
    file,
    line: null,
    kind: 'too-complex',
    what: `The file takes ${amount} to read and was given up.`,
    how: 'Look for a very long line, table or list in it, and break it up.',
  };
  if (holds === 'concept') return { concept: null, problems: [problem] };
  const clues = { date: null, dayMonthOrder: null, blocks: [] };
  return packReading({ file, issue: null, clues, problems: [problem] });
}
