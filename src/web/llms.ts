// What an assistant that reads for somebody needs to know of the archive, as
// llmstxt.org has it: what it is, where its parts are, how to ask for more.

import type { RequestHandler } from 'express';
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { makeApiPage, type Endpoint } from '../pages/api.js';
import { mainConcepts } from '../pages/concepts.js';
import { everyIssue } from '../pages/every-issue.js';
import { countYears } from '../pages/years.js';
import { onOneLine } from '../text/one-line.js';
import { urls } from '../urls.js';
import { en } from '../words/en.js';
import { origin } from './for-machines.js';
import { refuseUntilReady } from './readiness.js';
import type { WebSettings } from './settings.js';

/** Enough to tell what the archive is about; the rest is a request away. */
const CONCEPTS = 24;
const ISSUES = 10;

export function answerLlms(kb: KnowledgeBase, settings: WebSettings): RequestHandler {
  return async (request, response) => {
    refuseUntilReady(settings, response);
    const base = origin(request, settings);
    response.set('Cache-Control', 'no-cache').type('text/plain; charset=utf-8');
    response.send(`${(await linesOf(kb, settings.title(), base)).join('\n')}\n`);
  };
}

async function linesOf(kb: KnowledgeBase, title: string, base: string): Promise<string[]> {
  const { issues, sections, concepts } = await kb.counts();
  const all = await everyIssue(kb);
  const years = countYears(all).map(({ year }) => year);
  const main = mainConcepts(await kb.concepts(), CONCEPTS);
  const { endpoints } = await makeApiPage(kb);
  const to = (text: string, path: string, note: string) =>
    `- [${plain(text)}](${base}${path})${note === '' ? '' : `: ${note}`}`;
  return [
    `# ${plain(title)}`,
    '',
    `> The archive of a newsletter: ${en.issues(issues)}${sentIn(years)}, ${en.sections(sections)}, ${en.concepts(concepts)}. It can be read, searched, and asked for as JSON.`,
    '',
    'An issue is one sent letter. A section is a passage of it, whose address, `/issues/<issue>#<section>`, stands for ever: cite that. A concept is a subject; its page gathers every section that speaks of it.',
    '',
    'Only GET and HEAD are answered, without a key. A list is `{ "total", "page", "perPage", "items" }`, with `page` from 1 and `perPage` up to 100. An error is `{ "error", "status" }`; an unknown or malformed parameter is a 400 that names it. Beyond 200 requests at once and 10 a second after that, the answer is 429 with `Retry-After`.',
    '',
    '## Begin here',
    '',
    to('Search', `${urls.apiSearch()}?q=`, 'the sections that answer a question, with excerpts'),
    to('Index of concepts', urls.concepts(), 'every concept, and the issues that speak of it'),
    to('Issues', urls.issues(), 'all of them, newest first'),
    '',
    '## JSON',
    '',
    ...endpoints.map(({ path, says, parameters, example }) =>
      to(path, example?.url ?? urls.api(), `${says}${named(parameters)}`),
    ),
    '',
    '## Other forms',
    '',
    to('Feed', urls.feed(), 'Atom, the issues; each concept’s page has a feed of its own'),
    to('Sitemap', urls.sitemap(), 'every page'),
    to('JSON, documented', urls.api(), 'each address with an example'),
    '',
    '## Main concepts',
    '',
    ...main.map(({ concept: { slug, label }, issueCount }) =>
      to(label, urls.concept(slug), `in ${en.issues(issueCount)}`),
    ),
    '',
    '## Latest issues',
    '',
    ...all
      .slice(0, ISSUES)
      .map(({ slug, title, date }) => to(title, urls.issue(slug), date ?? 'undated')),
  ];
}

/** @param years the latest first. */
function sentIn(years: readonly number[]): string {
  const [to, from] = [years[0], years.at(-1)];
  if (to === undefined || from === undefined) return '';
  return from === to ? ` of ${to}` : ` of ${from}–${to}`;
}

function named(parameters: Endpoint['parameters']): string {
  const names = parameters.map(({ name }) => `\`${name}\``);
  return names.length === 0 ? '' : ` Takes ${names.join(', ')}.`;
}

/** What the archive calls something, where brackets would end a link and marks would begin emphasis. */
function plain(text: string): string {
  return onOneLine(text.trim()).replace(/[\\[\]*_`<>]/gu, '\\$&');
}
