// Front matter by meaning: the many names that tools give to one fact.

import type { FrontMatter } from '../front-matter.js';

export interface Field {
  /** The key as written. */
  key: string;
  value: unknown;
  line: number | null;
}

/** Each fact's names, the surest first. Case, `_`, `-` and spaces do not count. */
export const NAMES = {
  title: ['title', 'subject', 'headline', 'name'],
  number: ['number', 'issue', 'issuenumber', 'issueno', 'no', 'nr', 'edition', 'editionnumber'],
  date: [
    'date',
    'publishdate',
    'published',
    'publishedat',
    'publishedon',
    'publisheddate',
    'publicationdate',
    'datepublished',
    'pubdate',
    'sent',
    'sentat',
    'sentdate',
    'senddate',
    'emailsentat',
    'issuedate',
    'postdate',
    'posted',
    'created',
    'createdat',
    'datecreated',
  ],
  authors: ['authors', 'author', 'by', 'byline', 'writer', 'from'],
  publication: ['publication', 'newsletter', 'series', 'sitename', 'site'],
  url: [
    'url',
    'canonicalurl',
    'canonical',
    'originalurl',
    'source',
    'link',
    'permalink',
    'absoluteurl',
    'via',
  ],
  language: ['language', 'lang', 'locale'],
  slug: ['slug'],
  draft: ['draft'],
  status: ['status'],
  concepts: ['concepts', 'tags', 'keywords', 'categories', 'topics', 'category'],
  supersedes: ['supersedes', 'replaces', 'retracts'],
} as const;

/** The first field of a fact that has a value; undefined when there is none. */
export function field(matter: FrontMatter, fact: keyof typeof NAMES): Field | undefined {
  const keys = new Map(Object.keys(matter.data).map((key) => [plainKey(key), key]));
  for (const name of NAMES[fact]) {
    const key = keys.get(name);
    const value = key === undefined ? undefined : matter.data[key];
    if (key !== undefined && value !== null && value !== undefined && value !== '')
      return { key, value, line: matter.lines[key] ?? null };
  }
  return undefined;
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

/** A value as one line of text; null when it is not text or a number. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** A value as a list of texts: a list, or words between commas. Objects give their `name`. */
export function asList(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[,;]/)
      : [value];
  return items.flatMap((item) => {
    const named =
      typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : item;
    const text = asText(named);
    return text === null ? [] : [text];
  });
}
