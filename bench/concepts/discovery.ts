// Discovery: the titles of a glossary's pages, hidden, found again in its texts.

import { discoverConcepts } from '../../src/concepts/discovery/discovery.js';
import { issueText } from '../../src/concepts/discovery/issue-text.js';
import { namesOf } from '../../src/concepts/mentions/names.js';
import { nameKey, words } from '../../src/concepts/words.js';
import type { Issue } from '../../src/model.js';
import { isStopWord } from '../../src/text/stop-words.js';
import type { LinkedArchive, LinkedPage } from './linked-archive.js';
import { issueOf } from '../../test/concepts/archive-of.js';

/** The pages whose title stands at least `least` times in the texts. */
export function findable({ pages }: LinkedArchive, least: number): LinkedPage[] {
  const texts = pages.map(({ section }) => keysOf(section.text));
  return pages.filter(({ concept }) =>
    namesOf(concept, []).some(({ text }) => {
      const name = ` ${titleKey(text)} `;
      return texts.reduce((sum, one) => sum + one.split(name).length - 1, 0) >= least;
    }),
  );
}

/** The share of the titles that are among the first `limit` names found. */
export function recallOfTitles(pages: readonly LinkedPage[], names: readonly string[]): number {
  const found = new Set(names.map(titleKey));
  const right = pages.filter(({ concept }) =>
    namesOf(concept, []).some(({ text }) => found.has(titleKey(text))),
  );
  if (process.env.MISSES !== undefined)
    for (const page of pages) if (!right.includes(page)) console.log('-', page.concept.label);
  return right.length / pages.length;
}

/** The keys of a text's words, with a bar where something stands between two of them. */
function keysOf(text: string): string {
  return ` ${words(text)
    .map(({ key, gap }) => (gap === '' ? key : `| ${key}`))
    .join(' ')} `;
}

/** "The Principle of Consent" and "Principle of consent" name the same. */
function titleKey(title: string): string {
  return nameKey(title).replace(/^(?:the|an?) /u, '');
}

export function discovered({ pages }: LinkedArchive, limit: number, links: boolean): string[] {
  const issues = pages.map((page) => asIssue(page, links));
  return discoverConcepts(issues.map(issueText), { limit }).flatMap(({ concept }) => [
    concept.label,
    ...concept.aliases,
  ]);
}

/** The commonest runs of one to three words without stop words. */
export function commonest({ pages }: LinkedArchive, limit: number): string[] {
  const counts = new Map<string, number>();
  for (const { section } of pages) {
    const all = words(section.text);
    for (let start = 0; start < all.length; start += 1) {
      for (let length = 1; length <= 3 && start + length <= all.length; length += 1) {
        const run = all.slice(start, start + length);
        if (run.some(({ key }) => isStopWord(key, 'en') || key.length < 3)) break;
        if (run.slice(1).some(({ gap }) => gap !== '')) break;
        const key = run.map((word) => word.key).join(' ');
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([key]) => key);
}

function asIssue({ section, withLinks, concept }: LinkedPage, links: boolean): Issue {
  const page = { ...(links ? withLinks : section), heading: '' };
  return issueOf(page, { file: `${concept.slug}.md` });
}
