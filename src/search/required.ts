// What must hold of a section to be found: a test made of a clause.

import { slugify } from '../slug.js';
import { fold } from '../text/fold.js';
import { baseLanguage } from '../text/stems.js';
import { leafOf, type Planner } from './leaf.js';
import type { Clause } from './query/clause.js';
import type { SearchField } from './search-index.js';
import type { ShelvedSection } from './shelf.js';

/** `bits`: which leaves the section has. */
export type Test = (section: ShelvedSection, bits: number) => boolean;

/** Undefined for what says nothing: an empty group, a word that is not used. */
export function compile(
  clause: Clause,
  field: SearchField | null,
  excluded: boolean,
  planner: Planner,
): Test | undefined {
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
      return facetTest(clause.facet, clause.value);
    case 'issue': {
      const slug = slugify(clause.value);
      return ({ issue: { facts } }) =>
        facts.slug === slug ||
        (facts.number !== null && String(facts.number) === clause.value.replace(/^#/u, ''));
    }
    case 'period': {
      const { from, to } = clause;
      return ({ issue: { facts } }) =>
        facts.date !== null &&
        (from === null || facts.date >= from) &&
        (to === null || facts.date < to);
    }
    case 'not': {
      const test = compile(clause.clause, field, !excluded, planner);
      return test && ((section, bits) => !test(section, bits));
    }
    case 'all': {
      const tests = compileAll(clause.clauses, field, excluded, planner);
      return tests.length === 0
        ? undefined
        : (section, bits) => tests.every((test) => test(section, bits));
    }
    case 'any': {
      const tests = compileAll(clause.clauses, field, excluded, planner);
      return tests.length === 0
        ? undefined
        : (section, bits) => tests.some((test) => test(section, bits));
    }
  }
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

function facetTest(facet: (Clause & { kind: 'facet' })['facet'], value: string): Test {
  const slug = slugify(value);
  const folded = fold(value).trim();
  const code = baseLanguage(value);
  switch (facet) {
    case 'concept':
      return ({ concepts }) =>
        concepts.some((concept) => concept.slug === slug || slugify(concept.label) === slug);
    case 'author':
      return ({ issue }) => issue.facts.authors.some((author) => fold(author).includes(folded));
    case 'publication':
      return ({ issue }) => fold(issue.facts.publication ?? '').includes(folded);
    case 'language':
      return ({ language }) => language === code;
  }
}
