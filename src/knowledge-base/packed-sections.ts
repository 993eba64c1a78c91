// The sections of an issue, but for their trees, as columns: an archive may have
// a hundred thousand sections, and as many objects, each with the names of its
// fields, are three times as long in writing and slow to take up again.

import type { Section } from '../model.js';
import { sectionId, type IssueSlug } from '../slug.js';

export type UntreedSection = Omit<Section, 'tree'>;

/** Can be cloned and written to disk as it is. */
export interface PackedSections {
  /** Headings, forms and languages, each once: sections share most of them. */
  names: string[];
  anchors: Section['anchor'][];
  /** The former anchors of those sections that have some, by place. */
  former: [place: number, anchors: Section['anchor'][]][];
  texts: string[];
  /** `WIDTH` numbers for each section, and the names of its trail after them. */
  rows: number[];
}

/** Names of heading, form and language, then depth, line, whether stock, and how long the trail is. */
const WIDTH = 7;
const NO_NAME = -1;

export function packSections(sections: readonly UntreedSection[]): PackedSections {
  const names = new Map<string, number>();
  const numberOf = (name: string): number => {
    const number = names.get(name) ?? names.size;
    names.set(name, number);
    return number;
  };
  const rows = sections.flatMap(({ heading, form, language, depth, line, stock, trail }) => [
    numberOf(heading),
    numberOf(form),
    language === null ? NO_NAME : numberOf(language),
    depth,
    line,
    Number(stock),
    trail.length,
    ...trail.map(numberOf),
  ]);
  return {
    names: [...names.keys()],
    anchors: sections.map(({ anchor }) => anchor),
    former: sections.flatMap(({ formerAnchors }, place) =>
      formerAnchors.length === 0 ? [] : [[place, formerAnchors]],
    ),
    texts: sections.map(({ text }) => text),
    rows,
  };
}

/** @param shared gives a name as others have it, so that it is held once */
export function unpackSections(
  issue: IssueSlug,
  { names, anchors, former, texts, rows }: PackedSections,
  shared: (name: string) => string,
): UntreedSection[] {
  const own = names.map(shared);
  const formerAt = new Map(former);
  let at = 0;
  return texts.map((text, place) => {
    const [heading, form, language, depth, line, stock, above] = rows.slice(at, at + WIDTH);
    const trail = rows.slice(at + WIDTH, at + WIDTH + above!);
    at += WIDTH + above!;
    const anchor = anchors[place]!;
    return {
      id: sectionId(issue, anchor),
      issue,
      anchor,
      formerAnchors: formerAt.get(place) ?? NONE,
      heading: own[heading!]!,
      form: own[form!] as Section['form'],
      depth: depth!,
      trail: trail.map((name) => own[name]!),
      text,
      stock: stock === 1,
      language: language === NO_NAME ? null : own[language!]!,
      line: line!,
    };
  });
}

/** Most sections never had another. */
const NONE: Section['anchor'][] = [];
