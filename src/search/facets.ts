// Counts what was found by concept, year, publication, author and language.

import type { Facets, FacetValue, SearchableSection, SearchQuery } from './search-index.js';
import { yearOf } from './search-index.js';
import type { IssueFacts } from '../model.js';
import type { Shelf, ShelvedSection } from './shelf.js';

/** An archive may have thousands of concepts; nobody chooses from a longer list. */
const MAX_VALUES = 100;

/** All values of all facets, numbered, so that counting is adding up in an array. */
export interface FacetValues {
  all: { facet: keyof Facets; value: string; label: string }[];
  numbers: Map<string, number>;
}

/** The numbers of a section's values, those of its issue among them. */
export function valuesOf(
  values: FacetValues,
  facts: IssueFacts,
  concepts: SearchableSection['concepts'],
  language: string | null,
): number[] {
  const year = yearOf(facts.date);
  const found = concepts.map(({ slug, label }) => numberOf(values, 'concept', slug, label));
  if (year !== null) found.push(numberOf(values, 'year', String(year)));
  if (facts.publication !== null) found.push(numberOf(values, 'publication', facts.publication));
  for (const author of new Set(facts.authors)) found.push(numberOf(values, 'author', author));
  if (language !== null) found.push(numberOf(values, 'language', language));
  return found;
}

/** Over all of `found`, section numbers. Years newest first, the others commonest first. */
export function countFacets(shelf: Shelf, found: Uint32Array): Facets {
  const counts = new Uint32Array(shelf.values.all.length);
  const { valueList, valueStarts } = shelf;
  for (const number of found) {
    const start = valueStarts[number]!;
    const end = start + valueList[start]!;
    for (let at = start + 1; at <= end; at += 1) counts[valueList[at]!]! += 1;
  }
  const facets: Facets = { concept: [], year: [], publication: [], author: [], language: [] };
  counts.forEach((count, number) => {
    if (count === 0) return;
    const { facet, value, label } = shelf.values.all[number]!;
    facets[facet].push({ value, label, count });
  });
  facets.year.sort((a, b) => Number(b.value) - Number(a.value));
  for (const facet of ['concept', 'publication', 'author', 'language'] as const)
    facets[facet] = commonest(facets[facet]);
  return facets;
}

/** Whether a section has what the reader chose, and was out by then. Undefined when nothing was chosen. */
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
  const { asOf } = query;
  if (asOf !== undefined)
    tests.push(({ issue }) => issue.facts.date !== null && issue.facts.date <= asOf);
  if (tests.length === 0) return undefined;
  return (section) => tests.every((test) => test(section));
}

function numberOf(
  values: FacetValues,
  facet: keyof Facets,
  value: string,
  label: string = value,
): number {
  const key = `${facet} ${value}`;
  let number = values.numbers.get(key);
  if (number === undefined) {
    number = values.all.length;
    values.numbers.set(key, number);
    values.all.push({ facet, value, label });
  }
  // A concept's label may have changed since.
  values.all[number]!.label = label;
  return number;
}

function commonest(values: FacetValue[]): FacetValue[] {
  return values
    .sort((a, b) => b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value))
    .slice(0, MAX_VALUES);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
