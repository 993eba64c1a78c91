// What every command begins with: the archive's folder, its settings, its reader.

import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnchorMemory } from '../archive/anchor-memory.js';
import type { RuleName } from '../archive/clean/rules.js';
import type { Reader } from '../archive/reader.js';
import type { Build, BuildReport } from '../build.js';
import type { Discovery } from '../concepts/discovery.js';
import { readSettings, SettingError, type Settings } from '../config.js';
import type { KnowledgeBase, KnowledgeBaseWriter } from '../knowledge-base/knowledge-base.js';
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

/** An archive read for one command. */
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
  const { report, build: once, reader } = await startBuild(dir, kb, settings);
  await reader.close();
  return { kb, report, settings, discoveries: once.discoveries() };
}

/** Runs once; the reader is the caller's to close. */
export async function startBuild(
  dir: string,
  kb: KnowledgeBaseWriter,
  settings: Settings,
): Promise<{ report: BuildReport; build: Build; reader: Reader }> {
  const { createBuild } = await import('../build.js');
  const rulesOff = await rulesToKeepOff(settings);
  const { reader, anchors } = await openState(dir, settings, rulesOff);
  const progress = showProgress(basename(dir), process.stderr);
  const build = createBuild({
    dir,
    kb,
    reader,
    anchors,
    rulesOff,
    discover: settings.discover,
    onProgress: progress.step,
  });
  try {
    return { report: await build.run(), build, reader };
  } catch (error) {
    await reader.close();
    throw error;
  } finally {
    progress.end();
  }
}

// What a command needs is loaded when it runs: help and wrong usage are answered at once.

export async function emptyKnowledgeBase(): Promise<KnowledgeBase & KnowledgeBaseWriter> {
  const { createMemoryKnowledgeBase } = await import('../knowledge-base/memory.js');
  return createMemoryKnowledgeBase();
}

async function rulesToKeepOff({ keep }: Settings): Promise<RuleName[]> {
  const { RULE_NAMES } = await import('../archive/clean/rules.js');
  const unknown = keep.find((name) => !RULE_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    throw new SettingError(`There is no cleaning rule "${unknown}". Use ${RULE_NAMES.join(', ')}.`);
  }
  return RULE_NAMES.filter((name) => keep.includes(name));
}

/** What is kept from one start to the next. */
async function openState(
  dir: string,
  { cache }: Settings,
  rulesOff: readonly RuleName[],
): Promise<{ reader: Reader; anchors: AnchorMemory }> {
  const [{ createReader }, { openAnchorMemory }] = await Promise.all([
    import('../archive/reader.js'),
    import('../archive/anchor-memory.js'),
  ]);
  const folder = cache === 'none' ? null : resolve(dir, cache ?? '.backmatter');
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const reader = createReader({
    rulesOff,
    cacheDir: folder && join(folder, 'readings'),
    onCacheFailure: tell,
  });
  return { reader, anchors: await openAnchorMemory(folder && join(folder, 'anchors.json'), tell) };
}
