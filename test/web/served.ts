// Real archives behind the real app, for the tests of what is served.

import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { HtmlValidate } from 'html-validate';
import { buildArchive } from '../../src/build.js';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import type { KnowledgeBase } from '../../src/knowledge-base/knowledge-base.js';
import { createApp } from '../../src/web/app.js';
import type { WebSettings } from '../../src/web/settings.js';
import { en } from '../../src/words/en.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';

/** The sample archive, as `backmatter serve` serves it. */
export async function sampleArchive() {
  const kb = createMemoryKnowledgeBase();
  await buildArchive(fileURLToPath(new URL('../../content', import.meta.url)), kb);
  return { kb, app: serve(kb) };
}

/** An archive of these files: concepts by slug, issues by file name. */
export async function archiveOf(
  issues: Record<string, string>,
  concepts: Record<string, string> = {},
  settings: Partial<WebSettings> = {},
): Promise<Express> {
  const kb = createMemoryKnowledgeBase();
  await kb.replaceGlossary(glossaryFrom(concepts));
  for (const [file, markdown] of Object.entries(issues)) {
    await kb.replaceIssue(issueFrom(file, markdown));
  }
  return serve(kb, settings);
}

/** @param now where the clock is not this machine's */
export function serve(
  kb: KnowledgeBase,
  settings: Partial<WebSettings> = {},
  now?: () => number,
): Express {
  return createApp({
    ...(now && { now }),
    kb,
    settings: {
      title: () => 'The Slow Desk',
      words: () => en,
      baseUrl: null,
      ready: () => true,
      progress: () => null,
      changes: null,
      log: null,
      ...settings,
    },
  });
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // A parameter that is repeated means either of its values.
    'form-dup-name': 'off',
    // An anchor is part of a permanent address, and begins as its heading does.
    'valid-id': ['error', { relaxed: true }],
  },
});

/** What is wrong with a page's HTML, one line a mistake. */
export async function mistakesIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${message} (${ruleId})`),
  );
}
