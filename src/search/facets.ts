// Counts what was found by concept, year, publication, author and language.

import type { Facets, FacetValue, SearchQuery } from './search-index.js';
import { yearOf } from './search-index.js';
import type { Shelf, ShelvedIssue, ShelvedSection } from './shelf.js';

/** An archive may have thousands of concepts; nobody chooses from a longer list. */
const MAX_VALUES = 100;

/** Over all of `found`, section numbers. Years newest first, the others commonest first. */
export function countFacets(shelf: Shelf, found: Uint32Array): Facets {
  const byIssue = new Map<ShelvedIssue, number>();
  const concepts: Counts = new Map();
  const languages: Counts = new Map();
  for (const number of found) {
    const section = shelf.sections[number];
    if (section === undefined) continue;
    byIssue.set(section.issue, (byIssue.get(section.issue) ?? 0) + 1);
    for (const { slug, label } of section.concepts) add(concepts, slug, label, 1);
    if (section.language !== null) add(languages, section.language, section.language, 1);
  }
  const years: Counts = new Map();
  const publications: Counts = new Map();
  const authors: Counts = new Map();
  for (const [{ facts }, count] of byIssue) {
    const year = yearOf(facts.date);
    if (year !== null) add(years, String(year), String(year), count);
    if (facts.publication !== null) add(publications, facts.publication, facts.publication, count);
    for (const author of new Set(facts.authors)) add(authors, author, author, count);
  }
  return {
    concept: commonest(concepts),
    year: [...years.values()].sort((a, b) => Number(b.value) - Number(a.value)),
    publication: commonest(publications),
    author: commonest(authors),
    language: commonest(languages),
  };
}

/** Whether a section has what the reader chose. Undefined when nothing was chosen. */
export function facetFilter(
  query: SearchQuery,
): ((section: ShelvedSection) => boolean) | undefined {
  const concepts = new Set<string>(query.concepts);
  const years = new Set(query.years);
  const publications = new Set(query.publications);
  const authors = new Set(query.authors);
  const languages = new Set(query.languages.map((language) => language.toLowerCase()));
  const tests: ((section: ShelvedSection) => boolean)[] = [];
  if (concepts.size > 0)
    tests.push((section) => section.concepts.some(({ slug }) => concepts.has(slug)));
  if (years.size > 0)
    tests.push(({ issue }) => {
      const year = yearOf(issue.facts.date);
      return year !== null && years.has(year);
    });
  if (publications.size > 0)
    tests.push(
      ({ issue }) => issue.facts.publication !== null && publications.has(issue.facts.publication),
    );
  if (authors.size > 0)
    tests.push(({ issue }) => issue.facts.authors.some((author) => authors.has(author)));
  if (languages.size > 0)
    tests.push(({ language }) => language !== null && languages.has(language));
  if (tests.length === 0) return undefined;
  return (section) => tests.every((test) => test(section));
}

type Counts = Map<string, FacetValue>;

function add(counts: Counts, value: string, label: string, count: number): void {
  const known = counts.get(value);
  if (known === undefined) counts.set(value, { value, label, count });
  else known.count += count;
}

function commonest(counts: Counts): FacetValue[] {
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MAX_VALUES);
}
