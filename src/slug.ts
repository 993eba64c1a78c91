// Makes and checks slugs and section ids. Each kind is a branded type, so that
// an issue's slug can never be handed over where a concept's is expected.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Names an issue in addresses: `141-the-product-is-the-process`. */
export type IssueSlug = Branded<'IssueSlug'>;
/** Names a concept in addresses: `okrs`. */
export type ConceptSlug = Branded<'ConceptSlug'>;
/** Names a section within its issue: `team-stages`. */
export type Anchor = Branded<'Anchor'>;
/** Names a section in the archive, for ever: `141-the-product-is-the-process#team-stages`. */
export type SectionId = Branded<'SectionId'>;

/** Slugs longer than this are cut: 80 characters stay readable in an address bar. */
const MAX_LENGTH = 80;

/**
 * The slug of any text: lower case, letters, marks and digits of every script
 * kept, everything else one hyphen. Empty when the text has no letter or digit.
 */
export function slugify(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    // Apostrophes, and what joins or colours emoji, which counts as a letter's mark.
    .replace(/['’]|\u200d|[\ufe00-\ufe0f]|\u20e3/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return cutAtWord(words).normalize('NFC');
}

export function issueSlug(text: string): IssueSlug {
  return (slugify(text) || 'issue') as IssueSlug;
}

export function conceptSlug(text: string): ConceptSlug {
  return (slugify(text) || 'concept') as ConceptSlug;
}

export function anchor(text: string): Anchor {
  return (slugify(text) || 'section') as Anchor;
}

export function sectionId(issue: IssueSlug, anchor: Anchor): SectionId {
  return `${issue}#${anchor}` as SectionId;
}

/** The issue and the anchor of an id that this program made. */
export function partsOf(id: SectionId): { issue: IssueSlug; anchor: Anchor } {
  const [issue, anchor] = id.split('#');
  return { issue: issue as IssueSlug, anchor: anchor as Anchor };
}

/** The same of an id that comes from elsewhere; undefined when it is none. */
export function parseSectionId(id: string): { issue: IssueSlug; anchor: Anchor } | undefined {
  const parts = id.split('#');
  if (parts.length !== 2 || parts.some((part) => !isSlug(part))) return undefined;
  return { issue: parts[0] as IssueSlug, anchor: parts[1] as Anchor };
}

/** Whether a text is a slug as this file makes them. */
export function isSlug(text: string): boolean {
  return text !== '' && slugify(text) === text;
}

/** Gives `wanted`, or `wanted-2`, `wanted-3`…: the first that `taken` lacks, and takes it. */
export function unique<Slug extends string>(wanted: Slug, taken: Set<string>): Slug {
  let slug: string = wanted;
  for (let n = 2; taken.has(slug); n += 1) slug = `${wanted}-${n}`;
  taken.add(slug);
  return slug as Slug;
}

function cutAtWord(words: string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > MAX_LENGTH)
      return slug === '' ? [...word].slice(0, MAX_LENGTH / 2).join('') : slug;
    slug = longer;
  }
  return slug;
}
