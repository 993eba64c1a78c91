import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { createChanges, type Changes } from '../../src/web/changes.js';
import { archiveOf } from './served.js';

const issues = { '2024-05-01-plans.md': '# Plans\n\nText.\n' };

let changes: Changes;
let server: Server;

afterEach(async () => {
  changes.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

describe('open pages', () => {
  it('are told at once of a change, and how long ago the last one was', async () => {
    const address = await served();
    const page = await listen(address);
    expect(await page.next()).toMatch(/^retry: 1000\nevent: changed\ndata: \{"msAgo":\d+\}\n\n$/);
    changes.tell();
    expect(await page.next()).toBe('event: changed\ndata: {"msAgo":0}\n\n');
  });

  it('hear a heartbeat when nothing happens', async () => {
    const page = await listen(await served(20));
    await page.next();
    expect(await page.next()).toBe(': still here\n\n');
  });

  it('are forgotten when they close', async () => {
    const page = await listen(await served());
    expect(changes.listeners()).toBe(1);
    page.close();
    await expect.poll(() => changes.listeners()).toBe(0);
  });

  it('are no more than the server can bear, and the next one is asked to come later', async () => {
    const address = await served();
    const pages = await Promise.all(Array.from({ length: 200 }, () => listen(address)));
    const refused = await fetch(`${address}/-/changes`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    expect((await fetch(address)).status).toBe(200);
    for (const page of pages) page.close();
  });

  it('hold up nobody when the server ends', async () => {
    const page = await listen(await served());
    await page.next();
    changes.close();
    expect(await page.next()).toBeUndefined();
    const began = performance.now();
    await new Promise((done) => server.close(done));
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('are sent a script for it only where the folder is watched', async () => {
    expect(await (await fetch(await served())).text()).toContain('data-changes="/-/changes"');
    const still = await archiveOf(issues);
    expect((await request(still).get('/')).text).not.toContain('live.js');
    expect((await request(still).get('/-/changes')).status).toBe(404);
  });
});

async function served(heartbeatMs?: number): Promise<string> {
  changes = createChanges(heartbeatMs);
  server = createServer(await archiveOf(issues, {}, { changes }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** `next` gives what is said next, undefined when the server has ended. */
async function listen(address: string) {
  const leaving = new AbortController();
  const response = await fetch(`${address}/-/changes`, { signal: leaving.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  return { next: async () => (await reader.read()).value, close: () => leaving.abort() };
}
