// A vocabulary as SKOS, in Turtle and in JSON-LD.

import { SKOS, type LanguageText, type Vocabulary, type VocabularyConcept } from './vocabulary.js';

/** Names of SKOS and where their values are; in the order in which they are written. */
const TEXTS = [
  ['prefLabel', 'labels'],
  ['altLabel', 'aliases'],
  ['hiddenLabel', 'hidden'],
  ['definition', 'definitions'],
] as const;
const RELATIONS = ['broader', 'narrower', 'related'] as const;

/** The same vocabulary gives the same bytes. */
export function writeTurtle({ concepts }: Vocabulary): string {
  const blocks = concepts.map((concept) => {
    const lines = [
      'a skos:Concept',
      ...TEXTS.flatMap(([name, field]) => statement(`skos:${name}`, concept[field].map(literal))),
      ...statement('skos:notation', concept.notations.map(quoted)),
      ...RELATIONS.flatMap((name) => statement(`skos:${name}`, concept[name].map(iri))),
    ];
    return `${iri(concept.iri)}\n    ${lines.join(' ;\n    ')} .\n`;
  });
  return [`@prefix skos: <${SKOS}> .\n`, ...blocks].join('\n');
}

/** With a context of its own: nothing has to be fetched to read it. */
export function writeJsonLd({ concepts }: Vocabulary): string {
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': concepts.map(node) }, null, 2)}\n`;
}

const CONTEXT = {
  skos: SKOS,
  ...Object.fromEntries(TEXTS.map(([name]) => [name, `skos:${name}`])),
  notation: 'skos:notation',
  ...Object.fromEntries(RELATIONS.map((name) => [name, { '@id': `skos:${name}`, '@type': '@id' }])),
};

function node(concept: VocabularyConcept): Record<string, unknown> {
  const filled = (entries: [string, unknown[]][]) =>
    Object.fromEntries(entries.filter(([, values]) => values.length > 0));
  return {
    '@id': concept.iri,
    '@type': 'skos:Concept',
    ...filled(TEXTS.map(([name, field]) => [name, concept[field].map(languageValue)])),
    ...filled([['notation', concept.notations]]),
    ...filled(RELATIONS.map((name) => [name, concept[name]])),
  };
}

function languageValue({ text, language }: LanguageText): Record<string, string> {
  return language === null ? { '@value': text } : { '@value': text, '@language': language };
}

function statement(name: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`${name} ${values.join(', ')}`];
}

function literal({ text, language }: LanguageText): string {
  return quoted(text) + (language === null ? '' : `@${language}`);
}

function quoted(text: string): string {
  const escaped = text
    .replace(/[\\"]/gu, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

function iri(value: string): string {
  return `<${value.replace(/[<>"{}|^`\\\s]/gu, encodeURIComponent)}>`;
}
