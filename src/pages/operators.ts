// The operators of the query language, as they go on from what is typed.

import type { KnowledgeBase } from '../knowledge-base/knowledge-base.js';
import { fold } from '../text/fold.js';

export interface OperatorItem {
  name: OperatorName;
  /** What stands after the colon; null while only the name is offered. */
  value: {
    label: string;
    /** Sections that have it; null where none are counted. */ count: number | null;
  } | null;
  /** The part of the question that is completed: `concept:okrs`. */
  written: string;
  /** The whole question with it. */
  q: string;
}

export type OperatorName = keyof typeof VALUES;

/** The facet that holds an operator's values, or the values themselves. */
const VALUES = {
  concept: 'concept',
  year: 'year',
  before: 'year',
  after: 'year',
  author: 'author',
  publication: 'publication',
  lang: 'language',
  in: ['heading', 'text', 'trail', 'concepts'],
} as const;

const NAMES = Object.keys(VALUES) as OperatorName[];

/** The last word typed: an operator's name or the beginning of it, and its value if there is a colon. */
const LAST = /(?<before>^|.*[\s(-])(?<name>[a-z]{2,})(?<colon>:"?(?<value>[^"]*))?$/isu;
const LIMIT = 5;

/** None where the last word typed is not the beginning of one. */
export async function operatorsFor(kb: KnowledgeBase, q: string): Promise<OperatorItem[]> {
  const { before = '', name = '', colon, value = '' } = LAST.exec(q)?.groups ?? {};
  const typed = name.toLowerCase();
  if (colon === undefined)
    return NAMES.filter((one) => typed !== '' && one.startsWith(typed)).map((one) =>
      item(before, one, null),
    );
  const operator = NAMES.find((one) => one === typed);
  if (operator === undefined) return [];
  return (await valuesOf(kb, operator, before))
    .filter(({ label, text }) => begins(label, value) || begins(text, value))
    .slice(0, LIMIT)
    .map((one) => item(before, operator, one));
}

interface Value {
  /** As it is written in a question. */
  text: string;
  label: string;
  count: number | null;
}

/** Those that the rest of the question leaves, with how many sections each has. */
async function valuesOf(
  kb: KnowledgeBase,
  operator: OperatorName,
  rest: string,
): Promise<readonly Value[]> {
  const source = VALUES[operator];
  if (typeof source !== 'string') return source.map((text) => ({ text, label: text, count: null }));
  const filters = { concepts: [], years: [], publications: [], authors: [], languages: [] };
  const { facets } = await kb.search({
    ...{ q: rest.trim(), ...filters },
    ...{ sort: 'relevance' as const, page: 1, perPage: 1 },
  });
  const counted = source !== 'year' || operator === 'year';
  return facets[source].map(({ value, label, count }) => ({
    text: value,
    label,
    // Of a year's sections, and not of those before or after it.
    count: counted ? count : null,
  }));
}

function begins(text: string, typed: string): boolean {
  const [whole, beginning] = [fold(text), fold(typed.trim())];
  return whole
    .split(/(?<=[\s-])/u)
    .some((_, i, words) => words.slice(i).join('').startsWith(beginning));
}

function item(before: string, name: OperatorName, value: Value | null): OperatorItem {
  const text = value === null ? '' : /\s/u.test(value.text) ? `"${value.text}"` : value.text;
  const written = `${name}:${text}`;
  return {
    name,
    value: value && { label: value.label, count: value.count },
    written,
    // A finished one is followed by the next word.
    q: `${before}${written}${value === null ? '' : ' '}`,
  };
}
