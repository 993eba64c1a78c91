// What is told of one concept, read from the passages that speak of it.

import { backgroundOf } from '../concepts/discovery/background.js';
import { changesOfMind } from '../concepts/account/changes-of-mind.js';
import { defineInArchive } from '../concepts/discovery/definition-sentence.js';
import type { MentionFinder } from '../concepts/mentions/mentions.js';
import { CONSIDERED, readingPath } from '../concepts/account/reading-path.js';
import type { Quote } from '../concepts/relations/relation.js';
import { quoteAt } from '../concepts/sentence.js';
import { timelineOf, type DatedIssue } from '../concepts/account/timeline.js';
import { wordsChanged } from '../concepts/account/treatments.js';
import { wordKey } from '../concepts/words.js';
import type { Concept, Mention, Section } from '../model.js';
import { anchor, issueSlug, sectionId } from '../slug.js';
import { baseLanguage } from '../text/stems.js';
import { takeTurns } from '../turns.js';
import { byDate } from './order.js';
import type { ConceptAccount, SectionEntry, Supersession } from './knowledge-base.js';

export interface AccountSources {
  concept: Concept;
  /** All that speak of the concept, those most about it first. */
  passages: readonly PassageOn[];
  /** All dated issues, those that do not speak of it too. */
  archive: readonly DatedIssue[];
  supersessions: readonly Supersession[];
  finder: MentionFinder;
}

/** A section, and where it mentions the concept that it is a passage on. */
export type PassageOn = Pick<SectionEntry, 'section' | 'issue' | 'mentions'>;

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
/** Mentions without a link, for looking through: none is worth more than the linked ones. */
const UNLINKED = 12;

/** Others take turns while passages are read. */
export async function makeAccount({
  concept,
  passages,
  archive,
  supersessions,
  finder,
}: AccountSources): Promise<ConceptAccount> {
  const turn = takeTurns();
  const inTime = [...passages].sort((a, b) => byDate('oldest')(a.issue, b.issue));
  await turn();
  const takenBack: Quote[] = [];
  let firstDefinition: Quote | null = null;
  for (const passage of inTime) {
    if (takenBack.length < CANDIDATES) takenBack.push(...changesNear(passage));
    firstDefinition ??= definitionIn(passage);
    await turn();
  }
  return {
    definitionMentions: mentionsInDefinition(concept, finder),
    evidence: concept.status === 'discovered' ? evidenceIn(passages) : [],
    timeline: timelineOf(archive, new Set(passages.map(({ issue }) => issue.slug))),
    firstDefinition,
    treatments: treatmentsIn(passages),
    changesOfMind: takenBack.slice(0, CANDIDATES),
    supersessions: [...supersessions].sort((a, b) => byDate('oldest')(a.by, b.by)),
    path: readingPath(
      passages.slice(0, CONSIDERED).map((passage) => ({
        section: passage.section,
        date: passage.issue.date,
        defines: definitionIn(passage) !== null,
      })),
      STEPS,
    ),
    unlinked: await unlinkedIn(inTime, turn),
  };
}

/** @param inTime those of an issue together */
async function unlinkedIn(
  inTime: readonly PassageOn[],
  turn: () => Promise<void>,
): Promise<Mention[]> {
  const unlinked: Mention[] = [];
  const asRead = [...inTime].sort(
    (a, b) => byDate('oldest')(a.issue, b.issue) || a.section.line - b.section.line,
  );
  for (const { mentions } of asRead) {
    if (unlinked.length === UNLINKED) break;
    // The front matter names what the whole issue is about: its first section needs no link.
    const isLinked = mentions.some(({ linkable, place }) => linkable || place === 'front matter');
    if (!isLinked) unlinked.push(mentions[0]!);
    await turn();
  }
  return unlinked;
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

function evidenceIn(passages: readonly PassageOn[]): Quote[] {
  const quotes: Quote[] = [];
  const issues = new Set<string>();
  for (const entry of passages) {
    if (quotes.length === EVIDENCE) break;
    const quote = firstSentence(entry);
    if (quote === null || issues.has(entry.issue.slug)) continue;
    if (quotes.some(({ text }) => text === quote.text)) continue;
    issues.add(entry.issue.slug);
    quotes.push(quote);
  }
  return quotes;
}

function definitionIn({ section, mentions }: PassageOn): Quote | null {
  const places = inText(mentions).map(({ start, end }) => ({ section, start, end }));
  const found = defineInArchive(places, baseLanguage(section.language) ?? 'en');
  return found && { section: section.id, text: found.text };
}

function treatmentsIn(passages: readonly PassageOn[]): ConceptAccount['treatments'] {
  const treating = passages
    .slice(0, TREATING)
    .filter(({ issue, mentions }) => issue.date !== null && mentions.length >= OFTEN)
    .sort((a, b) => byDate('oldest')(a.issue, b.issue))
    .flatMap((entry) => {
      const quote = firstSentence(entry);
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

function changesNear({ section, mentions }: PassageOn): Quote[] {
  const headed = mentions.some(({ place }) => place === 'heading');
  return changesOfMind(section).filter(({ text }) => {
    const at = section.text.indexOf(text);
    return (
      (headed && !section.stock) ||
      inText(mentions).some(({ start, end }) => start < at + text.length + NEAR && end > at - NEAR)
    );
  });
}

function firstSentence({ section, mentions }: PassageOn): Quote | null {
  const [first] = inText(mentions);
  return first === undefined
    ? null
    : { section: section.id, text: quoteAt(section.text, first.start, first.end) };
}

function inText(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(({ place }) => place === 'text');
}
