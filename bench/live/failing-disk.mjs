// Loaded before the program (`node --import`), it makes the disk fail for the
// files of one folder. Which operation fails, and how, stands in a file that is
// read at each of them, so that it can change while the program runs:
//
//   {"operation": "rename", "error": "ENOSPC"}   the call fails
//   {"operation": "write", "error": "short"}     half is written, and then it fails
//   {"operation": "write", "error": "torn"}      half is written, and nobody is told
//   {"operation": "sync", "error": "kill"}       the process is killed, half-way through a write
//
// `after` lets so many of them go well before.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';
import { URL } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const folder = process.env.FAILING_FOLDER;
const plan = process.env.FAILING_PLAN;
const { promises } = fs;
let count = 0;
let counted = '';

if (isMainThread) {
  const probe = await promises.open(new URL(import.meta.url), 'r');
  const handle = Object.getPrototypeOf(probe);
  await probe.close();
  const paths = new WeakMap();

  const { open } = promises;
  promises.open = async (path, flags, ...rest) => {
    if (flags !== undefined && flags !== 'r') fail('open', path);
    const opened = await open(path, flags, ...rest);
    paths.set(opened, path);
    return opened;
  };
  for (const operation of ['mkdir', 'rename', 'link', 'rm', 'unlink', 'utimes']) {
    const real = promises[operation];
    promises[operation] = async (path, ...rest) => {
      fail(operation, path);
      return real(path, ...rest);
    };
  }
  const { writeFile } = promises;
  promises.writeFile = async (path, data, ...rest) => {
    const fault = typeof path === 'string' ? faultAt('write', path) : undefined;
    if (fault === undefined) return writeFile(path, data, ...rest);
    await writeFile(path, half(data), ...rest);
    return strike(fault);
  };
  const ofHandle = handle.writeFile;
  handle.writeFile = async function (data, ...rest) {
    const fault = faultAt('write', paths.get(this));
    if (fault === undefined) return ofHandle.call(this, data, ...rest);
    await ofHandle.call(this, half(data), ...rest);
    return strike(fault);
  };
  const { sync } = handle;
  handle.sync = async function () {
    fail('sync', paths.get(this));
    return sync.call(this);
  };
  syncBuiltinESMExports();
}

function half(data) {
  return data.slice(0, Math.floor(data.length / 2));
}

function fail(operation, path) {
  const fault = faultAt(operation, path);
  if (fault !== undefined) strike(fault);
}

/** What is planned for this operation, when it is its turn. */
function faultAt(operation, path) {
  if (typeof path !== 'string' || !path.startsWith(folder)) return undefined;
  let text;
  try {
    text = fs.readFileSync(plan, 'utf8');
  } catch {
    return undefined;
  }
  if (text === '') return undefined;
  if (text !== counted) [count, counted] = [0, text];
  const planned = JSON.parse(text);
  if (planned.operation !== operation && planned.operation !== 'any') return undefined;
  return count++ < (planned.after ?? 0) ? undefined : { ...planned, operation, path };
}

function strike({ error, operation, path }) {
  if (error === 'kill') process.kill(process.pid, 'SIGKILL');
  if (error === 'torn') return;
  const code = error === 'short' ? 'EIO' : error;
  throw Object.assign(new Error(`${code}: planned, ${operation} '${path}'`), {
    code,
    syscall: operation,
    path,
  });
}
