/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- the packages compared with are not there, nor their types, when the project is checked. */
// The search engines that the benches compare, each behind the same two
// questions. Those of bench/package.json are left out when not installed.

import MiniSearch, { type SearchOptions, type SearchResult as MiniSearchHit } from 'minisearch';
import { createSearchIndex } from '../../src/search/minisearch-index.js';
import type { IssueFacts, Section } from '../../src/model.js';
import type { SearchableIssue, SearchIndex, SearchResult } from '../../src/search/search-index.js';
import { anchor, issueSlug, sectionId } from '../../src/slug.js';
import { detectLanguage, loadDetector } from '../../src/text/language.js';
import { stem } from '../../src/text/stems.js';
import { isStopWord } from '../../src/text/stop-words.js';

await loadDetector();

export interface Text {
  id: string;
  title: string;
  body: string;
}

export interface Engine {
  /** The ids found, best first; at most `limit`. */
  search(q: string, limit: number): string[] | Promise<string[]>;
}

export interface EngineMaker {
  name: string;
  make(texts: readonly Text[]): Promise<Engine>;
}

/** This project's first; those that cannot be loaded are in `missing`, each with the reason. */
export async function engines(): Promise<{ makers: EngineMaker[]; missing: Map<string, string> }> {
  const makers = [backmatter, ...plainMiniSearch()];
  const missing = new Map<string, string>();
  for (const [name, make] of competitors) {
    try {
      makers.push({ name, make: await make() });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      missing.set(name, code === 'ERR_MODULE_NOT_FOUND' ? 'not installed' : message);
    }
  }
  return { makers, missing };
}

const backmatter: EngineMaker = {
  name: 'Backmatter',
  async make(texts) {
    const index = createSearchIndex();
    const ids = fill(index, texts);
    return {
      search(q, limit) {
        const found: string[] = [];
        const perPage = Math.min(100, limit);
        for (let page = 1; found.length < limit; page += 1) {
          const { hits, total } = ask(index, q, page, perPage);
          for (const hit of hits) found.push(ids.get(hit.id)!);
          if (page * perPage >= total) break;
        }
        return found;
      },
    };
  },
};

/** Each text a section, so many to an issue. Gives the text's id by the section's. */
export function fill(
  index: SearchIndex,
  texts: readonly Text[],
  sectionsEach = 20,
): Map<string, string> {
  const ids = new Map<string, string>();
  let next = 0;
  for (const issue of issuesOf(texts, sectionsEach)) {
    for (const { section } of issue.sections) ids.set(section.id, texts[next++]!.id);
    index.replaceIssue(issue);
  }
  return ids;
}

/** Each text a section, so many to an issue. */
export function issuesOf(texts: readonly Text[], sectionsEach = 20): SearchableIssue[] {
  const issues: SearchableIssue[] = [];
  for (let first = 0; first < texts.length; first += sectionsEach) {
    const slug = issueSlug(`issue-${first}`);
    const own = texts.slice(first, first + sectionsEach);
    // As the reader of an archive tells it.
    const language = detectLanguage(own.map(({ body }) => body).join('\n'));
    const issue: IssueFacts = {
      slug,
      file: `${slug}.md`,
      title: slug,
      number: null,
      date: `${2014 + ((first / sectionsEach) % 10)}-01-01`,
      authors: [],
      publication: null,
      url: null,
      language,
      sources: {},
    };
    const sections = own.map((text, index) => {
      const name = anchor(`text-${index}`);
      const section: Section = {
        id: sectionId(slug, name),
        issue: slug,
        anchor: name,
        formerAnchors: [],
        heading: text.title,
        form: 'heading',
        depth: 1,
        trail: [],
        tree: { type: 'root', children: [] },
        text: text.body,
        stock: false,
        language: (text.body.length < 200 ? null : detectLanguage(text.body)) ?? language,
        line: 1,
      };
      return { section, concepts: [] };
    });
    issues.push({ issue, sections });
  }
  return issues;
}

export function ask(index: SearchIndex, q: string, page: number, perPage: number): SearchResult {
  return index.search({
    q,
    concepts: [],
    years: [],
    publications: [],
    authors: [],
    languages: [],
    sort: 'relevance',
    page,
    perPage,
  });
}

function plainMiniSearch(): EngineMaker[] {
  const maker = (
    name: string,
    options: SearchOptions,
    processTerm = (term: string): string | null => term.toLowerCase(),
    scoreOf = ({ score }: MiniSearchHit): number => score,
  ): EngineMaker => ({
    name,
    async make(texts) {
      const index = new MiniSearch({ fields: ['title', 'body'], processTerm });
      index.addAll(texts);
      return {
        search: (q, limit) =>
          index
            .search(q, options)
            .sort((a, b) => scoreOf(b) - scoreOf(a))
            .slice(0, limit)
            .map((hit) => hit.id as string),
      };
    },
  });
  return [
    maker('MiniSearch, defaults', {}),
    maker('MiniSearch, prefix and fuzzy', { prefix: true, fuzzy: 0.2 }),
    // The best that we know how to make of its options alone, for English.
    maker(
      'MiniSearch, stop words and stems',
      { bm25: { k: 1.2, b: 0.75, d: 0 } },
      (term) => (isStopWord(term.toLowerCase(), 'en') ? null : stem(term.toLowerCase(), 'en')),
      ({ score, queryTerms }) => score / queryTerms.length,
    ),
  ];
}

type Make = EngineMaker['make'];

// The packages are named by variables, so that the project is checked without them.
const from = async (name: string): Promise<any> => import(`../node_modules/${name}`);

const competitors: [string, () => Promise<Make>][] = [
  [
    'Lunr',
    async () => {
      const { default: lunr } = await from('lunr/lunr.js');
      return async (texts) => {
        const index = lunr(function (this: any) {
          this.ref('id');
          this.field('title');
          this.field('body');
          for (const text of texts) this.add(text);
        });
        return {
          search: (q, limit) =>
            index
              .query((query: any) => {
                query.term(wordsOf(q));
              })
              .slice(0, limit)
              .map((hit: any) => hit.ref as string),
        };
      };
    },
  ],
  [
    'Orama',
    async () => {
      const { create, insertMultiple, search } = await from('@orama/orama/dist/esm/index.js');
      return async (texts) => {
        const language = ORAMA_LANGUAGES[languageOf(texts)] ?? 'english';
        const db = create({ schema: { title: 'string', body: 'string' }, language });
        await insertMultiple(db, texts, 1_000);
        return {
          async search(term, limit) {
            const { hits } = await search(db, { term, limit, threshold: 1 });
            return hits.map((hit: any) => hit.id as string);
          },
        };
      };
    },
  ],
  [
    'FlexSearch',
    async () => {
      const { default: FlexSearch } = await from(
        'flexsearch/dist/flexsearch.bundle.module.min.mjs',
      );
      return async (texts) => {
        const index = new FlexSearch.Index({
          tokenize: 'strict',
          encoder: FlexSearch.Charset[languageOf(texts) === 'zh' ? 'CJK' : 'LatinBalance'],
        });
        texts.forEach((text, number) => index.add(number, `${text.title} ${text.body}`));
        return {
          search: (q, limit) =>
            index.search(q, { limit, suggest: true }).map((number: number) => texts[number]!.id),
        };
      };
    },
  ],
  [
    'SQLite FTS5, porter',
    async () => {
      const { default: sqlite } = await from('node-sqlite3-wasm/dist/node-sqlite3-wasm.js');
      return async (texts) => {
        const db = new sqlite.Database(':memory:');
        db.run("create virtual table t using fts5(title, body, tokenize = 'porter unicode61')");
        db.run('begin');
        const insert = db.prepare('insert into t(rowid, title, body) values (?, ?, ?)');
        texts.forEach((text, number) => insert.run([number + 1, text.title, text.body]));
        db.run('commit');
        return {
          search(q, limit) {
            const words = wordsOf(q);
            if (words.length === 0) return [];
            const match = words.map((word) => `"${word}"`).join(' OR ');
            return db
              .all('select rowid from t where t match ? order by rank limit ?', [match, limit])
              .map((row: any) => texts[row.rowid - 1]!.id);
          },
        };
      };
    },
  ],
];

/** Of an archive, as somebody would tell it to an engine that asks for it. */
function languageOf(texts: readonly Text[]): string {
  return detectLanguage(texts[0]?.body ?? '') ?? 'en';
}

const ORAMA_LANGUAGES: Record<string, string> = {
  ...{ ar: 'arabic', de: 'german', es: 'spanish', fr: 'french', ru: 'russian' },
};

/** For those that would take a question's signs for operators, or for parts of words. */
function wordsOf(q: string): string[] {
  return [...new Set(q.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}
