// Starts a thread of ours.

import { Worker, type WorkerOptions } from 'node:worker_threads';

/** @param module its address, ending in `.js` */
export function startThread(module: URL, options: WorkerOptions = {}): Worker {
  if (import.meta.url.endsWith('.js')) return new Worker(module, options);
  // Tests and benches run the source as it stands, and a thread has to be told
  // how to read TypeScript.
  const start = `import('tsx/esm/api').then(({ register }) => {
    register();
    return import(${JSON.stringify(module.href.replace(/\.js$/, '.ts'))});
  })`;
  return new Worker(start, { ...options, eval: true });
}
