// Authors, publication, original address and language.

import type { FactSource } from '../../model.js';
import type { FrontMatter } from '../front-matter.js';
import { asList, asText, field } from './fields.js';

/** Who wrote it, as written; an address beside a name goes. */
export function findAuthors(matter: FrontMatter): string[] {
  const found = field(matter, 'authors');
  if (found === undefined) return [];
  // "Saulnier, deputy minister" is one author: only a list is a list.
  const items = typeof found.value === 'string' ? splitNames(found.value) : asList(found.value);
  return items
    .map((name) =>
      name
        .replace(/\s*<[^>]*>|\s*\(?https?:\/\/\S+/g, '')
        .replace(/^["']|["']$/g, '')
        .replace(/^@/, '')
        .trim(),
    )
    .filter((name) => name !== '');
}

function splitNames(names: string): string[] {
  return names.split(/\s+(?:and|und|et|y|e|en|&)\s+|\s*[;&]\s*/u);
}

export function findPublication(matter: FrontMatter): string | null {
  return asText(field(matter, 'publication')?.value);
}

/** http or https, whole; null for a path within a site. */
export function findUrl(matter: FrontMatter): string | null {
  const given = asText(field(matter, 'url')?.value);
  if (given === null || !/^https?:\/\//i.test(given)) return null;
  try {
    return new URL(given).href;
  } catch {
    return null;
  }
}

/** A BCP 47 tag in its usual case; null for anything else. */
export function findLanguage(matter: FrontMatter): string | null {
  const given = asText(field(matter, 'language')?.value);
  if (given === null) return null;
  try {
    return Intl.getCanonicalLocales(given.replace('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** Where a fact of the front matter was found, by the matter's form. */
export function matterSource(matter: FrontMatter): FactSource {
  return matter.form === 'header lines' ? 'header lines' : 'front matter';
}
