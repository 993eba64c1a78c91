// What must hold of a section to be found: a test made of a clause.

import { slugify } from '../slug.js';
import { fold } from '../text/fold.js';
import { baseLanguage } from '../text/stems.js';
import type { FacetValues } from './facets.js';
import { leafOf, type Planner } from './leaf.js';
import type { Clause, FacetName } from './query/clause.js';
import { literally } from './query/literally.js';
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
    case 'facet': {
      const values = fittingValues(clause.facet, clause.value, planner.shelf.values);
      if (values.size === 0) return findsNothing(clause, excluded, planner);
      return facetTest(clause.facet, values);
    }
    case 'issue': {
      const issues = fittingIssues(clause.value, planner.shelf.issues);
      if (issues.size === 0) return findsNothing(clause, excluded, planner);
      return ({ issue }) => issues.has(issue);
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

/** No section has it, and the reader is told so. */
function findsNothing(clause: Clause, excluded: boolean, { echo }: Planner): Test {
  const written = literally(clause);
  if (!excluded && !echo.unmatched.includes(written)) echo.unmatched.push(written);
  return () => false;
}

/** They are found once, among those there are, and not for each section. */
function fittingValues(facet: FacetName, value: string, { all }: FacetValues): Set<string> {
  const fits = fitting(facet, value);
  return new Set(all.filter((one) => one.facet === facet && fits(one)).map((one) => one.value));
}

function fittingIssues(
  asked: string,
  issues: ReadonlyMap<string, ShelvedIssue>,
): Set<ShelvedIssue> {
  const slug = slugify(asked);
  const number = asked.replace(/^#/u, '');
  return new Set(
    [...issues.values()].filter(
      ({ facts }) =>
        facts.slug === slug || (facts.number !== null && String(facts.number) === number),
    ),
  );
}

function facetTest(facet: FacetName, values: ReadonlySet<string>): Test {
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
  facet: FacetName,
  asked: string,
): (one: { value: string; label: string }) => boolean {
  const slug = slugify(asked);
  const name = spaced(asked);
  const code = baseLanguage(asked);
  switch (facet) {
    case 'concept':
      return ({ value, label }) => value === slug || slugify(label) === slug;
    case 'author':
    case 'publication':
      return ({ value }) => name !== '' && spaced(value).includes(name);
    case 'language':
      return ({ value }) => value === code;
  }
}

/** Many archives name their authors as addresses do: “ada-moor”. */
function spaced(name: string): string {
  return fold(name)
    .replace(/[\s_-]+/gu, ' ')
    .trim();
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
