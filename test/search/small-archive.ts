// Issues for search tests, as short as they can be told.

import { createSearchIndex } from '../../src/search/minisearch-index.js';
import type {
  SearchIndex,
  SearchQuery,
  SearchableIssue,
  SearchableSection,
} from '../../src/search/search-index.js';
import { anchor, conceptSlug, issueSlug, sectionId } from '../../src/slug.js';

export interface ToldIssue {
  title: string;
  date?: string;
  number?: number;
  authors?: string[];
  publication?: string;
  language?: string;
  /** `[heading, text, ...labels of concepts]`; a heading that begins with `!` is stock. */
  sections: [heading: string, text: string, ...concepts: string[]][];
}

export function issueOf(told: ToldIssue): SearchableIssue {
  const slug = issueSlug(told.title);
  return {
    issue: {
      slug,
      file: `issues/${slug}.md`,
      title: told.title,
      number: told.number ?? null,
      date: told.date ?? null,
      authors: told.authors ?? [],
      publication: told.publication ?? null,
      url: null,
      language: told.language ?? 'en',
      sources: {},
    },
    sections: told.sections.map(([written, text, ...labels], index): SearchableSection => {
      const heading = written.replace(/^!/, '');
      const name = anchor(`${heading}-${index}`);
      return {
        section: {
          id: sectionId(slug, name),
          issue: slug,
          anchor: name,
          formerAnchors: [],
          heading,
          form: 'heading',
          depth: 1,
          trail: [told.title],
          tree: { type: 'root', children: [] },
          text,
          stock: written.startsWith('!'),
          language: told.language ?? null,
          line: 1,
        },
        concepts: labels.map((label) => ({ slug: conceptSlug(label), label })),
      };
    }),
  };
}

export function indexOf(...issues: ToldIssue[]): SearchIndex {
  const index = createSearchIndex();
  for (const issue of issues) index.replaceIssue(issueOf(issue));
  return index;
}

export function question(q: string, more: Partial<SearchQuery> = {}): SearchQuery {
  return {
    q,
    concepts: [],
    years: [],
    publications: [],
    authors: [],
    languages: [],
    sort: 'relevance',
    page: 1,
    perPage: 20,
    ...more,
  };
}

/** The headings of what a question finds, best first. */
export function headings(index: SearchIndex, q: string, more: Partial<SearchQuery> = {}): string[] {
  return index.search(question(q, more)).hits.map((hit) => {
    const last = hit.id.split('#')[1] ?? '';
    return last.replace(/-\d+$/, '');
  });
}
