// A concept over time: when it was spoken of, how it was treated then and now,
// and in which order to read about it.

import type {
  ConceptAccount,
  KnowledgeBase,
  PathStep,
  Timeline,
} from '../knowledge-base/knowledge-base.js';
import type { IssueSlug, SectionId } from '../slug.js';
import { urls } from '../urls.js';
import { issueRef, type IssueRef } from './issue-item.js';
import { quoteItems, type QuoteItem } from './quote-item.js';
import { sharesOf, type Share } from './shares.js';

export interface ConceptTime {
  /** The first and the latest dated issue that speaks of it. */
  first: IssueRef | null;
  latest: IssueRef | null;
  /** From the archive's first dated issue to its last. */
  shares: Share[];
  /** The longest time between two issues that speak of it. */
  silence: { after: IssueRef; until: IssueRef; days: number } | null;
  /** Runs of issues that speak of it far oftener than usual. */
  bursts: { from: IssueRef; to: IssueRef; issues: number; of: number; weight: number }[];
  /** The earliest sentence that defines it. */
  firstDefinition: QuoteItem | null;
  /** The words are those of one passage that the other lacks. */
  treatments: { early: QuoteItem; late: QuoteItem; entered: string[]; left: string[] } | null;
  /** Sentences in which somebody seems to take something back. Candidates: read them. */
  changesOfMind: QuoteItem[];
  /** Issues on it that say themselves that they take back another. */
  supersessions: { by: IssueRef; of: IssueRef }[];
  /** A few sections in the order in which to read them. */
  path: PathItem[];
}

export interface PathItem {
  id: SectionId;
  url: string;
  heading: string;
  issue: IssueRef;
  reason: PathStep['reason'];
}

export async function makeConceptTime(
  kb: KnowledgeBase,
  { timeline, firstDefinition, treatments, changesOfMind, supersessions, path }: ConceptAccount,
): Promise<ConceptTime> {
  const issue = await issuesNamed(kb, timeline);
  const [definition] = await quoteItems(kb, firstDefinition ? [firstDefinition] : []);
  const [early, late] = await quoteItems(kb, treatments ? [treatments.early, treatments.late] : []);
  const { first, latest, silence, bursts } = timeline;
  return {
    first: first && issue(first.slug),
    latest: latest && issue(latest.slug),
    shares: sharesOf(timeline),
    silence: silence && {
      after: issue(silence.after.slug),
      until: issue(silence.until.slug),
      days: silence.days,
    },
    bursts: bursts.map(({ from, to, issues, of, weight }) => ({
      from: issue(from.slug),
      to: issue(to.slug),
      issues,
      of,
      weight,
    })),
    firstDefinition: definition ?? null,
    treatments:
      treatments && early && late
        ? { early, late, entered: treatments.entered, left: treatments.left }
        : null,
    changesOfMind: await quoteItems(kb, changesOfMind),
    supersessions: supersessions.map(({ by, of }) => ({ by: issueRef(by), of: issueRef(of) })),
    path: await pathItems(kb, path),
  };
}

/** The issues that a timeline names, by slug. */
async function issuesNamed(
  kb: KnowledgeBase,
  { first, latest, silence, bursts }: Timeline,
): Promise<(slug: IssueSlug) => IssueRef> {
  const dated = [first, latest, silence?.after, silence?.until].concat(
    bursts.flatMap(({ from, to }) => [from, to]),
  );
  const refs = new Map<IssueSlug, IssueRef>();
  for (const one of dated) {
    const entry = one && (await kb.issue(one.slug));
    if (entry) refs.set(entry.issue.slug, issueRef(entry.issue));
  }
  // An issue that has gone since is known by its slug alone.
  return (slug) => refs.get(slug) ?? { slug, title: slug, number: null, date: null };
}

async function pathItems(kb: KnowledgeBase, path: readonly PathStep[]): Promise<PathItem[]> {
  const entries = await kb.sections(path.map(({ section }) => section));
  const byId = new Map(entries.map((entry) => [entry.section.id, entry]));
  return path.flatMap(({ section: id, reason }) => {
    const entry = byId.get(id);
    if (!entry) return [];
    const { section, issue } = entry;
    return [
      { id, url: urls.section(id), heading: section.heading, issue: issueRef(issue), reason },
    ];
  });
}
