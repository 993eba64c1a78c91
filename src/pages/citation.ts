// How others refer to a concept, an issue or a passage of one.

import type { IsoDay } from '../model.js';

export interface Cited {
  /** What is cited: a heading, a title or a label. */
  title: string;
  /** Absolute, and permanent. */
  url: string;
  authors: readonly string[];
  /** The newsletter, or the name of the archive. */
  publication: string;
  number: number | null;
  date: IsoDay | null;
}

export interface Citation {
  url: string;
  markdown: string;
  bibtex: string;
}

export function citationOf(cited: Cited): Citation {
  return { url: cited.url, markdown: markdownOf(cited), bibtex: bibtexOf(cited) };
}

/** `Ines Halloran, [What a rung costs](https://…), *The Unfinished Map* 13, 2023-07-26` */
function markdownOf({ title, url, authors, publication, number, date }: Cited): string {
  const journal = `*${escapedMarkdown(publication)}*${number === null ? '' : ` ${number}`}`;
  const parts = [
    ...authors.map(escapedMarkdown),
    `[${escapedMarkdown(title)}](${url.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`,
    journal,
    ...(date === null ? [] : [date]),
  ];
  return parts.join(', ');
}

function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}

function bibtexOf({ title, url, authors, publication, number, date }: Cited): string {
  const fields: [name: string, value: string | null][] = [
    ['author', authors.length === 0 ? null : authors.map(escapedTex).join(' and ')],
    // The inner braces keep capitals.
    ['title', `{${escapedTex(title)}}`],
    ['journal', escapedTex(publication)],
    ['number', number === null ? null : String(number)],
    ['year', date === null ? null : date.slice(0, 4)],
    ['month', date === null ? null : String(Number(date.slice(5, 7)))],
    // The package url, which BibTeX's users have for this field, takes an address as it is.
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = {${value}}`],
  );
  return `@article{${keyOf(url)},\n${lines.join(',\n')}\n}`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapedTex(text: string): string {
  return text.replace(/[\\{}%&$#_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

/** The last parts of the address, in signs that every reader of BibTeX takes. */
function keyOf(url: string): string {
  const { pathname, hash } = new URL(url);
  const name = `${pathname.split('/').at(-1) ?? ''}${hash}`.replace(/%..|[^A-Za-z\d-]+/g, '-');
  return name.replace(/-+/g, '-').replace(/^-|-$/g, '') || 'archive';
}
