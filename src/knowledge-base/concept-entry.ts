// What a list tells of a concept. Counted again when a section that speaks of it
// came or went, and not when any other did.

import type { Concept, IsoDay } from '../model.js';
import type { ConceptSlug, IssueSlug } from '../slug.js';
import type { ConceptEntry } from './knowledge-base.js';
import { ages, oldest, placesOf, wasOut, type Speaker, type State } from './state.js';

export function conceptEntry(state: State, concept: Concept, asOf?: IsoDay): ConceptEntry {
  const { entries } = state.told;
  const version = state.relatedness.versionOf(concept.slug);
  let told = entries.get(concept.slug);
  if (told?.version !== version) {
    const speakers = speakersOf(state, concept.slug);
    told = { version, speakers, entry: countEntry(state, concept, speakers) };
    entries.set(concept.slug, told);
  }
  if (asOf === undefined) return told.entry;
  const out = told.speakers.filter(({ facts }) => wasOut(facts, asOf));
  return countEntry(state, concept, out);
}

function countEntry(
  { linker }: State,
  concept: Concept,
  speakers: readonly Speaker[],
): ConceptEntry {
  const issues = speakers.map(({ facts }) => facts);
  const dates = issues.flatMap(({ date }) => date ?? []);
  return {
    concept,
    issueCount: issues.length,
    sectionCount: speakers.reduce((sum, { sections }) => sum + sections, 0),
    issues,
    first: dates[0] ?? null,
    latest: dates.at(-1) ?? null,
    rank: linker.ranks.get(concept.slug)!,
  };
}

/** Oldest first. */
function speakersOf(state: State, slug: ConceptSlug): Speaker[] {
  const all = oldest(state);
  const counted: { age: number; sections: number }[] = [];
  let last: IssueSlug | undefined;
  for (const { issue } of placesOf(state, slug)) {
    if (issue.slug === last) counted.at(-1)!.sections += 1;
    else counted.push({ age: ages(state).get(issue.slug)!, sections: 1 });
    last = issue.slug;
  }
  return counted
    .sort((a, b) => a.age - b.age)
    .map(({ age, sections }) => ({ facts: all[age]!.facts, sections }));
}
