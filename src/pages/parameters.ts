// Reads the parameters of a request. What is unknown or malformed is a 400 that
// names it: a filter silently ignored shows more than was asked for.

import type { IsoDay } from '../model.js';
import { isSlug, type ConceptSlug } from '../slug.js';
import type { Rule } from '../words/mistake.js';
import { RequestError } from './request-error.js';

/** As they stand in the address: a parameter that is repeated is an array. */
export type Parameters = Readonly<Record<string, string | string[]>>;

/** What a parameter says, or that it is not there; throws a BrokenRule. */
type Parameter<Value> = (given: string | string[] | undefined) => Value;

/** What one text says; throws a BrokenRule. */
type Reading<Value> = (text: string) => Value;

class BrokenRule extends Error {
  constructor(readonly rule: Rule) {
    super('A parameter breaks a rule.');
  }
}

/**
 * The parameters of one page. An empty one counts as absent, since a form sends
 * its empty fields along. Throws a RequestError that names the first mistake.
 */
export function readParameters<Values extends object>(
  parameters: { [Name in keyof Values]: Parameter<Values[Name]> },
  given: Parameters,
): Values {
  const filled = withoutEmpty(given);
  const known = Object.keys(parameters) as (keyof Values & string)[];
  const values = known.map((name) => [name, readOne(name, parameters[name], filled.get(name))]);
  for (const name of filled.keys())
    if (!Object.hasOwn(parameters, name))
      throw new RequestError({ kind: 'unknown parameter', name, known });
  return Object.fromEntries(values) as Values;
}

/** A parameter that need not be there. */
export function optional<Value>(read: Reading<Value>): Parameter<Value | undefined> {
  return (given) => {
    if (Array.isArray(given)) throw new BrokenRule('once');
    return given === undefined ? undefined : read(given);
  };
}

export function withDefault<Value>(fallback: Value, read: Reading<Value>): Parameter<Value> {
  const readGiven = optional(read);
  return (given) => readGiven(given) ?? fallback;
}

/** A parameter whose repetitions are alternatives. */
export function repeated<Item>(read: Reading<Item>): Parameter<Item[]> {
  return (given = []) => {
    const items = typeof given === 'string' ? [given] : given;
    if (items.length > MAX_TIMES) throw new BrokenRule({ times: MAX_TIMES });
    return items.map(read);
  };
}

const MAX_TIMES = 20;

export const pageNumber = withDefault(1, number(/^[1-9]\d{0,5}$/, 'pageNumber'));

export const anyText: Reading<string> = (text) => text;

/** A text of at most so many characters. */
export function atMost(characters: number): Reading<string> {
  return where((text) => text.length <= characters, { characters });
}

/** A question: in plain language it has a tenth of this. */
export const question = atMost(1000);

/** How many items on a page: 1 to 100. */
export function perPage(usual: number): Parameter<number> {
  return withDefault(usual, number(/^([1-9]\d?|100)$/, 'perPage'));
}

export const year = number(/^\d{4}$/, 'year');

/** At the end of which month, or day, the archive is looked at. */
export const when = optional(where(isMonthOrDay, 'month'));

/** Days are compared as text, so that a 31st of June will do. */
export function lastDayOf(asof: string | undefined): IsoDay | undefined {
  return asof?.length === 'YYYY-MM'.length ? `${asof}-31` : asof;
}

function isMonthOrDay(text: string): boolean {
  if (!/^\d{4}-\d\d(?:-\d\d)?$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`.replace(/^(.{7})T/, '$1-01T'));
  // A 31st of June becomes the 1st of July.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const conceptName = where(isSlug, 'slug') as Reading<ConceptSlug>;

/** The first is the default. */
export function oneOf<Name extends string>(names: readonly [Name, ...Name[]]): Parameter<Name> {
  const read = where((name) => names.some((one) => one === name), { oneOf: names });
  return withDefault(names[0], read as Reading<Name>);
}

function number(pattern: RegExp, rule: Rule): Reading<number> {
  const read = where((text) => pattern.test(text), rule);
  return (text) => Number(read(text));
}

function where(holds: (text: string) => boolean, rule: Rule): Reading<string> {
  return (text) => {
    if (!holds(text)) throw new BrokenRule(rule);
    return text;
  };
}

function withoutEmpty(given: Parameters): Map<string, string | string[]> {
  const filled = Object.entries(given).map(([name, value]): [string, string | string[]] => [
    name,
    typeof value === 'string' ? value : value.filter((one) => one !== ''),
  ]);
  return new Map(filled.filter(([, value]) => value.length > 0));
}

function readOne<Value>(
  name: string,
  read: Parameter<Value>,
  given: string | string[] | undefined,
): Value {
  try {
    return read(given);
  } catch (error) {
    if (error instanceof BrokenRule)
      throw new RequestError({ kind: 'malformed', name, rule: error.rule });
    throw error;
  }
}
