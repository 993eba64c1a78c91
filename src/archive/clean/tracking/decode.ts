// Where a redirecting link leads, as far as its own address tells. Nothing is fetched.

import { inflateSync } from 'node:zlib';

/** What a link's address has packed into it. */
export interface Decoded {
  url: string | null;
  /** When the mail was sent, in seconds since 1970, where the link says so. */
  sentAt: number | null;
}

/** A packed address holds a few hundred characters; more is an attack. */
const MAX_UNPACKED = 16_384;

/** The address packed into one part of a link: plain, in base64, in JSON, in a JWT, or deflated. */
export function decodePart(part: string): Decoded {
  const plain = tryDecodeUri(part);
  if (isWebAddress(plain)) return { url: plain, sentAt: null };
  // A JWT is `header.payload.signature`; other signed links have one dot.
  const pieces = plain.split('.').filter((piece) => piece.length >= 12);
  let sentAt: number | null = null;
  for (const piece of pieces.length > 0 ? pieces : [plain]) {
    for (const text of unpack(piece)) {
      const found = addressIn(text);
      sentAt ??= found.sentAt;
      if (found.url !== null) return { url: found.url, sentAt };
    }
  }
  return { url: null, sentAt };
}

function unpack(piece: string): string[] {
  if (!/^[\w+/=-]{12,}$/.test(piece)) return [];
  const bytes = Buffer.from(piece.replaceAll('-', '+').replaceAll('_', '/'), 'base64');
  const texts = [bytes.toString('utf8')];
  // 0x78 begins what zlib has deflated; in base64 it reads `eJ` or `eN`.
  if (bytes[0] === 0x78)
    try {
      texts.push(inflateSync(bytes, { maxOutputLength: MAX_UNPACKED }).toString('utf8'));
    } catch {
      // Not deflated after all.
    }
  return texts;
}

function addressIn(text: string): Decoded {
  const json = tryJson(text);
  if (json !== undefined) return addressInJson(json, 0);
  const params = /^[\w.-]+=/.test(text) ? new URLSearchParams(text) : undefined;
  for (const value of params?.values() ?? [])
    if (isWebAddress(value)) return { url: value, sentAt: null };
  const start = text.search(/https?:\/\//);
  // What precedes the address must be text, else the bytes only look like one by chance.
  if (start === -1 || /[\p{Cc}\uFFFD]/u.test(text.slice(0, start)))
    return { url: null, sentAt: null };
  const url = /^https?:\/\/[^\s"'<>\\\p{Cc}\uFFFD]+/u.exec(text.slice(start))?.[0] ?? null;
  return { url, sentAt: null };
}

function addressInJson(value: unknown, depth: number): Decoded {
  if (typeof value === 'string') {
    if (isWebAddress(value)) return { url: value, sentAt: null };
    const inner = value.startsWith('{') ? tryJson(value) : undefined;
    return inner === undefined ? { url: null, sentAt: null } : addressInJson(inner, depth + 1);
  }
  if (typeof value !== 'object' || value === null || depth > 4) return { url: null, sentAt: null };
  const found: Decoded = { url: null, sentAt: null };
  for (const [key, item] of Object.entries(value)) {
    if (['iat', 'sent_at', 'sent', 'ts'].includes(key) && isRecent(item)) found.sentAt ??= item;
    const inner = addressInJson(item, depth + 1);
    found.url ??= inner.url;
    found.sentAt ??= inner.sentAt;
  }
  return found;
}

/** Seconds between 2000 and 2100. */
function isRecent(value: unknown): value is number {
  return typeof value === 'number' && value > 946_684_800 && value < 4_102_444_800;
}

function tryJson(text: string): unknown {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function tryDecodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+\.[^\s/?#]+/i.test(text);
}
