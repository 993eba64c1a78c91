import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { RequestError } from '../pages/request-error.js';
import type { WebSettings } from './settings.js';

/**
 * Nothing is allowed that the pages do not use: no inline script or style, no
 * other host. The one exception is images, which issues show from where they
 * were published: over https only, and without telling that host which page
 * shows them (no-referrer). It does learn the reader's network address, as it
 * did when the issue was read in a mail.
 */
export function securityHeaders({ baseUrl }: WebSettings): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'https:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // A browser that once saw it over https would refuse plain http ever after,
    // so it is sent only where the archive's own address is https.
    strictTransportSecurity: baseUrl?.startsWith('https:') ?? false,
  });
}

export const onlyReading: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  response.set('Allow', 'GET, HEAD');
  throw new RequestError({ kind: 'method', method: request.method });
};
