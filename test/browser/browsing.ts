// A real browser on an archive, served as readers are served.

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { sampleArchive } from '../web/served.js';
import { findChromium } from './chromium.js';

const found = findChromium();

/** For the name of a suite: says how to get a browser where none is found. */
export const needsChromium = {
  skip: found === undefined,
  name: (suite: string) =>
    found === undefined
      ? `${suite} (skipped: no Chromium found; apt-get install chromium, or set CHROMIUM=/path)`
      : suite,
};

export interface Browsing {
  base: string;
  /** A page of its own, with a list of what it logged and what it asked of other hosts. */
  open: (options?: BrowserContextOptions) => Promise<{ page: Page; complaints: string[] }>;
  close: () => Promise<void>;
}

/** @param served the address of an archive that is served already; the sample archive unless told */
export async function startBrowsing(served?: string): Promise<Browsing> {
  const server = served === undefined ? await serveSample() : undefined;
  const base = served ?? `http://127.0.0.1:${(server!.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({
    executablePath: found!,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  return {
    base,
    async open(options = {}) {
      const context = await browser.newContext({ ...options, baseURL: base });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(base)) complaints.push(`asked: ${request.url()}`);
      });
      return { page, complaints };
    },
    async close() {
      await browser.close();
      server?.close();
      server?.closeAllConnections();
    },
  };
}

async function serveSample(): Promise<Server> {
  const { app } = await sampleArchive();
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
