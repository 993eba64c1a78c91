// Vocabularies that other programs wrote, as files of the glossary's folder:
// SKOS in Turtle or JSON-LD, and the JSON of docusaurus-plugin-glossary.

import type { ConceptFile, Problem } from '../../model.js';
import { conceptSlug, unique, type ConceptSlug } from '../../slug.js';
import { readJsonLd } from './read-json-ld.js';
import type { TurtleError } from './turtle.js';
import { conceptsOf, paragraph, vocabularyOf } from './vocabulary.js';

export interface VocabularyFile {
  file: string;
  text: string;
}

export interface VocabularyReading {
  concepts: ConceptFile[];
  problems: Problem[];
}

/**
 * The concepts of a vocabulary, each as if it had a file of its own, so that
 * they are linted and linked like those. Never throws.
 *
 * @param language of the labels to take: a vocabulary has them in many; two letters
 */
export async function readVocabularyFile(
  { file, text }: VocabularyFile,
  language: string,
): Promise<VocabularyReading> {
  try {
    const concepts = file.endsWith('.ttl')
      ? asFiles(file, conceptsOf(vocabularyOf(await turtleIn(text)), language))
      : readJson(file, text, language);
    const problems = concepts.length > 0 ? [] : [noConcepts(file, language)];
    return { concepts, problems };
  } catch (error) {
    return unreadable(file, error as Error);
  }
}

/** What is read of a vocabulary that cannot be, and why. */
export function unreadable(file: string, error: Error): VocabularyReading {
  const { line = null } = error as Partial<TurtleError>;
  const what = `The vocabulary cannot be read: ${error.message.split('\n')[0]}.`;
  const how = 'Mend it there, or export it again.';
  return { concepts: [], problems: [{ file, line, kind: 'vocabulary', what, how }] };
}

/** What reads Turtle is loaded when there is some. */
async function turtleIn(text: string) {
  const { readTurtle } = await import('./turtle.js');
  return readTurtle(text);
}

function readJson(file: string, text: string, language: string): ConceptFile[] {
  const data: unknown = JSON.parse(text);
  const terms = (data as { terms?: unknown } | null)?.terms;
  if (Array.isArray(terms)) return asFiles(file, terms.flatMap(docusaurusTerm));
  return asFiles(file, conceptsOf(vocabularyOf(readJsonLd(text)), language));
}

interface Entry {
  slug?: ConceptSlug;
  label: string;
  aliases: string[];
  hidden?: string[];
  broader?: string[];
  related: string[];
  notation?: string | null;
  definition: { text: string } | null;
}

/** Relations may be slugs or labels: the glossary finds either. */
function asFiles(file: string, entries: readonly Entry[]): ConceptFile[] {
  const taken = new Set<string>();
  return entries.map(
    ({ slug, label, aliases, hidden, broader, related, notation, definition }) => ({
      file,
      slug: slug ?? unique(conceptSlug(label), taken),
      data: {
        label,
        aliases,
        related,
        ...(hidden && { hidden }),
        ...(broader && { broader }),
        ...(notation && { notation }),
      },
      lines: {},
      tree: definition === null ? { type: 'root', children: [] } : paragraph(definition.text),
      text: definition?.text ?? '',
    }),
  );
}

/** `{ term, abbreviation?, aliases?, definition, relatedTerms? }` */
function docusaurusTerm(term: unknown): Entry[] {
  const fields = (term ?? {}) as Record<string, unknown>;
  if (typeof fields.term !== 'string') return [];
  const { abbreviation, definition } = fields;
  return [
    {
      label: fields.term,
      aliases: [...texts(abbreviation), ...texts(fields.aliases)],
      related: texts(fields.relatedTerms),
      definition: typeof definition === 'string' ? { text: definition } : null,
    },
  ];
}

function texts(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string' && one !== '') as string[];
}

function noConcepts(file: string, language: string): Problem {
  return {
    file,
    line: null,
    kind: 'vocabulary',
    what: `The vocabulary has no concept with a label in “${language}”.`,
    how: 'Look whether it is SKOS (Turtle or JSON-LD) or a docusaurus glossary, and in which language.',
  };
}
