// What is seen when there is nothing to read: an empty archive, one that is still
// being read, one that fails, and a server that is asked too much.

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadingStep } from '../../src/web/readiness.js';
import type { KnowledgeBase } from '../../src/knowledge-base/knowledge-base.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import { archiveOf, serve } from '../web/served.js';
import { needsChromium, startBrowsing, type Browsing } from './browsing.js';
import { lookAt } from './looking.js';

describe.skipIf(needsChromium.skip)(needsChromium.name('states in a browser'), () => {
  const servers: Server[] = [];
  const browsings: Browsing[] = [];
  const issues = { 'plans.md': '# Plans\n\nOn planning.\n' };
  let ready = false;
  let progress: ReadingStep | null = null;
  let empty: Browsing;
  let early: Browsing;
  let asked: Browsing;
  let broken: Browsing;
  beforeAll(async () => {
    empty = await served(archiveOf({}));
    early = await served(archiveOf(issues, {}, { ready: () => ready, progress: () => progress }));
    // Its clock stands still, so that nobody's patience is rewarded.
    asked = await served(serve(createMemoryKnowledgeBase(), {}, () => 0));
    broken = await served(serve(FAILING));
  });
  afterAll(async () => {
    await Promise.all(browsings.map((browsing) => browsing.close()));
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  async function served(app: Express | Promise<Express>): Promise<Browsing> {
    const server = (await app).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const browsing = await startBrowsing(`http://127.0.0.1:${port}`);
    browsings.push(browsing);
    return browsing;
  }

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it('an archive without issues says what to do next', async () => {
      await lookAt(empty, ['/', '/search', '/concepts', '/map', '/issues', '/-/patterns'], {
        colorScheme,
      });
    });

    it('one that is still being read says how far that is', async () => {
      ready = false;
      for (progress of [null, { stage: 'reading', done: 170, total: 1509 } as const])
        await lookAt({ ...early, open: withoutRefresh(early) }, [['/issues', 503]], {
          colorScheme,
        });
    });

    it('a server that is asked too much asks for patience', async () => {
      const headers = { 'X-Forwarded-For': '203.0.113.9' };
      const ask = () => fetch(`${asked.base}/healthz`, { headers });
      await Promise.all(Array.from({ length: 200 }, ask));
      await lookAt(asked, [['/issues', 429]], { colorScheme, extraHTTPHeaders: headers });
    });

    it('a server that fails says that it is not the reader’s doing', async () => {
      await lookAt(broken, [['/issues', 500]], { colorScheme });
    });
  });

  it('a page that came too early comes by itself', async () => {
    ready = false;
    progress = { stage: 'indexing', done: 1, total: 2 };
    const { page } = await early.open();
    await page.goto('/issues');
    await page.getByText('Writing the index: 1 of 2 issues.').waitFor();
    ready = true;
    await page.getByRole('link', { name: 'Plans' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/issues');
  });
});

const FAILING = new Proxy({} as KnowledgeBase, {
  get: () => () => Promise.reject(new Error('It failed.')),
});

/** Or the page would go while it is looked at. */
function withoutRefresh({ open }: Browsing): Browsing['open'] {
  return async (options) => {
    const opened = await open(options);
    await opened.page.route('**/*', async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      delete headers.refresh;
      await route.fulfill({ response, headers });
    });
    return opened;
  };
}
