import { describe, expect, it } from 'vitest';
import { writeCsv, writeDefinedTermSet } from '../../../src/concepts/glossary/write-glossary.js';
import { readJsonLd } from '../../../src/concepts/vocabulary/read-json-ld.js';
import { readTurtle, TurtleError } from '../../../src/concepts/vocabulary/turtle.js';
import {
  conceptsOf,
  vocabularyOf,
  vocabularyOfGlossary,
} from '../../../src/concepts/vocabulary/vocabulary.js';
import { writeJsonLd, writeTurtle } from '../../../src/concepts/vocabulary/write-vocabulary.js';
import { conceptOf, sectionOf } from '../archive-of.js';

const turtle = `
@base <https://example.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
# Two concepts.
<goals> a skos:Concept ; skos:prefLabel "Goals"@en, "Ziele"@de .
<okrs>
    a skos:Concept ;
    skos:prefLabel "OKRs"@en ;
    skos:altLabel """objectives and "key" results"""@en ;
    skos:notation "G.1" ;
    skos:note [ skos:prefLabel "not a concept's" ] ;
    skos:broader <goals>, <nowhere> .
`;

const okrs = {
  ...conceptOf('OKRs', { aliases: ['objectives, and key results'], notation: 'G.1' }),
  definition: { ...sectionOf('x', 'A “format”.\n\nFor goals.'), source: null },
};

describe('a vocabulary', () => {
  it('is read from Turtle, with both sides of its relations', () => {
    const { concepts } = vocabularyOf(readTurtle(turtle));
    expect(concepts).toHaveLength(2);
    expect(concepts[0]).toMatchObject({
      iri: 'https://example.org/goals',
      narrower: ['https://example.org/okrs'],
    });
    expect(concepts[1]).toMatchObject({
      aliases: [{ text: 'objectives and "key" results', language: 'en' }],
      notations: ['G.1'],
      broader: ['https://example.org/goals'],
    });
  });

  it('comes back the same from Turtle and from JSON-LD', () => {
    const vocabulary = vocabularyOf(readTurtle(turtle));
    expect(vocabularyOf(readTurtle(writeTurtle(vocabulary)))).toEqual(vocabulary);
    expect(vocabularyOf(readJsonLd(writeJsonLd(vocabulary)))).toEqual(vocabulary);
  });

  it('becomes concepts in one of its languages', () => {
    const vocabulary = vocabularyOf(readTurtle(turtle));
    expect(conceptsOf(vocabulary, 'de').map(({ label }) => label)).toEqual(['Ziele']);
    expect(conceptsOf(vocabulary, 'en')).toMatchObject([
      { slug: 'goals', narrower: ['okrs'] },
      { slug: 'okrs', broader: ['goals'], notation: 'G.1' },
    ]);
  });

  it('is made of a glossary, whatever its texts hold', () => {
    const vocabulary = vocabularyOfGlossary(
      { concepts: [okrs] },
      (slug) => `https://example.org/${slug}`,
      'en',
    );
    expect(vocabularyOf(readTurtle(writeTurtle(vocabulary)))).toEqual(vocabulary);
  });

  it('says where a Turtle file is broken', () => {
    try {
      readTurtle('@prefix skos: <x> .\n<a> skos:prefLabel "open .');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(TurtleError);
      expect((error as TurtleError).line).toBe(2);
    }
  });
});

describe('a glossary for others', () => {
  it('is written as CSV that a spreadsheet cannot take for formulas', () => {
    const csv = writeCsv({ concepts: [okrs, conceptOf('=1+1')] });
    expect(csv.split('\r\n')[0]).toBe(
      'slug,label,status,aliases,hidden,definition,broader,narrower,related,notation',
    );
    expect(csv).toContain(
      'okrs,OKRs,curated,"objectives, and key results",,"A “format”.\nFor goals.",,,,G.1\r\n',
    );
    expect(csv).toContain("'=1+1");
  });

  it('is written as a DefinedTermSet', () => {
    const set = JSON.parse(
      writeDefinedTermSet({ concepts: [okrs] }, 'Glossary', (slug) => `https://x.org/${slug}`),
    ) as { hasDefinedTerm: unknown[] };
    expect(set.hasDefinedTerm).toEqual([
      {
        '@type': 'DefinedTerm',
        '@id': 'https://x.org/okrs',
        url: 'https://x.org/okrs',
        name: 'OKRs',
        alternateName: ['objectives, and key results'],
        description: 'A “format”.\nFor goals.',
        termCode: 'G.1',
      },
    ]);
  });
});
