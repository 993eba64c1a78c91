// The built program serving an archive, and a browser to look at it with.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../test/browser/chromium.js';

export interface Program {
  base: string;
  browser: Browser;
  /** The JSON at an address of the program. */
  json: <Answer>(address: string) => Promise<Answer>;
  /** Of the program since it began, in all its threads. */
  cpuMs: () => Promise<number>;
  end: () => Promise<void>;
}

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Resolves when the whole archive has been read. */
export async function startProgram(archive: string): Promise<Program> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('No Chromium found; apt-get install chromium, or set CHROMIUM=/path');
  const server = spawn(
    process.execPath,
    [cli, 'serve', archive, '--port', '0', '--no-watch', '--cache', 'none'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const base = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    server.on('exit', () => reject(new Error(`The program ended: ${said}`)));
  });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  return {
    base,
    browser,
    json: async (address) => (await fetch(base + address)).json() as never,
    async cpuMs() {
      const figures = await (await fetch(`${base}/metrics`)).text();
      return 1000 * Number(/^process_cpu_seconds_total (\S+)/m.exec(figures)![1]);
    },
    async end() {
      await browser.close();
      server.removeAllListeners('exit');
      server.kill();
    },
  };
}
