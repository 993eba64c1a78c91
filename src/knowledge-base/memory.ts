// The knowledge base that needs nothing installed: Maps, and the MiniSearch engine.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { factsOf, keepIssue, linkIssue, restoreIssue, saveIssues } from './kept-issue.js';
import type { KeptIssue, SavedIssue, UnlinkedIssue } from './kept-issue.js';
import { packMentions } from './packed-mentions.js';
import { createMentionFinder, type MentionFinder } from '../concepts/mentions.js';
import { createRelatedness, type Nearness } from '../concepts/relatedness.js';
import type { Relation } from '../concepts/relation.js';
import type { Concept, IsoDay, IssueFacts, Mention, Page, PageRequest, Problem } from '../model.js';
import { createSearchIndex } from '../search/minisearch-index.js';
import { parseSectionId, sectionId } from '../slug.js';
import type { ConceptSlug, IssueSlug, SectionId } from '../slug.js';
import { fold } from '../text/fold.js';
import { makeAccount } from './account.js';
import { byDate, newestFirst, oldestFirst } from './order.js';
import { supersessionsOf } from './supersessions.js';
import type {
  ConceptEntry,
  IssueSummary,
  KnowledgeBase,
  KnowledgeBaseWriter,
  SavedBetweenRuns,
  SectionEntry,
  Suggestion,
  Supersession,
} from './knowledge-base.js';

/** An empty knowledge base. What is written to it can be read at once. */
export function createMemoryKnowledgeBase(): KnowledgeBase &
  KnowledgeBaseWriter &
  SavedBetweenRuns {
  const issues = new Map<IssueSlug, KeptIssue>();
  const sections = new Map<SectionId, SectionEntry>();
  /** Former ids, and the section that each leads to now. */
  const formerIds = new Map<SectionId, SectionId>();
  let glossary: readonly Concept[] = [];
  const concepts = new Map<ConceptSlug, Concept>();
  const ranks = new Map<ConceptSlug, number>();
  /** Which sections of which issues speak of a concept. */
  const speaking = new Map<ConceptSlug, Map<IssueSlug, SectionId[]>>();
  const index = createSearchIndex();
  const relatedness = createRelatedness();
  let finder: MentionFinder = createMentionFinder([]);
  let problems: Problem[] = [];
  /** All issues, newest first, and all concepts by label: made when asked for, forgotten at a change. */
  let listedIssues: KeptIssue[] | undefined;
  let listedConcepts: ConceptEntry[] | undefined;
  let supersessions: Supersession[] | undefined;
  let among = new Map<string, Promise<Map<ConceptSlug, Relation[]>>>();
  /** What was near to what as of a day, counted when asked for. */
  let pasts = new Map<IsoDay, Nearness>();

  function changed(): void {
    listedIssues = undefined;
    listedConcepts = undefined;
    supersessions = undefined;
    among = new Map();
    pasts = new Map();
  }

  function forget(slug: IssueSlug): void {
    const entry = issues.get(slug);
    if (entry === undefined) return;
    for (const { section, concepts } of entry.sections) {
      sections.delete(section.id);
      for (const former of section.formerAnchors) formerIds.delete(sectionId(slug, former));
      for (const concept of concepts) speaking.get(concept.slug)?.delete(slug);
    }
    issues.delete(slug);
    changed();
  }

  function drop(slug: IssueSlug): void {
    forget(slug);
    index.removeIssue(slug);
    relatedness.removeIssue(slug);
  }

  function link(issue: UnlinkedIssue): KeptIssue {
    const { sections, concepts: named } = issue.issue;
    const mentions = sections.map((section, place) => {
      const found = finder.find(section);
      // What the front matter names is said of the whole issue, and is kept
      // with its first section.
      return place === 0 ? [...namedConcepts(named, section.id, finder), ...found] : found;
    });
    return linkIssue(issue, packMentions(mentions, ranks), glossary);
  }

  function take(kept: KeptIssue): void {
    const { issue, sections: entries } = kept;
    forget(issue.slug);
    issues.set(issue.slug, kept);
    for (const entry of entries) {
      const { id, formerAnchors } = entry.section;
      sections.set(id, entry);
      for (const former of formerAnchors) formerIds.set(sectionId(issue.slug, former), id);
      for (const { slug } of entry.concepts) {
        const places = speaking.get(slug) ?? new Map<IssueSlug, SectionId[]>();
        speaking.set(slug, places);
        places.set(issue.slug, [...(places.get(issue.slug) ?? []), id]);
      }
    }
    index.replaceIssue({ issue: facts(issue.slug), sections: entries });
    relatedness.replaceIssue(issue.slug, entries);
    changed();
  }

  function use(all: readonly Concept[]): void {
    glossary = all;
    concepts.clear();
    ranks.clear();
    for (const concept of glossary) {
      ranks.set(concept.slug, concepts.size);
      concepts.set(concept.slug, concept);
    }
    finder = createMentionFinder(glossary);
    relatedness.replaceConcepts([...glossary]);
    index.replaceSynonyms(
      glossary.map(({ label, aliases, hidden }) => [label, ...aliases, ...hidden]),
    );
    speaking.clear();
    changed();
  }

  /** Undefined for a discovered concept that nothing speaks of: all its mentions are part of longer names. */
  function known(slug: ConceptSlug, asOf?: IsoDay): Concept | undefined {
    const concept = concepts.get(slug);
    const isKnown =
      concept?.status === 'curated' ||
      [...(speaking.get(slug)?.keys() ?? [])].some((issue) => wasOut(facts(issue), asOf));
    return isKnown ? concept : undefined;
  }

  function allKnown(asOf?: IsoDay): Concept[] {
    return [...concepts.keys()].flatMap((slug) => known(slug, asOf) ?? []);
  }

  function allEntries(asOf?: IsoDay): ConceptEntry[] {
    return allKnown(asOf)
      .map((concept) => conceptEntry(concept, asOf))
      .sort((a, b) => compareText(a.concept.label, b.concept.label));
  }

  function conceptEntry(concept: Concept, asOf?: IsoDay): ConceptEntry {
    const places = speaking.get(concept.slug) ?? new Map<IssueSlug, SectionId[]>();
    const speakers = [...places.keys()]
      .map((slug) => facts(slug))
      .filter((issue) => wasOut(issue, asOf))
      .sort(oldestFirst);
    const dates = speakers.flatMap(({ date }) => date ?? []);
    return {
      concept,
      issueCount: speakers.length,
      sectionCount: speakers.reduce((sum, { slug }) => sum + places.get(slug)!.length, 0),
      issues: speakers,
      first: dates[0] ?? null,
      latest: dates.at(-1) ?? null,
      rank: ranks.get(concept.slug)!,
    };
  }

  function passagesOn(slug: ConceptSlug, asOf?: IsoDay): SectionEntry[] {
    return relatedness
      .passagesOf(slug)
      .flatMap((id) => sectionEntry(id) ?? [])
      .filter(({ issue }) => wasOut(issue, asOf));
  }

  function allSupersessions(): Supersession[] {
    const all = inOrder().map(({ issue }) => issue);
    supersessions ??= supersessionsOf(all).map(({ by, of }) => ({ by: facts(by), of: facts(of) }));
    return supersessions;
  }

  function nearnessAsOf(asOf?: IsoDay): Nearness {
    if (asOf === undefined) return relatedness;
    const known = pasts.get(asOf);
    if (known !== undefined) return known;
    const past = relatedness.asOf((issue) => wasOut(facts(issue), asOf));
    if (pasts.size >= MAX_PASTS) pasts.clear();
    pasts.set(asOf, past);
    return past;
  }

  function nearest(
    nearness: Nearness,
    slug: ConceptSlug,
    limit: number,
    asOf?: IsoDay,
  ): Relation[] {
    // Some of the nearest may be discovered ones that nothing speaks of.
    return nearness
      .relatedConcepts(slug, 2 * limit)
      .filter(({ to }) => to.kind === 'section' || known(to.slug, asOf) !== undefined)
      .slice(0, limit);
  }

  function facts(slug: IssueSlug): IssueFacts {
    return issues.get(slug)!.sections[0]!.issue;
  }

  function inOrder(): KeptIssue[] {
    listedIssues ??= [...issues.values()].sort((a, b) => newestFirst(a.issue, b.issue));
    return listedIssues;
  }

  function sectionEntry(id: SectionId): SectionEntry | undefined {
    return sections.get(formerIds.get(id) ?? id);
  }

  async function relateAmong(
    slugs: readonly ConceptSlug[],
    limit: number,
    asOf?: IsoDay,
  ): Promise<Map<ConceptSlug, Relation[]>> {
    const wanted = new Set(slugs);
    const nearness = nearnessAsOf(asOf);
    const relations = new Map<ConceptSlug, Relation[]>();
    for (const slug of wanted) {
      const all = known(slug, asOf) ? nearest(nearness, slug, concepts.size, asOf) : [];
      const inside = all.filter(({ to }) => to.kind === 'concept' && wanted.has(to.slug));
      relations.set(slug, inside.slice(0, limit));
      await nextTurn();
    }
    return relations;
  }

  return {
    async replaceIssue(issue) {
      take(link(keepIssue(issue)));
    },

    async removeIssue(slug) {
      drop(slug);
    },

    async replaceGlossary(given) {
      use(given.concepts);
      for (const kept of [...issues.values()]) {
        // A change that came while we waited has linked its issue already.
        if (issues.get(kept.issue.slug) === kept) take(link(kept));
        await nextTurn();
      }
    },

    async replaceProblems(all) {
      problems = all;
    },

    async search(query) {
      return index.search(query);
    },

    async suggest(prefix, limit) {
      const wanted = fold(prefix.trim());
      if (wanted === '') return [];
      const named: Suggestion[] = allKnown()
        .filter(({ label, aliases, hidden }) =>
          [label, ...aliases, ...hidden].some((name) => startsAtWord(fold(name), wanted)),
        )
        .map((concept) => ({ concept, issues: speaking.get(concept.slug)?.size ?? 0 }))
        .sort((a, b) => b.issues - a.issues || compareText(a.concept.label, b.concept.label))
        .map(({ concept }) => ({ kind: 'concept', text: concept.label, slug: concept.slug }));
      // Concepts first, but never so many that nothing else is offered.
      const most = Math.ceil(limit / 2);
      const others = index.suggest(prefix, limit - Math.min(named.length, most));
      return [...named.slice(0, limit - others.length), ...others];
    },

    async issue(slug) {
      const kept = issues.get(slug);
      if (kept === undefined) return undefined;
      const all = allSupersessions();
      return {
        issue: kept.issue,
        sections: kept.sections,
        supersedes: all.filter(({ by }) => by.slug === slug).map(({ of }) => of),
        supersededBy: all.filter(({ of }) => of.slug === slug).map(({ by }) => by),
      };
    },

    async issues({ page, perPage, year }) {
      const wanted = inOrder().filter(
        ({ issue }) => year === undefined || issue.date?.startsWith(`${year}-`),
      );
      return cut(wanted, { page, perPage }, summary);
    },

    async neighbours(slug) {
      const own = issues.get(slug)?.issue;
      if (own === undefined) return {};
      // Of an issue without a date nobody knows whether it came before a dated one.
      const row = inOrder().filter(
        ({ issue }) =>
          issue.publication === own.publication && (issue.date === null) === (own.date === null),
      );
      const place = row.findIndex(({ issue }) => issue.slug === slug);
      const previous = row[place + 1];
      const next = row[place - 1];
      return {
        ...(previous && { previous: summary(previous) }),
        ...(next && { next: summary(next) }),
      };
    },

    async section(id) {
      return sectionEntry(id);
    },

    async sections(ids) {
      return ids.flatMap((id) => sectionEntry(id) ?? []);
    },

    async concept(slug, asOf) {
      const concept = known(slug);
      return concept && conceptEntry(concept, asOf);
    },

    async concepts(asOf) {
      if (asOf !== undefined) return allEntries(asOf);
      listedConcepts ??= allEntries();
      return listedConcepts;
    },

    async account(slug, asOf) {
      const concept = known(slug);
      if (concept === undefined) return undefined;
      const out = inOrder().filter(({ issue }) => wasOut(issue, asOf));
      const speakers = speaking.get(slug);
      return makeAccount({
        concept,
        finder,
        passages: passagesOn(slug, asOf),
        archive: out.flatMap(({ issue: { slug, date } }) => (date === null ? [] : { slug, date })),
        supersessions: allSupersessions().filter(
          ({ by, of }) =>
            wasOut(by, asOf) && speakers?.has(by.slug) === true && speakers.has(of.slug),
        ),
      });
    },

    async sectionsOf(slug, { sort, page, perPage, asOf }) {
      if (known(slug) === undefined) return undefined;
      const entries = passagesOn(slug, asOf);
      // Sorting keeps the order of relevance within an issue.
      if (sort !== 'relevance') entries.sort((a, b) => byDate(sort)(a.issue, b.issue));
      return cut(entries, { page, perPage }, (entry) => entry);
    },

    async mentionsOf(slug, request) {
      if (known(slug) === undefined) return undefined;
      const places = speaking.get(slug) ?? new Map<IssueSlug, SectionId[]>();
      const mentions = [...places.keys()]
        .map((issue) => facts(issue))
        .sort(oldestFirst)
        .flatMap((issue) => places.get(issue.slug)!)
        .flatMap((id) => sections.get(id)!.mentions)
        .filter(({ concept }) => concept === slug);
      return cut(mentions, request, (mention) => mention);
    },

    async related(to, limit, asOf) {
      if (parseSectionId(to) === undefined) {
        const slug = to as ConceptSlug;
        return known(slug) && nearest(nearnessAsOf(asOf), slug, limit, asOf);
      }
      // Whoever asks for several gives other requests a turn between them.
      await nextTurn();
      const entry = sectionEntry(to as SectionId);
      if (entry === undefined || !wasOut(entry.issue, asOf)) return undefined;
      return nearnessAsOf(asOf).relatedSections(entry.section.id, limit);
    },

    async relatedAmong(slugs, limit, asOf) {
      const key = [asOf ?? 'now', limit, ...slugs].join(' ');
      const known = among.get(key);
      if (known !== undefined) return known;
      const relations = relateAmong(slugs, limit, asOf);
      if (among.size >= MAX_PASTS) among.clear();
      among.set(key, relations);
      return relations;
    },

    async problems() {
      return problems;
    },

    *save() {
      yield ['glossary', glossary];
      yield ['problems', problems];
      yield* saveIssues([...issues.values()]);
    },

    async restore(parts) {
      try {
        for await (const [name, value] of parts) {
          if (name === 'glossary') use(value as Concept[]);
          else if (name === 'problems') problems = value as Problem[];
          else if (name.startsWith('issues')) {
            for (const saved of value as SavedIssue[]) {
              take(restoreIssue(saved, glossary));
              await nextTurn();
            }
          }
        }
      } catch (error) {
        for (const slug of [...issues.keys()]) drop(slug);
        use([]);
        problems = [];
        throw error;
      }
    },

    async counts() {
      return {
        issues: issues.size,
        sections: sections.size,
        concepts: allKnown().length,
        mentions: inOrder().reduce((sum, { mentions }) => sum + mentions.starts.at(-1)!, 0),
      };
    },
  };
}

/** So many days are kept counted; a reader compares two or three. */
const MAX_PASTS = 4;

/** Whether it was published by that day. */
function wasOut({ date }: Pick<IssueFacts, 'date'>, asOf?: IsoDay): boolean {
  return asOf === undefined || (date !== null && date <= asOf);
}

function namedConcepts(names: string[], section: SectionId, finder: MentionFinder): Mention[] {
  return names.flatMap((words) => {
    const concept = finder.resolve(words);
    return concept === undefined
      ? []
      : [{ concept, section, place: 'front matter', words, start: 0, end: 0, linkable: false }];
  });
}

function summary({ issue, sections }: KeptIssue): IssueSummary {
  return { ...factsOf(issue), sectionCount: sections.length };
}

function cut<From, Item>(
  all: readonly From[],
  { page, perPage }: PageRequest,
  make: (from: From) => Item,
): Page<Item> {
  const items = all.slice((page - 1) * perPage, page * perPage).map(make);
  return { total: all.length, page, perPage, items };
}

/** "teams" begins a word of "platform teams", "eams" does not. */
function startsAtWord(name: string, prefix: string): boolean {
  return name.startsWith(prefix) || name.includes(` ${prefix}`) || name.includes(`-${prefix}`);
}

function compareText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
