// `backmatter serve`

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { ArchiveError } from '../archive/folder.js';
import type { Watch } from '../archive/watch.js';
import type { BuildReport, BuildStep } from '../build.js';
import { createPatience, type Patience } from '../build/patience.js';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { readSettings, type Settings } from '../config.js';
import type { Changes } from '../web/changes.js';
import {
  archiveFolder,
  emptyKnowledgeBase,
  startBuild,
  UsageError,
  type Flags,
  type StartedBuild,
} from './archive.js';

/** How long answers under way may take when the server is told to end. */
const GRACE_MS = 5_000;
/**
 * A connection is kept longer than clients and proxies keep theirs, mostly 60 s:
 * one that is closed here just as a request comes fails it.
 */
const KEEP_ALIVE_MS = 65_000;
/** Often enough to see memory grow, seldom enough to read the other lines. */
const STATS_EVERY_MS = 10_000;

/** Somebody who edits an archive saves often; after so long without a save, they have stopped. */
const QUIET_MS = 5_000;

/**
 * Serves until `stop` is called, which lets answers under way end.
 *
 * @throws UsageError where it cannot listen, ArchiveError where the folder cannot be read
 */
export async function serve(
  given: string | undefined,
  flags: Flags,
): Promise<{ stop: () => Promise<void> }> {
  const dir = archiveFolder(given);
  const settings = await readSettings(dir, flags, process.env);
  const kb = await emptyKnowledgeBase();
  const watched = settings.watch ?? process.stdout.isTTY;
  const [{ createApp }, { createChanges }, { wordsOf }, { pino }] = await Promise.all([
    import('../web/app.js'),
    import('../web/changes.js'),
    import('../words/words.js'),
    import('pino'),
  ]);
  let title = settings.title ?? basename(dir);
  let words = wordsOf(settings.language);
  let ready = false;
  let progress: BuildStep | null = null;
  const changes = watched ? createChanges() : null;
  const patience = watched ? createPatience() : undefined;
  const app = createApp({
    kb,
    settings: {
      title: () => title,
      words: () => words,
      baseUrl: settings.baseUrl,
      ready: () => ready,
      progress: () => progress,
      changes,
      log: pino({ level: 'warn' }, pino.destination(2)),
    },
  });
  // Listening comes first: a port in use is told at once, not after the build.
  const server = await listen(app, settings);
  try {
    const started = await startBuild(dir, kb, settings, {
      patience,
      onProgress: (step) => (progress = step),
    });
    const { report } = started;
    title = settings.title ?? report.publication ?? title;
    words = wordsOf(settings.language ?? report.language);
    ready = true;
    changes?.tell();
    const stats = settings.stats ? await showStats(kb) : null;
    const { issues, sections, concepts } = await kb.counts();
    process.stdout.write(
      `${title}: ${count(issues, 'issue')}, ${count(sections, 'section')}, ${count(concepts, 'concept')}.\n` +
        problemsLine(report) +
        `Read it at ${addressOf(server, settings)} (Ctrl+C ends it).\n`,
    );
    const watching = changes && patience && (await watch(dir, started, changes, patience));
    // An archive that is watched is looked at once more anyway, and then comes to rest.
    const rest = watching === null ? started.build.rediscover() : Promise.resolve();
    void rest.then(started.keep).catch(tellFailure);
    return {
      async stop() {
        clearInterval(stats ?? undefined);
        changes?.close();
        await Promise.all([watching?.close(), close(server)]);
        await started.keep();
        await started.close();
      },
    };
  } catch (error) {
    await close(server);
    throw error;
  }
}

/**
 * Takes in what changes, as long as the server runs; a failure is told, and what
 * stands is served on. Once the archive is quiet, its concepts are looked for
 * again, and what is known is kept for the next start.
 */
async function watch(
  dir: string,
  { build, stayReady, keep }: StartedBuild,
  changes: Changes,
  patience: Patience,
): Promise<Watch> {
  const { watchArchive } = await import('../archive/watch.js');
  stayReady();
  let shown = build.version();
  const showChanges = () => {
    if (build.version() === shown) return;
    shown = build.version();
    changes.tell();
  };
  let timer: NodeJS.Timeout | undefined;
  const onQuiet = () => void build.rediscover().then(showChanges).then(keep).catch(tellFailure);
  const watching = await watchArchive(dir, async () => {
    clearTimeout(timer);
    await build.run().then(showChanges, tellFailure);
    timer = setTimeout(onQuiet, QUIET_MS);
    return patience.unsettled();
  });
  return {
    async close() {
      await watching.close();
      clearTimeout(timer);
    },
  };
}

function tellFailure(error: unknown): void {
  const line = error instanceof ArchiveError ? error.message : String((error as Error).stack);
  process.stderr.write(`${line} What was read before is served on.\n`);
}

async function showStats(kb: KnowledgeBase): Promise<NodeJS.Timeout> {
  const [{ startFigures }, { printStats }] = await Promise.all([
    import('../pages/figures.js'),
    import('../terminal/stats.js'),
  ]);
  const takeFigures = startFigures(kb);
  const show = async () => process.stderr.write(printStats(await takeFigures()));
  await show();
  return setInterval(() => void show(), STATS_EVERY_MS);
}

async function listen(app: RequestListener, settings: Settings): Promise<Server> {
  const server = createServer(app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
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

async function close(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  // close() alone waits for connections that browsers keep open.
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
}

function problemsLine({ problems }: BuildReport): string {
  return problems === 0 ? '' : `${count(problems, 'problem')} to mend: backmatter check tells.\n`;
}

function count(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
