// A concept while the glossary is being made: with the file it comes from.

import type { Concept, ConceptFile } from '../../model.js';
import { slugify } from '../../slug.js';
import { nameKey } from '../words.js';

/** A concept with its file, for as long as problems are being found. */
export interface Draft {
  concept: Concept;
  source: ConceptFile;
  /** As written: slugs or labels of other concepts. */
  wanted: { broader: string[]; narrower: string[]; related: string[] };
}

/** Where a problem with a key of the front matter stands. */
export function at(source: ConceptFile, key: string): { file: string; line: number | null } {
  return { file: source.file, line: source.lines[key] ?? null };
}

/** The concept that a file refers to, by slug or by label, as written. */
export function findConcept(drafts: readonly Draft[]): (written: string) => Draft | undefined {
  const bySlug = new Map<string, Draft>();
  const byName = new Map<string, Draft>();
  for (const draft of drafts) bySlug.set(draft.concept.slug, draft);
  for (const draft of drafts) {
    const names = [draft.concept.label, ...draft.concept.aliases, ...draft.concept.hidden];
    for (const name of names) if (!byName.has(nameKey(name))) byName.set(nameKey(name), draft);
  }
  return (written) =>
    bySlug.get(written) ?? byName.get(nameKey(written)) ?? bySlug.get(slugify(written));
}
