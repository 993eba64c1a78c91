import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../bench/search/passages.js';
import { createSearchIndex } from '../../src/search/minisearch-index.js';
import type { SearchableIssue, SearchIndex } from '../../src/search/search-index.js';
import type { IssueSlug } from '../../src/slug.js';
import { issueOf, question, type ToldIssue } from './small-archive.js';

const WORDS = {
  en: 'team plan plans planned planning quarter goal budgets risk learn learning café cafe C++ the of to a in',
  fr: 'équipe plan plans planifié trimestre été étés risque apprendre café cafés le la de à un plans',
  de: 'Team planen geplant Quartal Größe Risiko lernen schön schon der die das und Straße planning',
  zh: '团队 计划 季度 目标 预算 风险 学习 团 队计',
};
const LABELS = ['Planning', 'Funding', 'Team stages', 'Café'];
const QUESTIONS = [
  '',
  'plan',
  'planned team',
  'cafe',
  'risk learning quarter budget goal',
  'plans café OR risque',
  '"the plan"',
  '"plan of"~4 -risk',
  'near:6(team plan)',
  'near:3(plan risk) "of the"',
  'plannng quartr',
  'pla*',
  'qua',
  'schon',
  '团队计划',
  '团*',
  'in:heading plan',
  'concept:planning team',
  'after:2021 team',
  'what did the team learn of the plan',
];

interface Kept {
  index: SearchIndex;
  issues: Map<IssueSlug, SearchableIssue>;
}

describe('a search index that was saved and restored', () => {
  it('answers as the one saved, and as one that never knew anything else, scores included', async () => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const random = randomNumbers(seed);
      let kept: Kept = { index: createSearchIndex(), issues: new Map() };
      for (let step = 0; step < 3; step += 1) {
        for (let edit = 0; edit < 25; edit += 1) change(kept, random);
        const fresh = createSearchIndex();
        for (const issue of shuffled([...kept.issues.values()], random)) fresh.replaceIssue(issue);
        const restored = await restoredFrom(kept, partsOf(kept.index));
        const answers = answersOf(kept.index);
        expect(answersOf(fresh)).toEqual(answers);
        expect(answersOf(restored)).toEqual(answers);
        // Edits go on with the index restored, or with the one that was not.
        if (random() < 0.7) kept = { ...kept, index: restored };
      }
    }
  }, 60_000);

  it('is what it was at the first part, whatever is written before the last', async () => {
    const random = randomNumbers(99);
    const kept: Kept = { index: createSearchIndex(), issues: new Map() };
    for (let edit = 0; edit < 40; edit += 1) change(kept, random);
    const issues = new Map(kept.issues);
    const answers = answersOf(kept.index);
    const parts = new Map<string, unknown>();
    for (const [name, value] of kept.index.save()) {
      parts.set(name, value);
      for (let edit = 0; edit < 20; edit += 1) change(kept, random);
    }
    const restored = await restoredFrom({ ...kept, issues }, parts);
    expect(answersOf(restored)).toEqual(answers);
  });

  it('is the same after so many edits that what is gone was swept out, several pages of it', async () => {
    const random = randomNumbers(11);
    const kept: Kept = { index: createSearchIndex(), issues: new Map() };
    const words = Array.from({ length: 400 }, (_, n) => `word${n % 7}${n}`).concat('plan', 'team');
    for (let round = 0; round < 4; round += 1) {
      for (let number = 0; number < 40; number += 1) {
        const issue = issueOf({
          title: `Letter ${number}`,
          language: 'en',
          sections: Array.from({ length: 50 }, (_, n): [string, string] => [
            `Part ${n}`,
            Array.from({ length: 70 }, () => words[Math.floor(random() * words.length)]!).join(' '),
          ]),
        });
        kept.index.replaceIssue(issue);
        kept.issues.set(issue.issue.slug, issue);
      }
    }
    const fresh = createSearchIndex();
    for (const issue of kept.issues.values()) fresh.replaceIssue(issue);
    const answers = answersOf(fresh);
    expect(answersOf(kept.index)).toEqual(answers);
    expect(answersOf(await restoredFrom(kept, partsOf(kept.index)))).toEqual(answers);
  }, 60_000);

  it('is refused when a part is missing or an issue has other sections, and the index stays as it is', async () => {
    const kept: Kept = { index: createSearchIndex(), issues: new Map() };
    const random = randomNumbers(5);
    for (let edit = 0; edit < 10; edit += 1) change(kept, random);
    const parts = partsOf(kept.index);
    const find = (slug: IssueSlug): SearchableIssue | undefined => kept.issues.get(slug);
    const before = answersOf(kept.index);
    for (const name of parts.keys()) {
      const fewer = new Map(parts);
      fewer.delete(name);
      await expect(kept.index.restore(fewer, find), name).rejects.toThrow(/lacks its part/);
    }
    await expect(kept.index.restore(parts, () => undefined)).rejects.toThrow(/other sections/);
    expect(answersOf(kept.index)).toEqual(before);
  });
});

/** Through bytes, as they come from a file. */
function partsOf(index: SearchIndex): Map<string, unknown> {
  return new Map(
    [...index.save()].map(([name, value]) => [name, deserialize(serialize(value)) as unknown]),
  );
}

async function restoredFrom(
  { issues }: Kept,
  parts: ReadonlyMap<string, unknown>,
): Promise<SearchIndex> {
  const index = createSearchIndex();
  await index.restore(parts, (slug) => issues.get(slug));
  return index;
}

/** One of thirty issues is written, written anew, or taken away. */
function change({ index, issues }: Kept, random: () => number): void {
  const pick = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)]!;
  const number = Math.floor(random() * 30);
  const language = pick(['en', 'en', 'en', 'fr', 'de', 'zh'] as const);
  const words = WORDS[language].split(' ');
  const sentence = (length: number): string =>
    Array.from({ length }, () => pick(words)).join(language === 'zh' ? '' : ' ');
  const told: ToldIssue = {
    title: `Letter ${number}`,
    language,
    ...(number % 5 === 0 ? {} : { date: `20${20 + (number % 4)}-0${1 + (number % 9)}-15` }),
    sections: Array.from({ length: 1 + Math.floor(random() * 5) }, () => [
      `${random() < 0.2 ? '!' : ''}${sentence(2)}`,
      sentence(5 + Math.floor(random() * 60)),
      ...(random() < 0.5 ? [pick(LABELS)] : []),
    ]),
  };
  const issue = issueOf(told);
  const { slug } = issue.issue;
  if (issues.has(slug) && random() < 0.4) {
    index.removeIssue(slug);
    issues.delete(slug);
  } else {
    index.replaceIssue(issue);
    issues.set(slug, issue);
  }
}

function answersOf(index: SearchIndex): unknown {
  return {
    found: QUESTIONS.map((q) => index.search(question(q, { perPage: 30 }))),
    offered: ['pl', 'team p', 'qu', '团', 'ca'].map((typed) => index.suggest(typed, 10)),
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
