// A concept as it stands in lists, and as others refer to it.

import type {
  ConceptEntry,
  ConceptLabel,
  KnowledgeBase,
} from '../knowledge-base/knowledge-base.js';
import type { ConceptSlug } from '../slug.js';

export type ConceptRef = ConceptLabel;

export interface ConceptItem extends ConceptRef {
  status: 'curated' | 'discovered';
  aliases: string[];
  /** How many speak of it. */
  issues: number;
  sections: number;
}

export function conceptItem({ concept, issueCount, sectionCount }: ConceptEntry): ConceptItem {
  return {
    slug: concept.slug,
    label: concept.label,
    status: concept.status,
    aliases: concept.aliases,
    issues: issueCount,
    sections: sectionCount,
  };
}

/** The concepts of these slugs, in this order; those that are not there are left out. */
export async function conceptRefs(
  kb: KnowledgeBase,
  slugs: readonly ConceptSlug[],
): Promise<ConceptRef[]> {
  const entries = await Promise.all(slugs.map((slug) => kb.concept(slug)));
  return entries.flatMap((entry) =>
    entry ? [{ slug: entry.concept.slug, label: entry.concept.label }] : [],
  );
}
