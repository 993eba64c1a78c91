// Which passages are most about a concept.

import type { Mention } from '../model.js';
import type { ConceptSlug, SectionId } from '../slug.js';
import type { ArchiveCounts, SectionCounts } from './section-counts.js';

/** All sections that speak of the concept, those most about it first. */
export function rankPassages(counts: ArchiveCounts, slug: ConceptSlug): SectionId[] {
  const mean = counts.length / Math.max(1, counts.sections.size);
  return [...(counts.byConcept.get(slug) ?? [])]
    .map((id) => ({ id, score: aboutness(counts, counts.sections.get(id)!, slug, mean) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * BM25's saturation and length normalisation (Robertson 1994), milder than
 * usual: a long passage that comes back to a concept again and again is about
 * it, however long. These and the weights below were set on headings: with them
 * hidden, the passages that bear the concept in their heading are to come first.
 */
const SATURATION = 5;
const LENGTH_NORM = 0.3;
/**
 * What a first mention at the very beginning adds; it falls to a third in so
 * many characters: what a passage is about stands in its first sentence.
 */
const EARLY = 4;
const EARLY_FALL = 60;
/** A heading says what its passage is about; all the more when it says nothing else. */
const IN_HEADING = 4;
const WHOLE_HEADING = 1;
/** A passage below a heading that names the concept. */
const IN_TRAIL = 1;
/** Front matter and title speak of the whole issue, and are kept with its first section. */
const OF_ISSUE = 2;
const SHARE = 0.5;

function aboutness(
  counts: ArchiveCounts,
  entry: SectionCounts,
  slug: ConceptSlug,
  meanLength: number,
): number {
  const mentions = entry.mentions.get(slug) ?? [];
  const inText = mentions.filter(({ place }) => place === 'text');
  const inHeading = entry.section.stock
    ? undefined
    : mentions.find(({ place }) => place === 'heading');
  const titled = bearsTitle(counts, entry);
  const headed = titled ? undefined : inHeading;
  const ofIssue =
    (titled && inHeading !== undefined) || mentions.some(({ place }) => place === 'front matter');
  const norm = 1 - LENGTH_NORM + (LENGTH_NORM * entry.length) / Math.max(1, meanLength);
  const often = (inText.length * (SATURATION + 1)) / (inText.length + SATURATION * norm);
  const first = headed === undefined ? inText[0]?.start : 0;
  const early = first === undefined ? 0 : Math.exp(-first / EARLY_FALL);
  return (
    often +
    EARLY * early +
    SHARE * share(entry, mentions.length) +
    (headed === undefined ? 0 : IN_HEADING + WHOLE_HEADING * shareOfHeading(entry, headed)) +
    (isBelow(counts, entry, slug) ? IN_TRAIL : 0) +
    (ofIssue ? OF_ISSUE : 0)
  );
}

/** The first of several sections bears its issue's title, which speaks for them all. */
function bearsTitle(counts: ArchiveCounts, { section }: SectionCounts): boolean {
  return section.form === 'lede' && (counts.issues.get(section.issue) ?? []).length > 1;
}

/** The concept's part of all that the passage speaks of. */
function share(entry: SectionCounts, own: number): number {
  let all = 0;
  for (const mentions of entry.mentions.values()) all += mentions.length;
  return own / Math.max(1, all);
}

function shareOfHeading(entry: SectionCounts, { words }: Mention): number {
  return words.length / Math.max(1, entry.section.heading.length);
}

function isBelow(counts: ArchiveCounts, { section }: SectionCounts, slug: ConceptSlug): boolean {
  // The first of the trail is the issue's title.
  const above = new Set(section.trail.slice(1));
  if (above.size === 0) return false;
  return (counts.issues.get(section.issue) ?? []).some((id) => {
    const other = counts.sections.get(id);
    return (
      other !== undefined &&
      above.has(other.section.heading) &&
      other.mentions.get(slug)?.some(({ place }) => place === 'heading') === true
    );
  });
}
