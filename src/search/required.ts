// What must hold of a section to be found: a test made of a clause.

import { slugify } from '../slug.js';
import { fold } from '../text/fold.js';
import { baseLanguage } from '../text/stems.js';
import type { FacetValues } from './facets.js';
import { leafOf, type Planner } from './leaf.js';
import type { Clause } from './query/clause.js';
import type { SearchField } from './search-index.js';
import type { ShelvedIssue, ShelvedSection } from './shelf.js';

/** `bits`: which leaves the section has. */
export type Test = (section: ShelvedSection, bits: number) => boolean;

/** Undefined for what says nothing: an empty group, a word that is not used. */
export function compile(
  clause: Clause,
  field: SearchField | null,
  excluded: boolean,
  planner: Planner,
): Test | undefined {
  planner.tests += 1;
  switch (clause.kind) {
    case 'word':
    case 'prefix':
    case 'phrase':
    case 'near': {
      const leaf = leafOf(clause, field, excluded, planner);
      if (leaf === undefined) return undefined;
      const { bit } = leaf;
      return (_section, bits) => (bits & bit) !== 0;
    }
    case 'in':
      return undefined;
    case 'facet':
      return facetTest(clause.facet, clause.value, planner.facets);
    case 'issue': {
      const slug = slugify(clause.value);
      const number = clause.value.replace(/^#/u, '');
      return ofIssue(
        ({ facts }) =>
          facts.slug === slug || (facts.number !== null && String(facts.number) === number),
      );
    }
    case 'period': {
      const { from, to } = clause;
      return ofIssue(
        ({ facts: { date } }) =>
          date !== null && (from === null || date >= from) && (to === null || date < to),
      );
    }
    case 'not': {
      const test = compile(clause.clause, field, !excluded, planner);
      return test && ((section, bits) => !test(section, bits));
    }
    case 'all': {
      const tests = compileAll(clause.clauses, field, excluded, planner);
      return tests.length === 0 ? undefined : (section, bits) => passesAll(tests, section, bits);
    }
    case 'any': {
      const tests = compileAll(clause.clauses, field, excluded, planner);
      return tests.length === 0 ? undefined : (section, bits) => passesAny(tests, section, bits);
    }
  }
}

// Asked of each section for each group, so nothing is made on the way.
export function passesAll(tests: readonly Test[], section: ShelvedSection, bits: number): boolean {
  for (const test of tests) if (!test(section, bits)) return false;
  return true;
}

function passesAny(tests: readonly Test[], section: ShelvedSection, bits: number): boolean {
  for (const test of tests) if (test(section, bits)) return true;
  return false;
}

function compileAll(
  clauses: readonly Clause[],
  field: SearchField | null,
  excluded: boolean,
  planner: Planner,
): Test[] {
  const scope = scopeOf(clauses, field);
  return clauses
    .map((clause) => compile(clause, scope, excluded, planner))
    .filter((test) => test !== undefined);
}

/** `in:heading` holds for the group it stands in. */
export function scopeOf(clauses: readonly Clause[], outer: SearchField | null): SearchField | null {
  return clauses.find((clause) => clause.kind === 'in')?.field ?? outer;
}

/** The values that fit are found once, among those there are, and not for each section. */
function facetTest(
  facet: (Clause & { kind: 'facet' })['facet'],
  value: string,
  { all }: FacetValues,
): Test {
  const fits = fitting(facet, value);
  const values = new Set(
    all.filter((one) => one.facet === facet && fits(one)).map((one) => one.value),
  );
  if (values.size === 0) return () => false;
  switch (facet) {
    case 'concept':
      return ({ concepts }) => concepts.some(({ slug }) => values.has(slug));
    case 'author':
      return ofIssue(({ facts }) => facts.authors.some((author) => values.has(author)));
    case 'publication':
      return ofIssue(({ facts }) => facts.publication !== null && values.has(facts.publication));
    case 'language':
      return ({ language }) => language !== null && values.has(language);
  }
}

function fitting(
  facet: (Clause & { kind: 'facet' })['facet'],
  asked: string,
): (one: { value: string; label: string }) => boolean {
  const slug = slugify(asked);
  const folded = fold(asked).trim();
  const code = baseLanguage(asked);
  switch (facet) {
    case 'concept':
      return ({ value, label }) => value === slug || slugify(label) === slug;
    case 'author':
    case 'publication':
      return ({ value }) => fold(value).includes(folded);
    case 'language':
      return ({ value }) => value === code;
  }
}

/** Sections of an issue mostly follow one another. */
function ofIssue(test: (issue: ShelvedIssue) => boolean): Test {
  let last: ShelvedIssue | undefined;
  let held = false;
  return ({ issue }) => {
    if (issue !== last) {
      held = test(issue);
      last = issue;
    }
    return held;
  };
}
