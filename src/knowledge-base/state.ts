// All that is known of an archive by one glossary.

import { createTermNumbers, type TermNumbers } from '../concepts/relations/issue-words.js';
import { NOTHING_LEARNED } from '../concepts/links/linked-passages.js';
import type { PlaceOfConcept } from '../concepts/relations/relatedness.js';
import {
  createRelatedness,
  type Nearness,
  type Relatedness,
} from '../concepts/relations/relatedness.js';
import type { Relation } from '../concepts/relations/relation.js';
import type { Concept, IsoDay, IssueFacts } from '../model.js';
import { sectionId, type ConceptSlug, type IssueSlug, type SectionId } from '../slug.js';
import type { KeptIssue } from './kept-issue.js';
import type { ConceptAccount, ConceptEntry, SectionEntry, Supersession } from './knowledge-base.js';
import { restoreLinker, type Linker } from './linking.js';
import { newestFirst, oldestFirst } from './order.js';
import { supersessionsOf } from './supersessions.js';

export interface State {
  linker: Linker;
  numbers: TermNumbers;
  issues: Map<IssueSlug, KeptIssue>;
  sections: Map<SectionId, SectionEntry>;
  /** Former ids, and the section that each leads to now. */
  formerIds: Map<SectionId, SectionId>;
  relatedness: Relatedness;
  made: Made;
}

/** Made when asked for, forgotten at a change. */
interface Made {
  newest?: KeptIssue[];
  oldest?: KeptIssue[];
  /** The place of each issue among the oldest. */
  ages?: Map<IssueSlug, number>;
  supersessions?: Supersession[];
  concepts?: Promise<ConceptEntry[]>;
  entries: Map<ConceptSlug, ConceptEntry>;
  accounts: Map<ConceptSlug, Promise<ConceptAccount>>;
  /** What is near to what as of a day. */
  pasts: Map<IsoDay, Nearness>;
  among: Map<string, Promise<Map<ConceptSlug, Relation[]>>>;
}

/** So many days are kept counted; a reader compares two or three. */
const MAX_PASTS = 4;

export function createState(
  linker: Linker = restoreLinker([], [], NOTHING_LEARNED),
  numbers: TermNumbers = createTermNumbers(),
): State {
  return {
    linker,
    numbers,
    issues: new Map(),
    sections: new Map(),
    formerIds: new Map(),
    relatedness: createRelatedness(linker, numbers),
    made: nothingMade(),
  };
}

/** In the place of what there is of that issue, whose mentions are by the state's own glossary. */
export function putIssue(state: State, kept: KeptIssue): void {
  const { slug } = kept.facts;
  forget(state, slug);
  state.issues.set(slug, kept);
  for (const entry of kept.sections) {
    const { id, formerAnchors } = entry.section;
    state.sections.set(id, entry);
    for (const former of formerAnchors) state.formerIds.set(sectionId(slug, former), id);
  }
  const { mentions, words, spoken } = kept;
  const { sections } = kept.issue;
  state.relatedness.replaceIssue(slug, { sections, mentions, words, spoken });
  state.made = nothingMade();
}

export function dropIssue(state: State, slug: IssueSlug): void {
  forget(state, slug);
  state.issues.delete(slug);
  state.relatedness.removeIssue(slug);
  state.made = nothingMade();
}

export function entryOf({ sections, formerIds }: State, id: SectionId): SectionEntry | undefined {
  return sections.get(formerIds.get(id) ?? id);
}

export function newest({ issues, made }: State): readonly KeptIssue[] {
  return (made.newest ??= [...issues.values()].sort((a, b) => newestFirst(a.facts, b.facts)));
}

export function oldest({ issues, made }: State): readonly KeptIssue[] {
  return (made.oldest ??= [...issues.values()].sort((a, b) => oldestFirst(a.facts, b.facts)));
}

/** The place of each issue in the order from the oldest on. */
export function ages(state: State): ReadonlyMap<IssueSlug, number> {
  return (state.made.ages ??= new Map(oldest(state).map(({ facts }, age) => [facts.slug, age])));
}

export function supersessions(state: State): readonly Supersession[] {
  const facts = (slug: IssueSlug) => state.issues.get(slug)!.facts;
  return (state.made.supersessions ??= supersessionsOf(newest(state).map(({ issue }) => issue)).map(
    ({ by, of }) => ({ by: facts(by), of: facts(of) }),
  ));
}

/** Undefined for a discovered concept that nothing speaks of: all its mentions are part of longer names. */
export function knownConcept(state: State, slug: ConceptSlug, asOf?: IsoDay): Concept | undefined {
  const rank = state.linker.ranks.get(slug);
  if (rank === undefined) return undefined;
  const concept = state.linker.concepts[rank]!;
  const isKnown =
    concept.status === 'curated' ||
    placesOf(state, slug).some(({ issue }) => wasOut(state.issues.get(issue.slug)!.facts, asOf));
  return isKnown ? concept : undefined;
}

export function knownConcepts(state: State, asOf?: IsoDay): Concept[] {
  return state.linker.concepts.filter(({ slug }) => knownConcept(state, slug, asOf));
}

/** The sections that speak of the concept, those of an issue together. */
export function placesOf({ relatedness }: State, slug: ConceptSlug): readonly PlaceOfConcept[] {
  return relatedness.placesOf(slug);
}

export function nearness({ relatedness, issues, made }: State, asOf?: IsoDay): Nearness {
  if (asOf === undefined) return relatedness;
  const known = made.pasts.get(asOf);
  if (known !== undefined) return known;
  const past = relatedness.asOf((slug) => wasOut(issues.get(slug)!.facts, asOf));
  if (made.pasts.size >= MAX_PASTS) made.pasts.clear();
  made.pasts.set(asOf, past);
  return past;
}

/** Whether it was published by that day. */
export function wasOut({ date }: Pick<IssueFacts, 'date'>, asOf?: IsoDay): boolean {
  return asOf === undefined || (date !== null && date <= asOf);
}

function forget({ issues, sections, formerIds }: State, slug: IssueSlug): void {
  for (const { section } of issues.get(slug)?.sections ?? []) {
    sections.delete(section.id);
    for (const former of section.formerAnchors) formerIds.delete(sectionId(slug, former));
  }
}

function nothingMade(): Made {
  return { entries: new Map(), accounts: new Map(), pasts: new Map(), among: new Map() };
}
