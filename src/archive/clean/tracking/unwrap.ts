// Links that lead through somebody's counter, led straight to where they go.

import { decodePart, isWebAddress, tryDecodeUri } from './decode.js';
import { stripParameters } from './parameters.js';
import { trackerParams } from './trackers.js';

export interface Unwrapped {
  /** Null for a tracker that does not say where it leads. */
  url: string | null;
  /** Seconds since 1970. */
  sentAt: number | null;
}

/** Wrappers come in wrappers: Outlook's around Mailchimp's around Google's. */
const MAX_LAYERS = 8;

/** Unwraps an address, layer by layer. One that is no tracker's comes back as it is. */
export function unwrapAddress(address: string): Unwrapped {
  let url = address;
  let sentAt: number | null = null;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const params = trackerParams(url);
    const secret = params === undefined && hasSignedPart(url);
    if (params === undefined && !secret) return { url, sentAt };
    const parsed = parseAddress(url);
    if (parsed === undefined) return { url: null, sentAt };
    const inner = innerAddress(parsed, url, params ?? []);
    sentAt ??= inner.sentAt;
    if (inner.url === null) {
      // A token in the query alone can be cut away, and the address is whole without it.
      const bare = secret ? stripParameters(url) : url;
      return { url: bare !== url ? bare : null, sentAt };
    }
    url = inner.url;
  }
  return { url: null, sentAt };
}

function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** A JWT names somebody: whoever carries one is no plain address. */
function hasSignedPart(address: string): boolean {
  return address.includes('eyJ') && /[/=&?.~-]eyJ[\w-]{8,}/.test(tryDecodeUri(address));
}

function innerAddress(url: URL, address: string, params: readonly string[]): Unwrapped {
  const defended = urlDefense(url, address);
  if (defended !== null) return { url: defended, sentAt: null };
  let sentAt: number | null = null;
  for (const name of params) {
    const value = url.searchParams.get(name);
    if (value === null) continue;
    if (isWebAddress(value)) return { url: value, sentAt };
    if (value.startsWith('www.')) return { url: `https://${value}`, sentAt };
  }
  const candidates = [
    ...url.pathname.split('/').reverse(),
    ...url.searchParams.values(),
    url.search.slice(1),
  ];
  for (const part of candidates) {
    const found = decodePart(part);
    sentAt ??= found.sentAt;
    if (found.url !== null) return { url: found.url, sentAt };
  }
  // Postmark writes host and path as one part, without the scheme.
  const bare = /^\/\ds?\/([\w.-]+\.[a-z]{2,}%2F[^/]*|[\w.-]+\.[a-z]{2,})\//i.exec(
    url.pathname,
  )?.[1];
  if (bare !== undefined && url.hostname.includes('pstmrk'))
    return { url: `https://${tryDecodeUri(bare)}`, sentAt };
  return { url: null, sentAt };
}

/** Proofpoint's own ways to write an address. */
function urlDefense(url: URL, address: string): string | null {
  if (!/(?:^|\.)urldefense\./.test(url.hostname)) return null;
  const third = /\/v3\/__(.+?)__;([^!]*)!/.exec(address);
  if (third !== null) {
    const kept = [...Buffer.from(third[2]!, 'base64url').toString('utf8')];
    // The scheme's two slashes may have been made one on the way.
    const inner = third[1]!
      .replace(/^(https?:)\/(?!\/)/, '$1//')
      .replace(/\*(?!\*)/g, () => kept.shift() ?? '*');
    return isWebAddress(inner) ? inner : null;
  }
  const given = url.searchParams.get('u');
  if (given === null) return null;
  const inner = url.pathname.startsWith('/v2')
    ? tryDecodeUri(given.replaceAll('-', '%').replaceAll('_', '/'))
    : given;
  return isWebAddress(inner) ? inner : null;
}
