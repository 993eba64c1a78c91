// The web server, without its socket: `cli.ts` listens.

import { readFileSync } from 'node:fs';
import compression from 'compression';
import ejs from 'ejs';
import express from 'express';
import { fileURLToPath } from 'node:url';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { serveAssets } from './assets.js';
import { answerErrors } from './errors.js';
import { contrastsIn } from './contrast.js';
import { origin } from './for-machines.js';
import { limitRequests } from './limit.js';
import { readQuery } from './query.js';
import { answerRoutes } from './routes.js';
import { onlyReading, securityHeaders } from './security.js';
import type { WebSettings } from './settings.js';
import { withoutTracking } from './tracking.js';
import { viewLocals } from './view-locals.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export function createApp({
  kb,
  settings,
  now = Date.now,
}: {
  kb: KnowledgeBase;
  settings: WebSettings;
  /** In milliseconds; counts how often somebody asks. */
  now?: () => number;
}): express.Express {
  const app = express();
  const assets = serveAssets(`${root}/public`);
  app.disable('x-powered-by');
  // A server in front stands on this machine or beside it; whoever is farther off is not believed.
  app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.set('query parser', readQuery);
  // Trees are for HTML; whoever reads JSON gets the text.
  app.set('json replacer', (key: string, value: unknown) =>
    key === 'tree' || key === 'base' ? undefined : value,
  );
  app.set('views', `${root}/views`);
  app.set('view engine', 'ejs');
  app.set('view cache', true);
  // With a root, an include is not looked for on the disk each time that it is drawn.
  const options = { root: `${root}/views`, cache: true };
  app.engine(
    'ejs',
    (view: string, page: ejs.Data, done: (error: Error | null, html: string) => void) =>
      ejs.renderFile(view, page, options, done),
  );
  // Defined, and not assigned, since its words are read anew for every page.
  Object.defineProperties(
    app.locals,
    Object.getOwnPropertyDescriptors(
      viewLocals(
        settings,
        assets.url,
        contrastsIn(readFileSync(`${root}/public/backmatter.css`, 'utf8')),
      ),
    ),
  );

  app.use(securityHeaders(settings));
  app.use(compression());
  app.use(onlyReading);
  app.use('/assets', assets.files);
  app.use(limitRequests(now));
  app.use((request, response, next) => {
    response.locals.origin = origin(request, settings);
    next();
  });
  app.use(withoutTracking);
  app.use(answerRoutes(kb, settings));
  app.use(answerErrors(kb, settings));
  return app;
}
