// A relation: what ties two concepts or two sections, with the reasons that tie
// them, each of which anyone can count again in the archive.

import type { ConceptSlug, IssueSlug, SectionId } from '../../slug.js';

export interface Relation {
  to: RelatedConcept | RelatedSection;
  /** 0 to 1; comparable within one list only. */
  score: number;
  /** The weightiest first. At least one. */
  reasons: RelationReason[];
}

export interface RelatedConcept {
  kind: 'concept';
  slug: ConceptSlug;
  label: string;
}

export interface RelatedSection {
  kind: 'section';
  id: SectionId;
  issue: IssueSlug;
  heading: string;
}

export type RelationReason =
  /** The glossary says so. */
  | { kind: 'glossary'; relation: 'broader' | 'narrower' | 'related' }
  /** Sections headed by `from` speak of `of`. */
  | {
      kind: 'speaks of';
      from: ConceptSlug;
      of: ConceptSlug;
      sections: number;
      issues: number;
      quote: Quote;
    }
  /** Both are spoken of in the same sections; `expected` were they spread by chance. */
  | { kind: 'together'; sections: number; issues: number; expected: number; quote: Quote }
  /** `from`'s definition speaks of `of`. */
  | { kind: 'definition'; from: ConceptSlug; of: ConceptSlug }
  /** Two sections speak of the same concepts. */
  | { kind: 'shared concepts'; concepts: { slug: ConceptSlug; label: string }[] }
  /**
   * Both use words that few others use, the weightiest first, as they are
   * written there. For sections, a sentence of each side.
   */
  | { kind: 'shared terms'; terms: string[]; quotes: Quote[] };

/** A sentence of a section, as it stands there. */
export interface Quote {
  section: SectionId;
  text: string;
}
