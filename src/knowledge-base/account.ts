// What is told of one concept, read from the passages that speak of it.

import { backgroundOf } from '../concepts/background.js';
import { changesOfMind } from '../concepts/changes-of-mind.js';
import { defineInArchive } from '../concepts/definition-sentence.js';
import type { MentionFinder } from '../concepts/mentions.js';
import { readingPath } from '../concepts/reading-path.js';
import type { Quote } from '../concepts/relation.js';
import { quoteAt } from '../concepts/sentence.js';
import { timelineOf, type DatedIssue } from '../concepts/timeline.js';
import { wordsChanged } from '../concepts/treatments.js';
import { wordKey } from '../concepts/words.js';
import type { Concept, Mention, Section } from '../model.js';
import { anchor, issueSlug, sectionId, type ConceptSlug } from '../slug.js';
import { baseLanguage } from '../text/stems.js';
import { byDate } from './order.js';
import type { ConceptAccount, SectionEntry, Supersession } from './knowledge-base.js';

export interface AccountSources {
  concept: Concept;
  /** All that speak of the concept, those most about it first. */
  passages: readonly SectionEntry[];
  /** All dated issues, those that do not speak of it too. */
  archive: readonly DatedIssue[];
  supersessions: readonly Supersession[];
  finder: MentionFinder;
}

/** Sentences quoted for a discovered concept, steps of a path, candidates shown. */
const EVIDENCE = 3;
const STEPS = 5;
const CANDIDATES = 5;
/** Passages further down the list only mention the concept, as do those that name it once. */
const TREATING = 12;
const OFTEN = 2;
/** Words named on either side of then and now. */
const WORDS = 8;
/** A word this common in the language at large, by its Zipf value, says nothing about a change. */
const COMMON = 5;
/** A sentence within so many characters of a mention may be about the concept. */
const NEAR = 300;

export function makeAccount({
  concept,
  passages,
  archive,
  supersessions,
  finder,
}: AccountSources): ConceptAccount {
  const { slug } = concept;
  const definitions = new Map(
    passages.flatMap((entry) => {
      const text = definitionIn(entry, slug);
      return text === null ? [] : [[entry, { section: entry.section.id, text }] as const];
    }),
  );
  const inTime = [...passages].sort((a, b) => byDate('oldest')(a.issue, b.issue));
  const earliest = inTime.find((entry) => definitions.has(entry));
  return {
    definitionMentions: mentionsInDefinition(concept, finder),
    evidence: concept.status === 'discovered' ? evidenceIn(passages, slug) : [],
    timeline: timelineOf(archive, new Set(passages.map(({ issue }) => issue.slug))),
    firstDefinition: (earliest && definitions.get(earliest)) ?? null,
    treatments: treatmentsIn(passages, slug),
    changesOfMind: inTime.flatMap((entry) => changesNear(entry, slug)).slice(0, CANDIDATES),
    supersessions: [...supersessions].sort((a, b) => byDate('oldest')(a.by, b.by)),
    path: readingPath(
      passages.map((entry) => ({
        section: entry.section,
        date: entry.issue.date,
        defines: definitions.has(entry),
      })),
      STEPS,
    ),
  };
}

/** Links to the concept's own page would lead nowhere new. */
function mentionsInDefinition(concept: Concept, finder: MentionFinder): Mention[] {
  const { slug, label, definition } = concept;
  if (definition === null) return [];
  const issue = issueSlug(slug);
  const section: Section = {
    ...{ id: sectionId(issue, anchor('definition')), issue, anchor: anchor('definition') },
    ...{ formerAnchors: [], heading: label, form: 'lede', depth: 0, trail: [] },
    ...{ tree: definition.tree, text: definition.text, stock: false, language: null, line: 1 },
  };
  return finder
    .find(section)
    .filter((mention) => mention.place === 'text' && mention.concept !== slug);
}

function evidenceIn(passages: readonly SectionEntry[], slug: ConceptSlug): Quote[] {
  const quotes: Quote[] = [];
  const issues = new Set<string>();
  for (const entry of passages) {
    if (quotes.length === EVIDENCE) break;
    const quote = firstSentence(entry, slug);
    if (quote === null || issues.has(entry.issue.slug)) continue;
    if (quotes.some(({ text }) => text === quote.text)) continue;
    issues.add(entry.issue.slug);
    quotes.push(quote);
  }
  return quotes;
}

function definitionIn({ section, mentions }: SectionEntry, slug: ConceptSlug): string | null {
  const places = textMentions(mentions, slug).map(({ start, end }) => ({ section, start, end }));
  return defineInArchive(places, baseLanguage(section.language) ?? 'en')?.text ?? null;
}

function treatmentsIn(
  passages: readonly SectionEntry[],
  slug: ConceptSlug,
): ConceptAccount['treatments'] {
  const treating = passages
    .slice(0, TREATING)
    .filter(
      ({ issue, mentions }) =>
        issue.date !== null && mentions.filter(({ concept }) => concept === slug).length >= OFTEN,
    )
    .sort((a, b) => byDate('oldest')(a.issue, b.issue))
    .flatMap((entry) => {
      const quote = firstSentence(entry, slug);
      return quote === null ? [] : [{ ...entry, quote }];
    });
  const [early, late] = [treating[0], treating.at(-1)];
  if (early === undefined || late === undefined || early.issue.date === late.issue.date)
    return null;
  // Every word counts where the language has no list of common ones.
  const background = backgroundOf(baseLanguage(late.section.language) ?? 'en');
  const rarity = (key: string) => (background ? Math.max(0, COMMON - background.zipf(key)) : 1);
  const { entered, left } = wordsChanged(early.section.text, late.section.text, rarity, 2 * WORDS);
  const telling = (words: string[]) =>
    words.filter((word) => rarity(wordKey(word)) > 0).slice(0, WORDS);
  return {
    ...{ early: early.quote, late: late.quote },
    ...{ entered: telling(entered), left: telling(left) },
  };
}

function changesNear({ section, mentions }: SectionEntry, slug: ConceptSlug): Quote[] {
  const headed = mentions.some(({ concept, place }) => concept === slug && place === 'heading');
  return changesOfMind(section).filter(({ text }) => {
    const at = section.text.indexOf(text);
    return (
      (headed && !section.stock) ||
      textMentions(mentions, slug).some(
        ({ start, end }) => start < at + text.length + NEAR && end > at - NEAR,
      )
    );
  });
}

function firstSentence({ section, mentions }: SectionEntry, slug: ConceptSlug): Quote | null {
  const [first] = textMentions(mentions, slug);
  return first === undefined
    ? null
    : { section: section.id, text: quoteAt(section.text, first.start, first.end) };
}

function textMentions(mentions: readonly Mention[], slug: ConceptSlug): Mention[] {
  return mentions.filter(({ concept, place }) => concept === slug && place === 'text');
}
