// Reads the parameters of a request. What is unknown or malformed is a 400 that
// names it: a filter silently ignored shows more than was asked for.

import * as v from 'valibot';
import type { IsoDay } from '../model.js';
import { isSlug, type ConceptSlug } from '../slug.js';
import type { Mistake, Rule } from '../words/mistake.js';
import { RequestError } from './request-error.js';

/** As they stand in the address: a parameter that is repeated is an array. */
export type Parameters = Readonly<Record<string, string | string[]>>;

/**
 * The parameters of one page. An empty one counts as absent, since a form sends
 * its empty fields along. Throws a RequestError that names the first mistake.
 */
export function readParameters<Entries extends v.ObjectEntries>(
  entries: Entries,
  given: Parameters,
): v.InferOutput<v.StrictObjectSchema<Entries, undefined>> {
  const result = v.safeParse(v.strictObject(entries), withoutEmpty(given), { abortEarly: true });
  if (result.success) return result.output;
  throw new RequestError(mistakeOf(result.issues[0], Object.keys(entries)));
}

/** A parameter that need not be there, and what counts where it is not. */
export { optional } from 'valibot';

/** A parameter that may be given once. */
export const once = v.string(rule('once'));

/** A parameter whose repetitions are alternatives. */
export function repeated<Item>(item: v.GenericSchema<string, Item>) {
  const list = v.union([
    v.array(v.string()),
    v.pipe(
      v.string(),
      v.transform((one) => [one]),
    ),
  ]);
  return v.optional(v.pipe(list, v.maxLength(20, rule({ times: 20 })), v.array(item)), []);
}

export const pageNumber = v.optional(number(/^[1-9]\d{0,5}$/, 'pageNumber'), '1');

/** A text of at most so many characters. */
export function atMost(characters: number) {
  return v.pipe(once, v.maxLength(characters, rule({ characters })));
}

/** A question: in plain language it has a tenth of this. */
export const question = atMost(1000);

/** How many items on a page: 1 to 100. */
export function perPage(usual: number) {
  return v.optional(number(/^([1-9]\d?|100)$/, 'perPage'), String(usual));
}

export const year = number(/^\d{4}$/, 'year');

/** At the end of which month, or day, the archive is looked at. */
export const when = v.optional(v.pipe(once, v.check(isMonthOrDay, rule('month'))));

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

export const conceptName = v.pipe(
  once,
  v.check(isSlug, rule('slug')),
  v.transform((slug) => slug as ConceptSlug),
);

/** The first is the default. */
export function oneOf<const Name extends string>(names: readonly [Name, ...Name[]]) {
  return v.optional(v.pipe(once, v.picklist(names, rule({ oneOf: names }))), names[0]);
}

function number(pattern: RegExp, name: Rule & string) {
  return v.pipe(once, v.regex(pattern, rule(name)), v.transform(Number));
}

function withoutEmpty(given: Parameters): Record<string, string | string[]> {
  const filled = Object.entries(given).map(([name, value]): [string, string | string[]] => [
    name,
    typeof value === 'string' ? value : value.filter((one) => one !== ''),
  ]);
  return Object.fromEntries(filled.filter(([, value]) => value.length > 0));
}

/** A schema's messages are texts. */
function rule(rule: Rule): string {
  return JSON.stringify(rule);
}

function mistakeOf({ type, path, message }: v.BaseIssue<unknown>, known: string[]): Mistake {
  const name = String(path?.[0].key);
  return type === 'strict_object'
    ? { kind: 'unknown parameter', name, known }
    : { kind: 'malformed', name, rule: JSON.parse(message) as Rule };
}
