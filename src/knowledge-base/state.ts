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
import { compareText } from './compare-text.js';
import type { KeptIssue } from './kept-issue.js';
import type {
  ConceptAccount,
  ConceptEntry,
  Counts,
  SectionEntry,
  Supersession,
} from './knowledge-base.js';
import { restoreLinker, type Linker } from './linking.js';
import type { NameBeginnings } from './name-beginnings.js';
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
  /** The concepts by label; made when asked for. */
  alphabet?: readonly Concept[];
  /** How their names begin; made when asked for. */
  beginnings?: Promise<NameBeginnings>;
  course: Course;
  made: Made;
  /** What was told of concepts, each as long as its passages stay the same; an account, as the course does too. */
  told: { entries: Map<ConceptSlug, ToldEntry>; accounts: Map<ConceptSlug, ToldAccount> };
}

/** The order of the issues. Made when asked for, forgotten when one comes or goes, or has other facts. */
interface Course {
  newest?: KeptIssue[];
  oldest?: KeptIssue[];
  /** The place of each issue among the oldest. */
  ages?: Map<IssueSlug, number>;
  supersessions?: Supersession[];
}

/** Made when asked for, forgotten at any change. */
interface Made {
  counts?: Counts;
  concepts?: Promise<ConceptEntry[]>;
  /** What is near to what as of a day. */
  pasts: Map<IsoDay, Promise<Nearness>>;
  among: Map<string, Promise<Map<ConceptSlug, Relation[]>>>;
}

interface ToldEntry {
  version: string;
  speakers: readonly Speaker[];
  entry: ConceptEntry;
}

interface ToldAccount {
  version: string;
  account: Promise<ConceptAccount>;
}

/** An issue that speaks of a concept, and in how many sections. */
export interface Speaker {
  facts: IssueFacts;
  sections: number;
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
    course: {},
    made: nothingMade(),
    told: { entries: new Map(), accounts: new Map() },
  };
}

/** In the place of what there is of that issue, whose mentions are by the state's own glossary. */
export function putIssue(state: State, kept: KeptIssue): void {
  const { slug } = kept.facts;
  const former = state.issues.get(slug);
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
  if (former !== undefined && factsOf(former) === factsOf(kept))
    for (const list of [state.course.newest, state.course.oldest])
      list?.splice(list.indexOf(former), 1, kept);
  else forgetCourse(state);
  state.made = nothingMade();
}

export function dropIssue(state: State, slug: IssueSlug): void {
  forget(state, slug);
  state.issues.delete(slug);
  state.relatedness.removeIssue(slug);
  forgetCourse(state);
  state.made = nothingMade();
}

export function entryOf({ sections, formerIds }: State, id: SectionId): SectionEntry | undefined {
  return sections.get(formerIds.get(id) ?? id);
}

export function newest({ issues, course }: State): readonly KeptIssue[] {
  return (course.newest ??= [...issues.values()].sort((a, b) => newestFirst(a.facts, b.facts)));
}

export function oldest({ issues, course }: State): readonly KeptIssue[] {
  return (course.oldest ??= [...issues.values()].sort((a, b) => oldestFirst(a.facts, b.facts)));
}

/** The place of each issue in the order from the oldest on. */
export function ages(state: State): ReadonlyMap<IssueSlug, number> {
  return (state.course.ages ??= new Map(oldest(state).map(({ facts }, age) => [facts.slug, age])));
}

export function supersessions(state: State): readonly Supersession[] {
  const facts = (slug: IssueSlug) => state.issues.get(slug)!.facts;
  return (state.course.supersessions ??= supersessionsOf(
    newest(state).map(({ issue }) => issue),
  ).map(({ by, of }) => ({ by: facts(by), of: facts(of) })));
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

/** All concepts of the glossary. */
export function byLabel(state: State): readonly Concept[] {
  return (state.alphabet ??= [...state.linker.concepts].sort((a, b) =>
    compareText(a.label, b.label),
  ));
}

/** The sections that speak of the concept, those of an issue together. */
export function placesOf({ relatedness }: State, slug: ConceptSlug): readonly PlaceOfConcept[] {
  return relatedness.placesOf(slug);
}

export async function nearness(
  { relatedness, issues, made }: State,
  asOf?: IsoDay,
): Promise<Nearness> {
  if (asOf === undefined) return relatedness;
  const known = made.pasts.get(asOf);
  if (known !== undefined) return known;
  const past = relatedness.asOf((slug) => {
    // What a definition was quoted from may be gone.
    const issue = issues.get(slug);
    return issue !== undefined && wasOut(issue.facts, asOf);
  });
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

/** What the order of issues hangs on, and what is told of it. */
function factsOf({ facts, issue: { supersedes } }: KeptIssue): string {
  return JSON.stringify([facts, supersedes]);
}

function forgetCourse(state: State): void {
  state.course = {};
  state.told.accounts.clear();
}

function nothingMade(): Made {
  return { pasts: new Map(), among: new Map() };
}
