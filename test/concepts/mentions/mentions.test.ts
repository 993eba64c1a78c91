import { describe, expect, it } from 'vitest';
import { mentionFinder } from '../../../src/concepts/mentions/mentions.js';
import type { Concept } from '../../../src/model.js';
import { atOnce } from '../../../src/turns.js';
import { conceptOf, sectionOf } from '../archive-of.js';

/** What is found in the text, as `words → concept`, those that are no links in brackets. */
function found(concepts: Concept[], markdown: string, heading = 'Untitled'): string[] {
  const section = sectionOf(heading, markdown);
  return atOnce(mentionFinder(concepts))
    .find(section)
    .map(({ words, concept, linkable, place, start, end }) => {
      const text = place === 'heading' ? section.heading : section.text;
      expect(text.slice(start, end)).toBe(words);
      const line = `${words} → ${concept}`;
      return linkable ? line : `(${line})`;
    });
}

const okrs = conceptOf('OKRs', { aliases: ['objectives and key results'] });
const wip = conceptOf('Work in progress', { aliases: ['WIP'] });
const planning = conceptOf('Planning');
const quarterly = conceptOf('Quarterly planning');

describe('find', () => {
  it('folds case, plurals, possessives and hyphens', () => {
    expect(found([okrs, wip], 'An okr, the OKR’s end, WORK-IN-PROGRESS.')).toEqual([
      'okr → okrs',
      'OKR’s → okrs',
      'WORK-IN-PROGRESS → work-in-progress',
    ]);
  });

  it('does not take a word of the same stem for the concept', () => {
    expect(found([planning], 'We plan, and planned, and are planners.')).toEqual([]);
  });

  it('takes the longest name where several begin', () => {
    expect(found([planning, quarterly], 'Quarterly planning is planning.')).toEqual([
      'Quarterly planning → quarterly-planning',
      'planning → planning',
    ]);
  });

  it('reads on through inline markup', () => {
    expect(found([conceptOf('economic moat')], 'An *economic* **moat** holds.')).toEqual([
      'economic moat → economic-moat',
    ]);
  });

  it('does not join words across the border of two blocks', () => {
    expect(found([wip], 'We had work\n\nin progress.\n\n- work\n- in progress')).toEqual([]);
  });

  it('does not join words across punctuation', () => {
    expect(found([quarterly], 'We meet quarterly. Planning is dull.')).toEqual([]);
  });

  it('hears nothing in code', () => {
    expect(found([okrs], 'Run `okrs --all`.\n\n    okrs\n\nThen write OKRs.')).toEqual([
      'OKRs → okrs',
    ]);
  });

  it('counts a mention in a link or a heading, and makes no link of it', () => {
    expect(found([okrs], 'See [our OKRs](https://example.org).', 'OKRs again')).toEqual([
      '(OKRs → okrs)',
      '(OKRs → okrs)',
    ]);
  });

  it('makes no link within the quoted title of a work', () => {
    expect(
      found([okrs], 'I read “Measure What Matters With OKRs” and “our OKRs are late”.'),
    ).toEqual(['(OKRs → okrs)', 'OKRs → okrs']);
  });

  it('never links a concept that says never', () => {
    expect(found([conceptOf('Flow', { link: 'never' })], 'Flow matters.')).toEqual([
      '(Flow → flow)',
    ]);
  });

  it('tells the concept from its namesake by letter case when asked for exact', () => {
    const slack = conceptOf('slack', { link: 'exact' });
    expect(found([slack], 'Leave some slack. I wrote it on Slack. Slack was down.')).toEqual([
      'slack → slack',
      '(Slack → slack)',
    ]);
  });

  it('does not hear “IT” in “it”', () => {
    expect(found([conceptOf('IT')], 'It is what it is, said IT.')).toEqual(['IT → it']);
  });

  it('links a name of two concepts to neither', () => {
    const concepts = [
      conceptOf('Product strategy', { aliases: ['strategy'] }),
      conceptOf('Business strategy', { aliases: ['strategy'] }),
    ];
    expect(found(concepts, 'Strategy. Product strategy.')).toEqual([
      'Product strategy → product-strategy',
    ]);
  });

  it('prefers a label to an alias, and a curated concept to a discovered one', () => {
    const goals = conceptOf('Goals');
    const aims = conceptOf('Aims', { aliases: ['goals'] });
    expect(found([aims, goals], 'Goals')).toEqual(['Goals → goals']);
    const made = conceptOf('goal', { status: 'discovered' });
    expect(found([made, goals], 'A goal')).toEqual(['goal → goals']);
  });

  it('finds names in scripts that set no blanks', () => {
    expect(
      found([conceptOf('路线图'), conceptOf('产品路线图')], '我们的产品路线图和路线图。'),
    ).toEqual(['产品路线图 → 产品路线图', '路线图 → 路线图']);
    expect(found([conceptOf('プラン')], 'プランニングとプラン')).toEqual(['プラン → プラン']);
    expect(found([conceptOf('로드맵')], '로드맵을 만든다')).toEqual(['로드맵 → 로드맵']);
  });

  it('finds names with accents, signs and emoji', () => {
    const concepts = [
      conceptOf('Résumé'),
      conceptOf('C++'),
      conceptOf('CI/CD'),
      conceptOf('Node.js'),
    ];
    expect(found(concepts, '👩‍💻 A resume in C++, ci/cd and node.js 🎉')).toEqual([
      'resume → résumé',
      'C++ → c',
      'ci/cd → ci-cd',
      'node.js → node-js',
    ]);
  });
});

describe('resolve', () => {
  it('knows a concept by label, alias and slug', () => {
    const finder = atOnce(mentionFinder([okrs, wip]));
    expect(finder.resolve('okr')).toBe('okrs');
    expect(finder.resolve('Objectives and Key Results')).toBe('okrs');
    expect(finder.resolve('work-in-progress')).toBe('work-in-progress');
    expect(finder.resolve('moats')).toBeUndefined();
    expect(finder.resolve('')).toBeUndefined();
  });
});
