// Reads the parameters of a request. What is unknown or malformed is a 400 that
// names it: a filter silently ignored shows more than was asked for.

import { z } from 'zod';
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
export function readParameters<Shape extends z.ZodRawShape>(
  shape: Shape,
  given: Parameters,
): z.infer<z.ZodObject<Shape>> {
  const result = z.strictObject(shape).safeParse(withoutEmpty(given));
  if (result.success) return result.data;
  throw new RequestError(mistakeOf(result.error.issues[0]!, Object.keys(shape)));
}

/** A parameter that may be given once. */
export const once = z.string({ error: rule('once') });

/** A parameter whose repetitions are alternatives. */
export function repeated<Item extends z.ZodType>(item: Item) {
  return z
    .preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(item).max(20, rule({ times: 20 })),
    )
    .default([]);
}

export const pageNumber = once
  .regex(/^[1-9]\d{0,5}$/, rule('pageNumber'))
  .transform(Number)
  .default(1);

/** A text of at most so many characters. */
export function atMost(characters: number) {
  return once.max(characters, rule({ characters }));
}

/** A question: in plain language it has a tenth of this. */
export const question = atMost(1000);

/** How many items on a page: 1 to 100. */
export function perPage(usual: number) {
  return once
    .regex(/^([1-9]\d?|100)$/, rule('perPage'))
    .transform(Number)
    .default(usual);
}

export const year = once.regex(/^\d{4}$/, rule('year')).transform(Number);

/** At the end of which month, or day, the archive is looked at. */
export const when = once.refine(isMonthOrDay, rule('month')).optional();

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

export const conceptName = once
  .refine(isSlug, rule('slug'))
  .transform((slug) => slug as ConceptSlug);

/** The first is the default. */
export function oneOf<Name extends string>(names: readonly [Name, ...Name[]]) {
  return once
    .refine((name) => names.some((one) => one === name), rule({ oneOf: names }))
    .optional()
    .transform((name) => (name ?? names[0]) as Name);
}

function withoutEmpty(given: Parameters): Record<string, string | string[]> {
  const filled = Object.entries(given).map(([name, value]): [string, string | string[]] => [
    name,
    typeof value === 'string' ? value : value.filter((one) => one !== ''),
  ]);
  return Object.fromEntries(filled.filter(([, value]) => value.length > 0));
}

/** zod carries texts alone. */
function rule(rule: Rule): string {
  return JSON.stringify(rule);
}

function mistakeOf(issue: z.core.$ZodIssue, known: string[]): Mistake {
  if (issue.code === 'unrecognized_keys')
    return { kind: 'unknown parameter', name: issue.keys[0]!, known };
  const rule = JSON.parse(issue.message) as Rule;
  return { kind: 'malformed', name: String(issue.path[0]), rule };
}
