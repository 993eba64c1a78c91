// A vocabulary in SKOS's terms, in several languages: what thesauri are
// exchanged as. A glossary becomes one to be exported, and one becomes a
// glossary to be used.

import type { Concept, Glossary } from '../../model.js';
import { conceptSlug, unique, type ConceptSlug } from '../../slug.js';
import type { Triple } from './turtle.js';

export interface Vocabulary {
  concepts: VocabularyConcept[];
}

export interface VocabularyConcept {
  iri: string;
  labels: LanguageText[];
  aliases: LanguageText[];
  hidden: LanguageText[];
  definitions: LanguageText[];
  notations: string[];
  broader: string[];
  narrower: string[];
  related: string[];
}

export interface LanguageText {
  text: string;
  language: string | null;
}

export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** The concepts of a graph; relations to what is no concept there are left out, both directions made. */
export function vocabularyOf(triples: readonly Triple[]): Vocabulary {
  const concepts = new Map<string, VocabularyConcept>();
  for (const { subject, predicate, object } of triples)
    if (predicate === RDF_TYPE && object.value === `${SKOS}Concept` && !concepts.has(subject))
      concepts.set(subject, emptyConcept(subject));
  for (const { subject, predicate, object } of triples) {
    const concept = concepts.get(subject);
    if (concept === undefined || !predicate.startsWith(SKOS)) continue;
    const field = FIELDS[predicate.slice(SKOS.length)];
    if (field === undefined) continue;
    if (field === 'broader' || field === 'narrower' || field === 'related') {
      const other = object.kind === 'iri' ? concepts.get(object.value) : undefined;
      if (other !== undefined) relate(concept, other, field);
    } else if (object.kind === 'literal') {
      const { value, language } = object;
      if (field === 'notations') add(concept.notations, value);
      else concept[field].push({ text: value, language });
    }
  }
  return { concepts: [...concepts.values()] };
}

/**
 * A glossary to be exported: each concept's address is `address(slug)`.
 * `language` is BCP 47, or null for texts of no language.
 */
export function vocabularyOfGlossary(
  { concepts }: Glossary,
  address: (slug: ConceptSlug) => string,
  language: string | null,
): Vocabulary {
  const texts = (names: readonly string[]) => names.map((text) => ({ text, language }));
  return {
    concepts: concepts.map((concept) => ({
      iri: address(concept.slug),
      labels: texts([concept.label]),
      aliases: texts(concept.aliases),
      hidden: texts(concept.hidden),
      definitions: texts(concept.definition === null ? [] : [concept.definition.text]),
      notations: concept.notation === null ? [] : [concept.notation],
      broader: concept.broader.map(address),
      narrower: concept.narrower.map(address),
      related: concept.related.map(address),
    })),
  };
}

/** A vocabulary as concepts to link with, in one language; what has no label in it is left out. */
export function conceptsOf({ concepts }: Vocabulary, language: string): Concept[] {
  const taken = new Set<string>();
  const slugs = new Map<string, ConceptSlug>();
  const inLanguage = (texts: readonly LanguageText[]) =>
    texts
      .filter((text) => text.language === null || text.language.split('-')[0] === language)
      .map(({ text }) => text);
  const labelled = concepts.filter(({ labels }) => inLanguage(labels).length > 0);
  for (const { iri, labels } of labelled)
    slugs.set(iri, unique(conceptSlug(inLanguage(labels)[0]!), taken));
  const slugsOf = (iris: readonly string[]) => iris.flatMap((iri) => slugs.get(iri) ?? []);
  return labelled.map((concept) => {
    const [label, ...others] = inLanguage(concept.labels);
    const [text] = inLanguage(concept.definitions);
    return {
      slug: slugs.get(concept.iri)!,
      status: 'curated',
      label: label!,
      aliases: [...others, ...inLanguage(concept.aliases)],
      hidden: inLanguage(concept.hidden),
      definition: text === undefined ? null : { tree: paragraph(text), text, source: null },
      broader: slugsOf(concept.broader),
      narrower: slugsOf(concept.narrower),
      related: slugsOf(concept.related),
      notation: concept.notations[0] ?? null,
      link: 'always',
      file: null,
    };
  });
}

type Field = Exclude<keyof VocabularyConcept, 'iri'>;

const FIELDS: Partial<Record<string, Field>> = {
  prefLabel: 'labels',
  altLabel: 'aliases',
  hiddenLabel: 'hidden',
  definition: 'definitions',
  notation: 'notations',
  broader: 'broader',
  narrower: 'narrower',
  related: 'related',
};
const INVERSE = { broader: 'narrower', narrower: 'broader', related: 'related' } as const;

function relate(
  one: VocabularyConcept,
  other: VocabularyConcept,
  field: keyof typeof INVERSE,
): void {
  add(one[field], other.iri);
  add(other[INVERSE[field]], one.iri);
}

function add(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}

/** The tree of a definition that is one paragraph of plain words. */
export function paragraph(text: string): NonNullable<Concept['definition']>['tree'] {
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
  };
}

function emptyConcept(iri: string): VocabularyConcept {
  return {
    iri,
    labels: [],
    aliases: [],
    hidden: [],
    definitions: [],
    notations: [],
    broader: [],
    narrower: [],
    related: [],
  };
}
