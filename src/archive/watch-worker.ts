// A thread that watches an archive's folder, and says so whenever something in it has changed.
// With each event the folder is listed again: of thousands of files that takes
// longer than readers should wait.

import { watch } from 'chokidar';
import { relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

export type WatchMessage = 'ready' | 'changed';

const dir = workerData as string;

const tell = (message: WatchMessage) => parentPort!.postMessage(message);
const tellChange = () => tell('changed');

watch(dir, { ignoreInitial: true, ignored: (path) => isIgnored(relative(dir, path)) })
  .on('all', tellChange)
  // What cannot be watched (a folder without rights) is found by the rescan.
  .on('error', tellChange)
  .once('ready', () => tell('ready'));

function isIgnored(path: string): boolean {
  return path
    .split(/[\\/]/)
    .some((name) =>
      /^\.(?!\.?$)|^node_modules$|~$|\.(?:swp|swx|tmp|bak)$|^#.*#$|^4913$/.test(name),
    );
}
