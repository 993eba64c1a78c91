// A short way into a concept: a few sections in the order in which to read them.

import type { IsoDay, Section } from '../../model.js';
import type { SectionId } from '../../slug.js';
import { contentWords } from '../content-words.js';
import { dot, unit } from '../cosine.js';

export interface PathStep {
  section: SectionId;
  reason: 'defines it' | 'first to treat it' | 'most about it' | 'says something else' | 'latest';
}

/** A passage on the concept; given with those most about it first. */
export interface Passage {
  section: Section;
  date: IsoDay | null;
  /** A sentence of it defines the concept. */
  defines: boolean;
}

/** Passages further down the list than this only mention the concept. */
export const CONSIDERED = 12;
/** Of two passages more alike than this, one is enough. */
const SAME = 0.5;

/**
 * At most `limit` steps, one an issue: what defines the concept first, then the
 * passages most about it that are not alike, by date; the latest last.
 */
export function readingPath(passages: readonly Passage[], limit: number): PathStep[] {
  const considered = passages.slice(0, CONSIDERED);
  const steps: (PathStep & { passage: Passage })[] = [];
  const take = (passage: Passage | undefined, reason: PathStep['reason']) => {
    if (passage === undefined || steps.length === limit) return;
    if (steps.some((step) => step.passage.section.issue === passage.section.issue)) return;
    if (steps.some((step) => likeness(step.passage.section, passage.section) > SAME)) return;
    steps.push({ section: passage.section.id, reason, passage });
  };
  const dated = considered.filter(({ date }) => date !== null).sort(byDate);
  take(
    considered.find(({ defines }) => defines),
    'defines it',
  );
  take(considered[0], 'most about it');
  take(dated[0], 'first to treat it');
  take(dated.at(-1), 'latest');
  for (const passage of considered) take(passage, 'says something else');
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  const opening = first.reason === 'defines it' ? [first] : [];
  const others = opening.length > 0 ? rest : steps;
  return [...opening, ...others.sort((a, b) => byDate(a.passage, b.passage))].map(
    ({ section, reason }) => ({ section, reason }),
  );
}

/** Undated passages come after the dated. */
function byDate(a: Passage, b: Passage): number {
  const [one, other] = [a.date ?? '9999', b.date ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}

function likeness(one: Section, other: Section): number {
  const vector = ({ text }: Section) => unit(contentWords(text).terms, () => 1);
  return dot(vector(one), vector(other));
}
