// What the pages say, in English. Every other language says the same, under
// the same names; so the type of the words is that of these.

import { formatsOf } from './formats.js';
import { joined, say, type Piece, type Said } from './say.js';

const formats = formatsOf('en-GB');
const { counted, list, number } = formats;
const quoted = (text: string) => `“${text}”`;
const issueNumber = (n: number) => `No. ${n}`;
const issues = counted({ one: '# issue', other: '# issues' });
const sections = counted({ one: '# section', other: '# sections' });
const concepts = counted({ one: '# concept', other: '# concepts' });

export const en = {
  ...formats,
  code: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  quoted,
  comma: ', ',
  joined: (pieces: readonly Piece[]): Said => joined(pieces, ', '),
  undated: 'undated',
  issueNumber,
  issues,
  sections,
  concepts,

  frame: {
    skip: 'Skip to the text',
    navigation: 'Main',
    concepts: 'Concepts',
    map: 'Map',
    issues: 'Issues',
    colophon: (home: Piece, json: Piece): Said =>
      say`${home}, indexed by Backmatter. Everything here is also ${json}.`,
    json: 'JSON',
    search: 'Search',
    searchAll: 'Search every issue',
    language: 'Language',
  },

  paging: {
    label: 'Pages',
    previous: '← Previous',
    next: 'Next →',
    page: (n: number) => `Page ${n}`,
    here: (from: number, to: number) => `${number(from)}–${number(to)} here`,
  },

  home: {
    description: (n: number, site: string) =>
      `${issues(n)} of ${site}, searchable and linked by concept.`,
    subtitle: (n: number, from: string | null, to: string | null) =>
      `An index to ${issues(n)}${from === null ? '' : `, ${from === to ? from : `${from}–${to}`}`}`,
    empty: 'Nothing to read yet',
    begin: 'This archive has no issues. Put Markdown files into its folder, one an issue:',
    example: '---\ntitle: The first letter\ndate: 2024-01-15\n---\n\nDear readers, …',
    check: (check: Piece): Said => say`Then start it again; ${check} says what it found there.`,
    index: 'From the index',
    wholeIndex: (n: number) => `The whole index, ${concepts(n)}`,
    latest: 'Latest issues',
    all: (all: (text: string) => Piece, n: number, years: readonly Piece[]): Said =>
      say`${all(`All ${issues(n)}`)}${years.length > 1 && say`, or those of ${joined(years, ', ')}`}`,
  },

  conceptsPage: {
    title: 'Index of concepts',
    description: (n: number, site: string) =>
      `The index of ${site}: ${concepts(n)}, and the issues that speak of them.`,
    subtitle: (n: number, numbered: boolean, map: (text: string) => Piece): Said =>
      say`${concepts(n)}. ${
        numbered ? 'Numbers are those of the issues' : 'Years are those of the issues'
      } that speak of them. ${map('See them as a map')}.`,
    none: (folder: Piece): Said =>
      say`No concepts yet. Describe one in a file of its own, in the archive’s ${folder} folder, and every section that speaks of it is listed here.`,
    unlisted: counted({
      one: '# concept of the glossary is not listed: no issue speaks of it, and nothing explains it.',
      other:
        '# concepts of the glossary are not listed: no issue speaks of them, and nothing explains them.',
    }),
    letters: 'Letters',
    filter: 'Only names with',
    filterNow: 'Filter',
    noneSo: (q: string, all: (text: string) => Piece): Said =>
      say`No name has “${q}” in it. ${all('See the whole index')}.`,
    see: (name: string, concept: Piece): Said => say`${name}, ${{ aside: 'see' }} ${concept}`,
    seeAlso: 'see also',
    more: (n: number) => `+\u00a0${number(n)}`,
    allOn: (label: string) => `All issues on ${label}`,
    issue: (n: number, title: string) => `Issue ${n}, ${title}`,
    years: (years: string) => `What the issues of ${years} say of it`,
  },

  concept: {
    kicker: 'Concept',
    discovered: 'found in the archive by Backmatter',
    also: 'also',
    asof: (asof: string, now: (text: string) => Piece): Said =>
      say`As the archive stood at the end of ${formats.monthOrDay(asof)}: nothing sent later is shown or counted. ${now('See it as it stands now')}.`,
    definedIn: (issue: (text: string) => Piece): Said =>
      say`Quoted from ${issue('the issue that says so')}`,
    evidence: 'Found in these words',
    path: 'Where to begin',
    steps: {
      'defines it': 'defines it',
      'first to treat it': 'the first to treat it',
      'most about it': 'most about it',
      'says something else': 'another side of it',
      latest: 'the latest',
    },
    passages: 'What the issues say',
    none: (then: boolean, search: (text: string) => Piece): Said =>
      say`${then ? 'No issue had spoken of it by then' : 'No issue speaks of it'}, by this name or another. ${search('Search for its words')}.`,
    sectionsOf: (n: number, of: number) => `${sections(n)} of ${issues(of)}`,
    within: 'search within',
    order: 'Order',
    sorts: { relevance: 'Most about it', newest: 'Newest', oldest: 'Oldest' },
    onward: 'Read it all',
    about: 'About this concept',
    unlinked: 'Named without a link',
    unlinkedSays:
      'Here its name stands in a heading, in code or in a quoted title alone, where none is linked.',
    broader: 'Broader',
    narrower: 'Narrower',
    seeAlso: 'See also',
  },

  time: {
    title: 'Over time',
    quarter: (year: string, n: string) => `Q${n} ${year}`,
    figures: 'Share of the issues sent, in figures',
    period: 'Period',
    issues: 'Issues',
    of: 'of',
    share: 'Share',
    bar: (period: string, n: number, of: number) => `${period}: ${number(n)} of ${number(of)}`,
    first: 'First',
    latest: 'Latest',
    firstDefined: 'First defined',
    silence: 'Longest silence',
    silent: (days: number, from: Piece, to: Piece): Said =>
      say`${counted({ one: '# day', other: '# days' })(days)}, from ${from} to ${to}`,
    burst: 'Much spoken of',
    burstOf: (n: number, of: number, from: Piece, to: Piece): Said =>
      say`in ${number(n)} of ${issues(of)}, from ${from} to ${to}`,
    thenAndNow: 'Then and now',
    then: 'Then',
    now: 'Now',
    left: (words: readonly string[]) => `Words that left: ${words.join(', ')}`,
    entered: (words: readonly string[]) => `Words that came: ${words.join(', ')}`,
    changes: 'Changes of mind',
    takesBack: (by: Piece, byNumber: number | null, of: Piece, ofNumber: number | null): Said =>
      say`${by}${inBrackets(byNumber)} takes back ${of}${inBrackets(ofNumber)}, as it says itself.`,
    candidates:
      'By their wording, these may take something back; whether they do is for you to judge.',
  },

  issue: {
    takenBack: (n: number | null, issue: Piece, day: Piece | null): Said =>
      say`Taken back in ${numbered(n)}${issue}${day && say`, of ${day}`}.`,
    takesBack: (n: number | null, issue: Piece, day: Piece | null): Said =>
      say`Takes back ${numbered(n)}${issue}${day && say`, of ${day}`}.`,
    takesBackNamed: (names: readonly string[]) => `Takes back: ${names.join(', ')}.`,
    contents: 'Contents',
    linkTo: (heading: string) => `Link to “${heading}”`,
    concepts: 'Concepts in this issue',
    related: 'Related passages',
    near: (section: Piece, reasons: readonly string[]): Said =>
      say`near to ${section}: ${reasons.join('; ')}`,
    marked: (q: Piece, plain: (text: string) => Piece): Said =>
      say`The words of ${q} are marked. ${plain('Show it without marks')}.`,
    original: 'Read it where it was first published',
    neighbours: 'Neighbouring issues',
    before: 'Before',
    after: 'After',
  },

  issuesPage: {
    title: 'Issues',
    ofYear: (year: number) => `Issues of ${year}`,
    years: 'Years',
    months: 'Issues by month',
    all: 'All',
    none: (year: number | null) => (year === null ? 'No issues.' : `No issues of ${year}.`),
    undated: 'Undated',
  },

  map: {
    title: 'Map of concepts',
    description: (site: string) => `How the concepts of ${site} belong together.`,
    none: 'No concepts yet, so there is nothing to draw.',
    subtitle: (
      n: number,
      total: number,
      all: (text: string) => Piece,
      asList: (text: string) => Piece,
    ): Said =>
      say`${total > n ? say`${number(n)} of ${all(concepts(total))}` : concepts(total)}. A larger circle is spoken of in more issues; a line leads to the nearest. ${asList('The same as a list')}, with the reasons.`,
    node: (label: string, n: number) => `${label}, in ${issues(n)}`,
    list: 'The same as a list',
    tools: 'Tools for the map',
    find: 'Find on the map',
    closer: 'Closer',
    farther: 'Farther',
    whole: 'All of it',
  },

  search: {
    title: 'Search',
    count: (n: number, here: string | null, q: Piece | null): Said =>
      say`${n === 0 ? 'Nothing found' : sections(n)}${q && say` for ${q}`}${here && `, ${here}`}`,
    literally: (link: (text: string) => Piece): Said =>
      say`${link('Search for these words as they are written')}.`,
    didYouMean: (question: Piece, n: number): Said =>
      say`Did you mean ${question}? It finds ${number(n)}.`,
    filters: 'Filters',
    without: (filter: string) => `Without ${filter}:`,
    filterNames: {
      concept: 'concept',
      year: 'year',
      publication: 'publication',
      author: 'author',
      language: 'language',
    },
    withoutAny: 'Without any filter',
    elsewhere: 'Where else to look',
    nearby: (concepts: readonly Piece[]): Said =>
      say`Look at ${joined(concepts, ', ')}, whose names are nearly so.`,
    dropped: (search: (text: string) => Piece, filter: string, value: string): Said =>
      say`${search(`Search without the ${filter} “${value}”`)}.`,
    unfiltered: (search: (text: string) => Piece): Said =>
      say`${search('Search without the filters')}.`,
    beyond: (last: (text: string) => Piece): Said =>
      say`The result ends before this page: ${last('go to its last one')}.`,
    fewer: 'Use fewer words, or other ones: a part of a word is enough for the last.',
    browse: (index: (text: string) => Piece, byYear: (text: string) => Piece): Said =>
      say`Look through ${index('the index of concepts')} or ${byYear('the issues by year')}.`,
    order: 'Order',
    sorts: { relevance: 'Best first', newest: 'Newest', oldest: 'Oldest' },
    more: (n: number) => `${number(n)} more in this issue`,
    narrow: 'Narrow the result',
    facets: {
      concept: 'Concepts',
      year: 'Years',
      publication: 'Publications',
      author: 'Authors',
      language: 'Languages',
    },
    about: 'Concepts:',
    why: 'Why this',
    matches: (term: string, match: string, places: readonly string[]) =>
      `It matches “${term}”${match === '' ? '' : ` ${match}`} in ${list(places)}.`,
    ways: {
      exact: '',
      stem: 'by its stem',
      prefix: 'as the beginning of a word',
      synonym: 'by another name',
      fuzzy: 'by a similar spelling',
      phrase: 'as a phrase',
    },
    places: {
      heading: 'the heading',
      trail: 'the headings above it',
      concepts: 'the names of its concepts',
      text: 'the text',
    },
    corrected: (from: string, to: string) =>
      `The archive has no “${from}”; “${to}” was searched in its place.`,
    ignored: (words: readonly string[]) => `Not searched for: ${list(words.map(quoted))}.`,
    unmatched: (words: readonly string[]) => `Nothing here matches ${list(words.map(quoted))}.`,
    someWords: 'Too few sections have every word, so those with some of them are here too.',
  },

  suggestions: {
    label: 'Suggestions',
    narrow: 'Narrow the question',
    operators: {
      concept: 'speaks of a concept',
      year: 'of a year, of a month, or of 2023..2024',
      before: 'sent before a year or a day',
      after: 'sent after a year or a day',
      author: 'by an author',
      publication: 'of a newsletter',
      lang: 'in a language',
      in: 'words in the heading, or elsewhere',
    },
    concepts: 'Concepts',
    headings: 'Headings',
    passages: 'Passages',
    all: (n: number) => (n === 0 ? 'Nothing found' : `All ${sections(n)}`),
    recent: 'Searched before',
    forget: 'Forget these',
  },

  preview: {
    counts: (inSections: number, inIssues: number) =>
      `${sections(inSections)} of ${issues(inIssues)} speak of it`,
  },

  notes: {
    tooLong: (n: number) => `Only the first ${number(n)} characters were read.`,
    tooDeep: (n: number) => `Parentheses more than ${number(n)} deep were not read.`,
    tooManyWords: (n: number) => `Only the ${number(n)} rarest words were searched.`,
    tooMuchWork: 'The question asks for too much at once; not all of it was looked up.',
    quotesApart: 'Nothing has the quoted words together, so they were searched one by one.',
    noField: (written: string) =>
      `“${written}” was searched as words: in: takes heading, trail, concepts or text.`,
    noPeriod: (name: string, written: string) =>
      `“${written}” was searched as words: ${name}: takes a year, a month or a day, such as 2024, 2024-06 or 2024-06-30${name === 'year' ? ', or two of them, such as 2023..2024' : ''}.`,
    noSuchDay: (written: string, lastDay: string) =>
      `“${written}” was searched as words: there is no such day; that month ends with ${lastDay}.`,
    noGroup: (written: string) =>
      `“${written}” was searched as words: near: takes a distance of at most 9999 and words in parentheses, such as near:5(plan team).`,
    noWords: 'There is no word in the question to search by.',
    noOperator: (name: string, written: string) =>
      `“${name}:” is not an operator; “${written}” was searched as words.`,
  },

  reasons: {
    broader: 'the glossary calls it broader',
    narrower: 'the glossary calls it narrower',
    related: 'the glossary relates them',
    together: (sectionsWith: number, issuesWith: number, expected: number) =>
      `spoken of together in ${sections(sectionsWith)} of ${issues(issuesWith)}, where chance would give ${roughly(expected)}`,
    speaksOf: (sectionsWith: number, issuesWith: number, from: string, of: string) =>
      `${sections(sectionsWith)} of ${issues(issuesWith)} on ${from} ${sectionsWith === 1 ? 'speaks' : 'speak'} of ${of}`,
    definition: (from: string, of: string) => `the definition of ${from} speaks of ${of}`,
    sharedConcepts: (labels: readonly string[]) => `both speak of ${list(labels)}`,
    sharedTerms: (terms: readonly string[]) => `both use ${list(terms.map(quoted))}`,
  },

  passage: {
    table: 'Table',
    done: 'done',
    toDo: 'to do',
    footnotes: 'Footnotes',
    backToText: (n: string) => `Back to reference ${n}`,
  },

  mistakes: {
    noSuch: {
      concept: (name: string) => `No concept “${name}”.`,
      issue: (name: string) => `No issue “${name}”.`,
      section: (name: string) => `No section “${name}”.`,
      page: (name: string) => `No page “${name}”.`,
    },
    unknown: (name: string, known: readonly string[]) =>
      `Unknown parameter “${name}”. ${known.length === 0 ? 'There are none here.' : `Known here: ${known.join(', ')}.`}`,
    once: (name: string) => `“${name}” may be given only once.`,
    pageNumber: (name: string) => `“${name}” must be a whole number from 1 to 999999.`,
    perPage: (name: string) => `“${name}” must be a whole number from 1 to 100.`,
    year: (name: string) => `“${name}” must be a year of four digits, such as 2024.`,
    month: (name: string) =>
      `“${name}” must be a month, such as 2024-06, or a day, such as 2024-06-14.`,
    slug: (name: string) => `“${name}” must be a concept’s slug, such as “okrs”.`,
    address: (name: string) =>
      `“${name}” must be the address of a concept, an issue or a section here.`,
    slugOrId: (name: string) => `“${name}” must be a concept’s slug or a section’s id.`,
    oneOf: (name: string, names: readonly string[]) =>
      `“${name}” must be one of ${names.join(', ')}.`,
    characters: (name: string, most: number) =>
      `“${name}” may have at most ${number(most)} characters.`,
    times: (name: string, most: number) => `“${name}” may be given at most ${number(most)} times.`,
    encoding: 'The address has a “%” that encodes nothing. Write %25 for it.',
    method: (method: string) => `${method} is not answered here; GET and HEAD are.`,
    notReady: 'The archive is still being read. Ask again in a moment.',
    tooOften: 'Very many requests came from your address just now. Wait a second, then ask again.',
  },

  errors: {
    titles: {
      400: 'That cannot be asked',
      404: 'Not found',
      405: 'That cannot be asked',
      429: 'One thing after another',
      500: 'Something went wrong',
      503: 'One moment',
    },
    stages: {
      reading: (done: number, total: number) =>
        `Reading the issues: ${number(done)} of ${number(total)}.`,
      'looking for concepts': (done: number, total: number) =>
        `Looking for concepts: ${number(done)} of ${issues(total)}.`,
      indexing: (done: number, total: number) =>
        `Writing the index: ${number(done)} of ${issues(total)}.`,
    },
    byItself: 'This page looks again by itself.',
    nearby: 'Perhaps one of these',
    nearbyConcepts: 'Concepts',
    nearbyIssues: 'Issues',
    nearbySections: 'Passages with these words',
    mend: (name: string, same: (text: string) => Piece): Said =>
      say`${same(`Ask the same without “${name}”`)}.`,
    again: 'Try again',
    failed: 'Something went wrong here. It is not your doing.',
    browse: (index: (text: string) => Piece, all: (text: string) => Piece): Said =>
      say`Or look through ${index('the index of concepts')} or ${all('the issues')}.`,
  },

  patterns: {
    title: 'Pieces of the pages',
    subtitle: 'What the pages are made of, shown with what is in this archive.',
    type: 'Type',
    colours: 'Colours',
    contrast: (light: number, dark: number) =>
      `${number(light)} to 1 by day, ${number(dark)} to 1 by night`,
    states: 'States',
  },

  cite: {
    title: 'Cite this',
    permanent: 'Permanent link',
    markdown: 'Markdown',
    bibtex: 'BibTeX',
    copy: 'Copy',
    copyAs: (name: string) => `Copy: ${name}`,
    copied: 'Copied',
  },

  feed: {
    follow: 'Follow it by feed',
    all: 'Follow the issues by feed',
    concept: (label: string, site: string) => `${label} · ${site}`,
    section: (heading: string, issue: string) => `${heading} (${issue})`,
  },

  api: {
    title: 'JSON',
    description: 'How to ask this archive for JSON.',
  },
};

export type Words = typeof en;

/** ` (No. 3)` */
function inBrackets(n: number | null): string {
  return n === null ? '' : ` (${issueNumber(n)})`;
}

/** `No. 3, ` */
function numbered(n: number | null): string {
  return n === null ? '' : `${issueNumber(n)}, `;
}

function roughly(n: number): string {
  return n < 10 ? n.toFixed(1) : n.toFixed(0);
}
