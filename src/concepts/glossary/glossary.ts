// Concept files → the glossary. A mistake in a file becomes a problem with its
// line; the concept goes on without what was wrong.

import type { Concept, ConceptFile, Glossary, Problem } from '../../model.js';
import type { ConceptSlug } from '../../slug.js';
import { nameKey } from '../words.js';
import { at, type Draft } from './draft.js';
import { checkNames } from './glossary-names.js';
import { checkRelations } from './glossary-relations.js';

/**
 * The glossary of these files, in their order. Every relation leads to a
 * concept that is there; `narrower` is the other side of `broader`; `related`
 * goes both ways; no name is claimed by two concepts unless it is the label of both.
 */
export function readGlossary(files: ConceptFile[]): { glossary: Glossary; problems: Problem[] } {
  const problems: Problem[] = [];
  const drafts: Draft[] = [];
  const taken = new Map<ConceptSlug, ConceptFile>();
  for (const file of files) {
    const first = taken.get(file.slug);
    if (first !== undefined) {
      problems.push({
        file: file.file,
        line: null,
        kind: 'duplicate-slug',
        what: `${first.file} already has the slug “${file.slug}”.`,
        how: 'Rename one of the two files.',
      });
      continue;
    }
    taken.set(file.slug, file);
    drafts.push(readConcept(file, problems));
  }
  checkNames(drafts, problems);
  checkRelations(drafts, problems);
  return { glossary: { concepts: drafts.map((draft) => draft.concept) }, problems };
}

function readConcept(source: ConceptFile, problems: Problem[]): Draft {
  const list = (key: string) => readList(source, key, problems);
  const concept: Concept = {
    slug: source.slug,
    status: 'curated',
    label: readLabel(source, problems),
    aliases: list('aliases'),
    hidden: list('hidden'),
    definition:
      source.text.trim() === '' ? null : { tree: source.tree, text: source.text, source: null },
    broader: [],
    narrower: [],
    related: [],
    notation: readText(source, 'notation', problems),
    link: readLink(source, problems),
    file: source.file,
  };
  const wanted = { broader: list('broader'), narrower: list('narrower'), related: list('related') };
  return { concept, source, wanted };
}

function readLabel(source: ConceptFile, problems: Problem[]): string {
  // Glossaries of other makers call it title.
  const key =
    source.data.label === undefined && source.data.title !== undefined ? 'title' : 'label';
  const label = readText(source, key, problems);
  if (label !== null && nameKey(label) !== '') return label;
  const name = source.file.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '');
  const words = name.replace(/[-_\s]+/gu, ' ').trim();
  const made = words === '' ? source.slug : words.charAt(0).toUpperCase() + words.slice(1);
  problems.push({
    ...at(source, 'label'),
    kind: 'concept-label',
    what: '"label" is missing.',
    how: `Add label: ${made}`,
  });
  return made;
}

function readLink(source: ConceptFile, problems: Problem[]): Concept['link'] {
  const link = source.data.link;
  if (link === undefined || link === null) return 'always';
  if (link === 'always' || link === 'exact' || link === 'never') return link;
  problems.push({
    ...at(source, 'link'),
    kind: 'concept-field',
    what: `"link" cannot be ${shown(link)}.`,
    how: 'Write link: always, exact or never.',
  });
  return 'always';
}

function readText(source: ConceptFile, key: string, problems: Problem[]): string | null {
  const value = source.data[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return tidy(value) || null;
  if (typeof value === 'number') return String(value);
  problems.push({
    ...at(source, key),
    kind: 'concept-field',
    what: `"${key}" is not a text.`,
    how: `Write ${key}: and a few words.`,
  });
  return null;
}

function readList(source: ConceptFile, key: string, problems: Problem[]): string[] {
  const value = source.data[key];
  if (value === undefined || value === null) return [];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  const names: string[] = [];
  for (const item of items) {
    if (item === null || item === '') continue;
    if (typeof item === 'string' || typeof item === 'number') {
      const name = tidy(String(item));
      if (name !== '' && !names.includes(name)) names.push(name);
    } else {
      problems.push({
        ...at(source, key),
        kind: 'concept-field',
        what: `"${key}" holds ${shown(item)}, which is not a name.`,
        how: `Write ${key}: [one name, another name].`,
      });
    }
  }
  return names;
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
