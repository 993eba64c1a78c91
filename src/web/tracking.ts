import type { RequestHandler } from 'express';

/** What mailing services and networks hang on every link that they pass on. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok)$/;

/**
 * A link to a page leads there even with such parameters on it, which would
 * else be unknown ones: it is sent on to the address without them.
 */
export const withoutTracking: RequestHandler = (request, response, next) => {
  const [path = '', query = ''] = request.originalUrl.split('?', 2);
  const params = new URLSearchParams(query);
  const tracking = [...params.keys()].filter((name) => TRACKING.test(name));
  if (tracking.length === 0) return next();
  for (const name of tracking) params.delete(name);
  const rest = params.toString();
  // Two slashes at the beginning would name another host.
  response.redirect(path.replace(/^[/\\]+/, '/') + (rest === '' ? '' : `?${rest}`));
};
