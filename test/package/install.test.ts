import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

let folder: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backmatter-package-'));
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  const [tarball] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  await run('npm', ['init', '-y'], { cwd: folder });
  await run('npm', ['install', '--silent', '--no-audit', `./${tarball!}`], { cwd: folder });
});

afterAll(async () => {
  if (server?.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

describe('the packed package, installed into an empty folder', () => {
  it('serves the sample archive with npx backmatter serve', async () => {
    const address = await serve();
    const page = await fetch(`${address}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('The Unfinished Map');
    const answer = (await (await fetch(`${address}/api/search?q=planning`)).json()) as {
      total: number;
    };
    expect(answer.total).toBeGreaterThan(10);
  });

  it('tells its version and helps', async () => {
    const { stdout } = await run('npx', ['backmatter', '--version'], { cwd: folder });
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('holds no tests, benches or screenshots', async () => {
    const top = await readdir(join(folder, 'node_modules/backmatter'));
    expect(top.sort()).toEqual([
      'LICENSE',
      'README.md',
      'content',
      'dist',
      'package.json',
      'public',
      'views',
    ]);
  });
});

/** Starts `npx backmatter serve` on a free port; gives the address that it prints when it is ready. */
async function serve(): Promise<string> {
  // A group of its own, so that npx and what it starts are ended together.
  const child = spawn('npx', ['backmatter', 'serve', '--port', '0'], {
    cwd: folder,
    detached: true,
  });
  server = child;
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (data: Buffer) => {
      printed += data.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (address) resolve(address[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${printed}`)));
  });
}
