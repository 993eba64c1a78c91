import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import express, { type RequestHandler } from 'express';
import { urls } from '../urls.js';

/**
 * The files of a folder. Their addresses carry a hash of what is in them, so
 * that browsers keep them for ever and still see every change.
 */
export function serveAssets(folder: string): {
  files: RequestHandler;
  url: (name: string) => string;
} {
  const versions = new Map(
    readdirSync(folder).map((name) => [name, hash(readFileSync(`${folder}/${name}`))]),
  );
  return {
    files: express.static(folder, {
      immutable: true,
      maxAge: '365d',
      index: false,
      redirect: false,
    }),
    url: (name) => urls.asset(name, versions.get(name)!),
  };
}

function hash(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 10);
}
