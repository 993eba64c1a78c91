// Addresses that outlive a renamed heading.
//
// An anchor is made from its heading, so the text below may change as it likes.
// When the heading itself changes, or another of the same words comes before it,
// only the memory of the former version can tell which section it was.

import type { Issue, Section } from '../model.js';
import { anchor, sectionId, unique, type Anchor } from '../slug.js';

/** What is remembered of a section, to know it again: small, and free of its text. */
export interface RememberedSection {
  anchor: Anchor;
  formerAnchors: Anchor[];
  heading: string;
  /** Hashes of the section's word pairs, the smallest 24: a sample that small edits hardly change. */
  sample: number[];
}

/** To be kept beside the archive, per issue, and handed to `keepAnchors` with the next version. */
export function rememberSections(issue: Issue): RememberedSection[] {
  return issue.sections.map((section) => ({
    anchor: section.anchor,
    formerAnchors: section.formerAnchors,
    heading: section.heading,
    sample: sampleOf(section.text),
  }));
}

/** This share of the samples in common makes two texts one that was edited. */
const MIN_LIKENESS = 0.4;

/**
 * The issue with the anchors of its former version: a section with the same
 * heading keeps its anchor, and one that was renamed bears the old one among
 * `formerAnchors`. An address that is gone leads nowhere, never elsewhere.
 */
export function keepAnchors(issue: Issue, before: readonly RememberedSection[]): Issue {
  const former = matchSections(issue.sections, before);
  const taken = new Set<string>();
  const kept = issue.sections.map((section, index) => {
    const old = former[index];
    if (old === undefined || baseOf(old.anchor) !== baseOf(section.anchor)) return undefined;
    if (taken.has(old.anchor)) return undefined;
    taken.add(old.anchor);
    return old.anchor;
  });
  const sections = issue.sections.map((section, index): Section => {
    const old = former[index];
    const own = kept[index] ?? unique(section.anchor, taken);
    const formers = old === undefined ? [] : [...old.formerAnchors, old.anchor];
    return {
      ...section,
      anchor: own,
      id: sectionId(section.issue, own),
      formerAnchors: [...new Set([...section.formerAnchors, ...formers])].filter(
        (one) => one !== own,
      ),
    };
  });
  // A new section may have been given an address that another one had.
  const current = new Set(sections.map((section) => section.anchor));
  return {
    ...issue,
    sections: sections.map((section) => ({
      ...section,
      formerAnchors: section.formerAnchors.filter((one) => !current.has(one)),
    })),
  };
}

/** For each section the one it was: by heading and text, then by heading, then by text. */
function matchSections(
  sections: readonly Section[],
  before: readonly RememberedSection[],
): (RememberedSection | undefined)[] {
  const left = new Set(before);
  const former: (RememberedSection | undefined)[] = sections.map(() => undefined);
  const samples = sections.map(({ text }) => sampleOf(text));
  const headings = sections.map(({ heading }) => anchor(heading));
  const formerHeadings = new Map(before.map((old) => [old, anchor(old.heading)]));
  const match = ({ byHeading, least }: { byHeading: boolean; least: number }) => {
    sections.forEach((_, index) => {
      if (former[index] !== undefined) return;
      let best: RememberedSection | undefined;
      let bestLikeness = -1;
      for (const old of left) {
        if (byHeading && headings[index] !== formerHeadings.get(old)) continue;
        const alike = likeness(samples[index]!, old.sample);
        if (alike < least || alike <= bestLikeness) continue;
        best = old;
        bestLikeness = alike;
        // None that follows can be more so.
        if (alike === 1) break;
      }
      if (best === undefined) return;
      former[index] = best;
      left.delete(best);
    });
  };
  match({ byHeading: true, least: MIN_LIKENESS });
  match({ byHeading: true, least: 0 });
  match({ byHeading: false, least: MIN_LIKENESS });
  return former;
}

function baseOf(one: Anchor): string {
  return one.replace(/-\d+$/, '');
}

function sampleOf(text: string): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + 1 < words.length; at += 1)
    hashes.add(hash(`${words[at]} ${words[at + 1]}`));
  return [...hashes].sort((a, b) => a - b).slice(0, 24);
}

/** Of the smallest hashes of both together, the share that both have (Broder 1997). */
function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const inA = new Set(a);
  const inB = new Set(b);
  const smallest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, 24);
  return smallest.filter((one) => inA.has(one) && inB.has(one)).length / smallest.length;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}
