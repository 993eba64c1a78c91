// What every command begins with: the archive's folder, its settings, and what
// is kept of it from one start to the next.

import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleName } from '../archive/clean/rules.js';
import type { Build, BuildOptions, BuildReport } from '../build.js';
import type { Patience } from '../build/patience.js';
import type { Discovery } from '../concepts/discovery/discovery.js';
import { readSettings, SettingError, type Settings } from '../config.js';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { showProgress } from '../terminal/progress.js';

export type Flags = Readonly<Record<string, unknown>>;

/** Something that the user can mend, told in one line. */
export class UsageError extends Error {}

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The folder asked for; else ./content; else the sample archive of this package, and says so. */
export function archiveFolder(given: string | undefined): string {
  if (given !== undefined) return resolve(given);
  if (existsSync('content')) return resolve('content');
  process.stderr.write(
    'No ./content here: taking the sample archive. Yours: backmatter serve <dir>\n',
  );
  return resolve(packageRoot, 'content');
}

/** An archive as it stands, for one command. What is kept for the next start is written while the command goes on. */
export async function buildOnce(
  dir: string,
  flags: Flags,
): Promise<{
  kb: KnowledgeBase;
  report: BuildReport;
  settings: Settings;
  discoveries: readonly Discovery[];
}> {
  const kb = await emptyKnowledgeBase();
  const settings = await readSettings(dir, flags, process.env);
  const started = await startBuild(dir, kb, settings, { isWhole: true });
  void started.keep().finally(() => started.close());
  return { kb, report: started.report, settings, discoveries: started.build.discoveries() };
}

/** An archive that has been read, and can be read again when it changes. */
export interface StartedBuild {
  report: BuildReport;
  build: Build;
  /** To be called where the archive is watched: the next save is read at once. */
  stayReady: () => void;
  /** Keeps what is known for the next start; a failure is told, and nothing else comes of it. */
  keep: () => Promise<void>;
  close: () => Promise<void>;
}

interface Start {
  /**
   * Whether concepts that a former start found in the archive are looked for again
   * first, where it has changed since. A server answers before that is done.
   */
  isWhole?: boolean;
  patience?: Patience | undefined;
  onProgress?: BuildOptions['onProgress'];
}

export async function startBuild(
  dir: string,
  kb: BuildOptions['kb'],
  settings: Settings,
  { isWhole = false, patience, onProgress }: Start,
): Promise<StartedBuild> {
  const [{ createBuild }, { discoverInThread }, { realFolder }] = await Promise.all([
    import('../build.js'),
    import('../build/discover.js'),
    import('../archive/folder.js'),
  ]);
  const rulesOff = await rulesToKeepOff(settings);
  // What is kept lies in the folder, and would make it where there is none.
  await realFolder(dir);
  const { keeping, mayWrite, complaints, close } = await openState(dir, settings, rulesOff);
  const progress = showProgress(basename(dir), process.stderr);
  const build = createBuild({
    ...keeping,
    dir,
    kb,
    rulesOff,
    discover: settings.discover,
    discoverer: discoverInThread,
    ...(patience && { patience }),
    onProgress(step) {
      progress.step(step);
      onProgress?.(step);
    },
  });
  const keep = async () => {
    if (!build.needsSaving() || !(await mayWrite())) return;
    const before = complaints.made();
    await build.save().catch((error: unknown) => complaints.make(whyNotKept(error)));
    if (complaints.made() === before) complaints.forget();
  };
  try {
    const report = await build.run();
    if (isWhole) await build.rediscover();
    const stayReady = () => keeping.reader.stayReady();
    return { report, build, stayReady, keep, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    progress.end();
  }
}

// What a command needs is loaded when it runs: help and wrong usage are answered at once.

export async function emptyKnowledgeBase(): Promise<KnowledgeBase & BuildOptions['kb']> {
  const { createMemoryKnowledgeBase } = await import('../knowledge-base/memory.js');
  return createMemoryKnowledgeBase();
}

async function rulesToKeepOff({ keep }: Settings): Promise<RuleName[]> {
  if (keep.length === 0) return [];
  const { RULE_NAMES } = await import('../archive/clean/rules.js');
  const unknown = keep.find((name) => !RULE_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    throw new SettingError(`There is no cleaning rule "${unknown}". Use ${RULE_NAMES.join(', ')}.`);
  }
  return RULE_NAMES.filter((name) => keep.includes(name));
}

/** What is kept from one start to the next, and whether this program may write it. */
async function openState(
  dir: string,
  { cache, discover }: Settings,
  rulesOff: readonly RuleName[],
): Promise<{
  keeping: Pick<BuildOptions, 'reader' | 'anchors' | 'snapshot'>;
  mayWrite: () => Promise<boolean>;
  complaints: Complaints;
  close: () => Promise<void>;
}> {
  const [{ createReader }, { openAnchorMemory }, { openSnapshot }, { openLock }, { hashOfCode }] =
    await Promise.all([
      import('../archive/reader.js'),
      import('../archive/anchor-memory.js'),
      import('../state/snapshot.js'),
      import('../state/lock.js'),
      import('../state/code.js'),
    ]);
  const folder = cache === 'none' ? null : resolve(dir, cache ?? '.backmatter');
  const complaints = complainOnce(tell);
  if (folder === null) {
    const reader = createReader({ rulesOff });
    const anchors = openAnchorMemory(null, tell);
    return {
      keeping: { reader, anchors },
      mayWrite: async () => false,
      complaints,
      close: () => reader.close(),
    };
  }
  const lock = openLock(folder);
  await lock.take();
  const reader = createReader({
    rulesOff,
    cacheDir: join(folder, 'readings'),
    mayWrite: lock.isHeld,
    onCacheFailure: complaints.make,
  });
  const key = JSON.stringify([hashOfCode(), dir, rulesOff, discover]);
  let told = false;
  return {
    keeping: {
      reader,
      anchors: openAnchorMemory(join(folder, 'anchors.json'), complaints.make),
      snapshot: openSnapshot(folder, key, lock.isHeld),
    },
    async mayWrite() {
      if (await lock.take()) return true;
      const holder = await lock.holder();
      if (holder !== null && !told)
        tell(`Process ${holder} keeps ${folder}; this one reads there, and writes nothing.`);
      told ||= holder !== null;
      // Where nobody keeps it and it cannot be had either, writing tells why.
      return holder === null;
    },
    complaints,
    async close() {
      await reader.close();
      await lock.release();
    },
  };
}

interface Complaints {
  make: (line: string) => void;
  /** How many were made, told or not. */
  made: () => number;
  /** All is well again: the next one is told. */
  forget: () => void;
}

/** A disk that is full fails at everything; one line tells it. */
function complainOnce(tell: (line: string) => void): Complaints {
  let made = 0;
  let told = false;
  return {
    make(line) {
      made += 1;
      if (!told) tell(line);
      told = true;
    },
    made: () => made,
    forget() {
      told = false;
    },
  };
}

function whyNotKept(error: unknown): string {
  const { syscall, path, code, stack } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return String(stack);
  const folder = path === undefined ? 'the cache' : dirname(path);
  return (
    `Nothing is kept for the next start: ${folder} cannot be written (${code}). ` +
    'Give yourself the right to, make room, or choose another with --cache.'
  );
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
