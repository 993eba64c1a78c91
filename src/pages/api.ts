// The documentation of the JSON routes, with examples made from this very archive.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import { urls } from '../urls.js';
import { makeConceptAnswer, makeConceptSections } from './concept.js';
import { mainConcepts, makeConceptList } from './concepts.js';
import { makeIssuePage } from './issue.js';
import { makeIssueList } from './issues.js';
import { makeProblemsPage } from './problems.js';
import { makeRelatedPage } from './related.js';
import { makeSearchAnswer } from './search.js';
import { makeSectionPage } from './section.js';
import { makeSuggestPage } from './suggest.js';

export interface ApiPage {
  endpoints: Endpoint[];
}

export interface Endpoint {
  path: string;
  says: string;
  parameters: Parameter[];
  /** Null in an archive that has nothing to show. */
  example: { url: string; json: string } | null;
}

export interface Parameter {
  name: string;
  says: string;
}

const q = 'the words, in the query language; at most 1,000 characters';
const page = { name: 'page', says: 'from 1' };
const perPage = { name: 'perPage', says: '1 to 100' };
const asof = {
  name: 'asof',
  says: 'a month such as 2024-06, or a day: only what was published by its end',
};
const sort = { name: 'sort', says: 'relevance (the default), newest or oldest' };

/** The same until the archive changes, for its examples take long to make. */
export async function makeApiPage(kb: KnowledgeBase): Promise<ApiPage> {
  const concepts = await kb.concepts();
  const problems = await kb.problems();
  const known = made.get(concepts);
  if (known?.problems === problems) return known.page;
  const page = await describeApi(kb);
  made.set(concepts, { problems, page });
  return page;
}

/** By the list of concepts, which another takes the place of when the archive changes. */
const made = new WeakMap<object, { problems: object; page: ApiPage }>();

async function describeApi(kb: KnowledgeBase): Promise<ApiPage> {
  const { concept, issue, section, words } = await subjects(kb);
  return {
    endpoints: [
      {
        path: '/api/search',
        says: 'Sections that answer a question, the best first, with counts by concept, year, publication, author and language.',
        parameters: [
          { name: 'q', says: q },
          { name: 'concept', says: 'a concept’s slug; repeated, any of them' },
          { name: 'year', says: 'four digits; repeated, any of them' },
          { name: 'publication', says: 'its name; repeated, any of them' },
          { name: 'author', says: 'a name; repeated, any of them' },
          { name: 'language', says: 'a code such as en; repeated, any of them' },
          asof,
          sort,
          page,
          perPage,
        ],
        example: await example(urls.apiSearch({ q: words, perPage: 1 }), () =>
          makeSearchAnswer(kb, { q: words, perPage: '1' }),
        ),
      },
      {
        path: '/api/suggest',
        says: 'Concepts, headings and words that go on from what is typed.',
        parameters: [{ name: 'q', says: 'what is typed so far; at most 200 characters' }],
        example: await example(urls.apiSuggest({ q: words.slice(0, 3) }), () =>
          makeSuggestPage(kb, { q: words.slice(0, 3) }),
        ),
      },
      {
        path: '/api/concepts',
        says: 'All concepts, by label.',
        parameters: [asof, page, perPage],
        example: await example(urls.apiConcepts({ perPage: 1 }), () =>
          makeConceptList(kb, { perPage: '1' }),
        ),
      },
      {
        path: '/api/concepts/:slug',
        says: 'One concept: its definition, what it belongs with and why, when it was spoken of, how that changed, and where to begin.',
        parameters: [asof],
        example:
          concept &&
          (await example(urls.apiConcept(concept), () => makeConceptAnswer(kb, concept, {}))),
      },
      {
        path: '/api/concepts/:slug/sections',
        says: 'The sections that speak of a concept, those most about it first.',
        parameters: [sort, asof, page, perPage],
        example:
          concept &&
          (await example(urls.apiConceptSections(concept, { perPage: 1 }), () =>
            makeConceptSections(kb, concept, { perPage: '1' }),
          )),
      },
      {
        path: '/api/issues',
        says: 'All issues, newest first.',
        parameters: [{ name: 'year', says: 'four digits' }, page, perPage],
        example: await example(urls.apiIssues({ perPage: 1 }), () =>
          makeIssueList(kb, { perPage: '1' }),
        ),
      },
      {
        path: '/api/issues/:slug',
        says: 'One issue with all its sections, and its neighbours.',
        parameters: [],
        example: issue && (await example(urls.apiIssue(issue), () => makeIssuePage(kb, issue))),
      },
      {
        path: '/api/sections/:id',
        says: 'One section. Its id is percent-encoded; a former id leads to it too.',
        parameters: [],
        example:
          section && (await example(urls.apiSection(section), () => makeSectionPage(kb, section))),
      },
      {
        path: '/api/related',
        says: 'What is nearest to a concept or a section, each with the reasons.',
        parameters: [{ name: 'to', says: 'a concept’s slug or a section’s id' }, asof],
        example:
          concept &&
          (await example(urls.apiRelated(concept), () => makeRelatedPage(kb, { to: concept }))),
      },
      {
        path: '/api/problems',
        says: 'What the archive’s owner should mend.',
        parameters: [],
        example: await example(urls.apiProblems(), () => makeProblemsPage(kb)),
      },
    ],
  };
}

/** The main concept, the latest issue, and its last section. */
async function subjects(kb: KnowledgeBase): Promise<{
  concept: ConceptSlug | null;
  issue: IssueSlug | null;
  section: SectionId | null;
  words: string;
}> {
  const [most] = mainConcepts(await kb.concepts(), 1);
  const latest = (await kb.issues({ page: 1, perPage: 1 })).items[0];
  const entry = latest && (await kb.issue(latest.slug));
  return {
    concept: most?.concept.slug ?? null,
    issue: latest?.slug ?? null,
    section: entry?.issue.sections.at(-1)?.id ?? null,
    words: most?.concept.label.toLowerCase() ?? 'planning',
  };
}

async function example(url: string, make: () => Promise<unknown>): Promise<Endpoint['example']> {
  return { url, json: JSON.stringify(shortened(await make()), null, 2) };
}

/** As it is, but for long texts, which end in “…”, and lists, of which the first two stand. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 100 ? `${value.slice(0, 99)}…` : value;
  if (Array.isArray(value)) {
    const first = value.slice(0, 2).map(shortened);
    return value.length > 2 ? [...first, '…'] : first;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'tree' && name !== 'base')
      .map(([name, inner]) => [name, shortened(inner)]),
  );
}
