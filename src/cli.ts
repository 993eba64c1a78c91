#!/usr/bin/env node
// The commands. The only file that exits the process: 0 done, 1 the archive has
// problems (`check`) or the work failed, 2 wrong usage.

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import { ArchiveError } from './archive/folder.js';
import type { Reader } from './archive/reader.js';
import type { Build, BuildReport } from './build.js';
import { readSettings, SettingError, settingDescriptions, type Settings } from './config.js';
import { showProgress } from './terminal/progress.js';
import type { KnowledgeBase, KnowledgeBaseWriter } from './knowledge-base/knowledge-base.js';
import { writeCheck } from './terminal/check.js';
import { writeSearch } from './terminal/search.js';

const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const { version, description } = JSON.parse(
  readFileSync(`${packageRoot}/package.json`, 'utf8'),
) as { version: string; description: string };

/** Something that the user can mend, told in one line. */
class UsageError extends Error {}

const program = new Command('backmatter')
  .description(`${description}.`)
  .version(version, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand(false)
  .showHelpAfterError('Run "backmatter --help" for the commands.')
  .configureHelp({ showGlobalOptions: false })
  .exitOverride()
  .addHelpText(
    'after',
    `
dir is any folder of Markdown files; with issues/ and concepts/ inside, those are
used. Default: ./content, or the sample archive where there is none.

Exit codes: 0 done; 1 the archive has problems (check) or the work failed; 2 wrong usage.`,
  );

withSettings(
  program
    .command('serve')
    .description('Serve an archive as web pages and JSON')
    .argument('[dir]', 'the archive')
    .action(serve),
  ['host', 'port', 'title', 'baseUrl', 'keep', 'cache', 'watch'],
);

withSettings(
  program
    .command('search')
    .description('Search an archive and print the best passages')
    .argument('<query>', 'what to look for, as on the web page')
    .argument('[dir]', 'the archive')
    .option('--json', 'print what /api/search answers')
    .action(search),
  ['keep', 'cache'],
);

withSettings(
  program
    .command('check')
    .description('Report what a person should mend in an archive')
    .argument('[dir]', 'the archive')
    .option('--json', 'print the report as JSON')
    .action(check),
  ['keep', 'cache'],
);

await main();

async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (!(error instanceof CommanderError)) {
      const known =
        error instanceof UsageError ||
        error instanceof SettingError ||
        error instanceof ArchiveError;
      // What we did not foresee is shown whole: it is ours to mend.
      process.stderr.write(
        `backmatter: ${known ? error.message : String((error as Error).stack)}\n`,
      );
    }
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof SettingError ? 2 : 1;
}

async function serve(given: string | undefined, flags: Record<string, unknown>): Promise<void> {
  const dir = archiveFolder(given);
  const settings = await readSettings(dir, flags, process.env);
  const kb = await emptyKnowledgeBase();
  const [{ createApp }, { pino }] = await Promise.all([import('./web/app.js'), import('pino')]);
  let ready = false;
  const app = createApp({
    kb,
    settings: {
      title: () => title,
      baseUrl: settings.baseUrl,
      ready: () => ready,
      log: pino({ level: 'warn' }, pino.destination(2)),
    },
  });
  let title = settings.title ?? basename(dir);
  // Listening comes first: a port in use is told at once, not after the build.
  const server = await listen(app, settings);
  endOnSignals(server);
  try {
    const { report, build: again, reader } = await build(dir, kb, settings);
    title = settings.title ?? report.publication ?? title;
    ready = true;
    const { issues, sections, concepts } = await kb.counts();
    process.stdout.write(
      `${title}: ${count(issues, 'issue')}, ${count(sections, 'section')}, ${count(concepts, 'concept')}.\n` +
        problemsLine(report) +
        `Read it at ${addressOf(server, settings)} (Ctrl+C ends it).\n`,
    );
    if (settings.watch ?? process.stdout.isTTY) await watch(dir, again);
    else await reader.close();
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

/** Takes in what changes, as long as the server runs; a failure is told, and what stands is served on. */
async function watch(dir: string, build: Build): Promise<void> {
  const { watchArchive } = await import('./archive/watch.js');
  await watchArchive(dir, () => {
    build.run().catch((error: unknown) => {
      const line = error instanceof ArchiveError ? error.message : String((error as Error).stack);
      process.stderr.write(`${line} What was read before is served on.\n`);
    });
  });
}

async function search(
  query: string,
  given: string | undefined,
  flags: Record<string, unknown> & { json?: boolean },
): Promise<void> {
  const dir = archiveFolder(given);
  const kb = await emptyKnowledgeBase();
  const { reader } = await build(dir, kb, await readSettings(dir, flags, process.env));
  await reader.close();
  const { makeSearchAnswer } = await import('./pages/search.js');
  const answer = await makeSearchAnswer(kb, { q: query });
  process.stdout.write(
    flags.json
      ? json(answer)
      : writeSearch(answer, { color: process.stdout.isTTY && process.stdout.hasColors() }),
  );
}

async function check(
  given: string | undefined,
  flags: Record<string, unknown> & { json?: boolean },
): Promise<void> {
  const dir = archiveFolder(given);
  const kb = await emptyKnowledgeBase();
  const { report, reader } = await build(dir, kb, await readSettings(dir, flags, process.env));
  await reader.close();
  const problems = await kb.problems();
  const counts = await kb.counts();
  process.stdout.write(
    flags.json ? json({ ...report, ...counts, problems }) : writeCheck(report, counts, problems),
  );
  if (problems.length > 0) process.exitCode = 1;
}

// What a command needs is loaded when it runs: help and wrong usage are answered at once.

async function emptyKnowledgeBase(): Promise<KnowledgeBase & KnowledgeBaseWriter> {
  const { createMemoryKnowledgeBase } = await import('./knowledge-base/memory.js');
  return createMemoryKnowledgeBase();
}

/** Runs once; the reader is the caller's to close. */
async function build(
  dir: string,
  kb: KnowledgeBaseWriter,
  settings: Settings,
): Promise<{ report: BuildReport; build: Build; reader: Reader }> {
  const { createBuild } = await import('./build.js');
  const reader = await openReader(dir, settings);
  const progress = showProgress(basename(dir), process.stderr);
  const build = createBuild({ dir, kb, reader, onProgress: progress.step });
  try {
    return { report: await build.run(), build, reader };
  } catch (error) {
    await reader.close();
    throw error;
  } finally {
    progress.end();
  }
}

async function openReader(dir: string, { keep, cache }: Settings): Promise<Reader> {
  const [{ createReader }, { RULE_NAMES }] = await Promise.all([
    import('./archive/reader.js'),
    import('./archive/clean/rules.js'),
  ]);
  const unknown = keep.find((name) => !RULE_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    throw new SettingError(`There is no cleaning rule "${unknown}". Use ${RULE_NAMES.join(', ')}.`);
  }
  return createReader({
    rulesOff: RULE_NAMES.filter((name) => keep.includes(name)),
    cacheDir: cache === 'none' ? null : resolve(dir, cache ?? '.backmatter'),
    onCacheFailure: (line) => process.stderr.write(`${line}\n`),
  });
}

/** The folder asked for; else ./content; else the sample archive of this package, and says so. */
function archiveFolder(given: string | undefined): string {
  if (given !== undefined) return resolve(given);
  if (existsSync('content')) return resolve('content');
  process.stderr.write(
    'No ./content here: taking the sample archive. Yours: backmatter serve <dir>\n',
  );
  return resolve(packageRoot, 'content');
}

async function listen(app: RequestListener, settings: Settings): Promise<Server> {
  const server = createServer(app);
  return new Promise((done, fail) => {
    server.once('error', (error) => fail(listenError(error, settings)));
    server.listen(settings.port, settings.host, () => done(server));
  });
}

function listenError(error: NodeJS.ErrnoException, { host, port }: Settings): Error {
  const mends: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Choose another: --port ${port + 1}, or --port 0 for any.`,
    EACCES: `Port ${port} needs more rights. Choose one from 1024 up: --port 3000.`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Use --host 127.0.0.1 or --host 0.0.0.0.`,
    ENOTFOUND: `${host} is no address. Use --host 127.0.0.1 or --host 0.0.0.0.`,
  };
  const mend = mends[error.code ?? ''];
  return mend === undefined ? error : new UsageError(mend);
}

function addressOf(server: Server, { host }: Settings): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Answers what is under way, then ends; a second signal ends at once. */
function endOnSignals(server: Server): void {
  const end = () => {
    server.close(() => process.exit(0));
    // close() alone waits for connections that browsers keep open.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
}

function problemsLine({ problems }: BuildReport): string {
  return problems === 0 ? '' : `${count(problems, 'problem')} to mend: backmatter check tells.\n`;
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

function json(data: unknown): string {
  return `${JSON.stringify(data, (key, value: unknown) => (key === 'tree' ? undefined : value), 2)}\n`;
}

function withSettings(command: Command, names: (keyof Settings)[]): void {
  command.helpOption('-h, --help', 'print this help');
  for (const name of names) {
    const { flag, meaning, fallback } = settingDescriptions[name];
    command.addOption(new Option(flag, `${meaning} (${fallback})`));
    if (name === 'watch') command.addOption(new Option('--no-watch').hideHelp());
  }
}
