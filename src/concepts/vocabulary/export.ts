// The glossary in the formats that other programs read.

import type { Glossary } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import { writeCsv, writeDefinedTermSet } from '../glossary/write-glossary.js';
import { vocabularyOfGlossary } from './vocabulary.js';
import { writeJsonLd, writeTurtle } from './write-vocabulary.js';

export type ExportFormat = 'turtle' | 'jsonld' | 'schema' | 'csv';

/** The same glossary gives the same bytes. `address(slug)` names a concept to the world. */
export function exportGlossary(
  glossary: Glossary,
  format: ExportFormat,
  { title, address }: { title: string; address: (slug: ConceptSlug) => string },
): string {
  switch (format) {
    case 'turtle':
      return writeTurtle(vocabularyOfGlossary(glossary, address, null));
    case 'jsonld':
      return writeJsonLd(vocabularyOfGlossary(glossary, address, null));
    case 'schema':
      return writeDefinedTermSet(glossary, title, address);
    case 'csv':
      return writeCsv(glossary);
  }
}
