// A glossary for spreadsheets and for search engines.

import type { Glossary } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';

const COLUMNS = [
  'slug',
  'label',
  'status',
  'aliases',
  'hidden',
  'definition',
  'broader',
  'narrower',
  'related',
  'notation',
] as const;

/** RFC 4180, with a heading; several values of one cell are parted by `; `. */
export function writeCsv({ concepts }: Glossary): string {
  const rows = concepts.map((concept) =>
    COLUMNS.map((column) => {
      if (column === 'definition') return concept.definition?.text ?? '';
      const value = concept[column];
      return Array.isArray(value) ? value.join('; ') : (value ?? '');
    }),
  );
  return [[...COLUMNS], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** schema.org's DefinedTermSet, in JSON-LD. `address(slug)` is where a concept is published. */
export function writeDefinedTermSet(
  { concepts }: Glossary,
  name: string,
  address: (slug: ConceptSlug) => string,
): string {
  const terms = concepts.map(({ slug, label, aliases, definition, notation }) => ({
    '@type': 'DefinedTerm',
    '@id': address(slug),
    url: address(slug),
    name: label,
    ...(aliases.length > 0 ? { alternateName: aliases } : {}),
    ...(definition === null ? {} : { description: definition.text }),
    ...(notation === null ? {} : { termCode: notation }),
  }));
  const set = {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    name,
    hasDefinedTerm: terms,
  };
  return `${JSON.stringify(set, null, 2)}\n`;
}

function cell(value: string): string {
  // A spreadsheet would run a cell that begins like a formula.
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
