// SKOS in JSON-LD, as vocabularies are published: a graph of nodes in compact or
// expanded form. A remote context is never fetched; SKOS's own names are known.

import type { Triple } from './turtle.js';
import { SKOS } from './vocabulary.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const NAMES = new Set(
  'prefLabel altLabel hiddenLabel definition notation broader narrower related'.split(' '),
);
const RELATIONS = new Set(['broader', 'narrower', 'related']);

/** @throws SyntaxError where the text is no JSON. */
export function readJsonLd(text: string): Triple[] {
  const document: unknown = JSON.parse(text);
  const nodes = Array.isArray(document) ? document : graphOf(document);
  return nodes.flatMap((node) => (isObject(node) ? triplesOf(node) : []));
}

function graphOf(document: unknown): unknown[] {
  if (!isObject(document)) return [];
  const graph = document['@graph'];
  return Array.isArray(graph) ? graph : [document];
}

function triplesOf(node: Record<string, unknown>): Triple[] {
  const subject = node['@id'] ?? node.id;
  if (typeof subject !== 'string') return [];
  return Object.entries(node).flatMap(([key, values]): Triple[] => {
    if (key === '@type' || key === 'type')
      return listed(values).flatMap((value) =>
        typeof value === 'string' && skosName(value) === 'Concept'
          ? [{ subject, predicate: RDF_TYPE, object: { kind: 'iri', value: `${SKOS}Concept` } }]
          : [],
      );
    const name = skosName(key);
    if (name === undefined || !NAMES.has(name)) return [];
    return listed(values).flatMap((value) => {
      const object = termOf(value, RELATIONS.has(name));
      return object.map((one) => ({ subject, predicate: SKOS + name, object: one }));
    });
  });
}

/** A value, or a map of languages to values: both are JSON-LD. */
function termOf(value: unknown, isRelation: boolean): Triple['object'][] {
  if (typeof value === 'string' || typeof value === 'number')
    return isRelation
      ? [{ kind: 'iri', value: String(value) }]
      : [{ kind: 'literal', value: String(value), language: null }];
  if (!isObject(value)) return [];
  const id = value['@id'] ?? value.id;
  if (typeof id === 'string') return [{ kind: 'iri', value: id }];
  const text = value['@value'];
  if (typeof text === 'string') {
    const language = value['@language'];
    return [
      {
        kind: 'literal',
        value: text,
        language: typeof language === 'string' ? language.toLowerCase() : null,
      },
    ];
  }
  return Object.entries(value).flatMap(([language, texts]) =>
    listed(texts).flatMap((one): Triple['object'][] =>
      typeof one === 'string' ? [{ kind: 'literal', value: one, language }] : [],
    ),
  );
}

function skosName(name: string): string | undefined {
  if (name.startsWith(SKOS)) return name.slice(SKOS.length);
  if (name.startsWith('skos:')) return name.slice('skos:'.length);
  return /^[a-z]+$/iu.test(name) ? name : undefined;
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
