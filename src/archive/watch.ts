// Tells that an archive's folder has changed. What has changed is not told:
// the build compares the files with what it knows, and hashes decide.

import { watch } from 'chokidar';
import { relative } from 'node:path';

export interface Watch {
  close: () => Promise<void>;
}

/** An editor's save is many events; quiet for so long, it is over. */
const QUIET_MS = 100;
/** A file that went may be on its way back: some editors remove before they write. */
const GONE_MS = 500;
/** File systems miss events (network drives do); a look now and then finds what was missed. */
const RESCAN_MS = 60_000;

/**
 * Calls `onChange` soon after files came, changed or went, and every minute.
 * Hidden files and folders, node_modules and editors' leavings are not watched.
 *
 * @param dir absolute
 */
export async function watchArchive(dir: string, onChange: () => void): Promise<Watch> {
  let timer: NodeJS.Timeout | undefined;
  let due = 0;
  const changed = (afterMs: number) => {
    due = Math.max(due, Date.now() + afterMs);
    clearTimeout(timer);
    timer = setTimeout(() => {
      due = 0;
      onChange();
    }, due - Date.now());
  };
  const watcher = watch(dir, {
    ignoreInitial: true,
    ignored: (path) => isIgnored(relative(dir, path)),
    awaitWriteFinish: { stabilityThreshold: QUIET_MS, pollInterval: 25 },
  });
  watcher.on('all', (event) => changed(event.startsWith('unlink') ? GONE_MS : QUIET_MS));
  // What cannot be watched (a folder without rights) is found by the rescan.
  watcher.on('error', () => changed(GONE_MS));
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  const rescan = setInterval(onChange, RESCAN_MS);
  return {
    async close() {
      clearTimeout(timer);
      clearInterval(rescan);
      await watcher.close();
    },
  };
}

function isIgnored(path: string): boolean {
  return path
    .split(/[\\/]/)
    .some((name) =>
      /^\.(?!\.?$)|^node_modules$|~$|\.(?:swp|swx|tmp|bak)$|^#.*#$|^4913$/.test(name),
    );
}
