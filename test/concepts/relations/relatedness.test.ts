import { describe, expect, it } from 'vitest';
import type { Concept, Section } from '../../../src/model.js';
import { conceptSlug, issueSlug, type SectionId } from '../../../src/slug.js';
import { conceptOf, relatednessOf, sectionOf } from '../archive-of.js';

/** The relatedness of an archive of one-paragraph sections, one an issue. */
function relatednessOfTexts(concepts: Concept[], texts: string[]) {
  const relatedness = relatednessOf(concepts);
  texts.forEach((text, index) => put(relatedness, `${index + 1}`, text));
  return relatedness;
}

function put(relatedness: ReturnType<typeof relatednessOf>, issue: string, text: string): void {
  const [first, ...rest] = text.split(': ');
  const section = sectionOf(rest.length > 0 ? first! : 'Notes', rest.join(': ') || text, issue);
  relatedness.put(issueSlug(issue), [section]);
}

function idsOf(passages: readonly { section: Section }[]): SectionId[] {
  return passages.map(({ section }) => section.id);
}

const okrs = conceptOf('OKRs');
const planning = conceptOf('Planning');
const funding = conceptOf('Funding');
const concepts = [okrs, planning, funding];

describe('passagesOf', () => {
  it('puts first the passage whose heading names the concept', () => {
    const relatedness = relatednessOfTexts(concepts, [
      'Lunch: We ate, and spoke of OKRs, the weather and the harvest.',
      'OKRs: They are a format for goals. Few like them.',
    ]);
    expect(idsOf(relatedness.passagesOf(okrs.slug))).toEqual(['2#okrs', '1#lunch']);
  });

  it('puts a short passage on the concept before a long one that names it in passing', () => {
    const long = 'The weather was fine and nothing happened for a long time. '.repeat(20);
    const relatedness = relatednessOfTexts(concepts, [
      `One: ${long} OKRs. ${long}`,
      'Two: OKRs again this week.',
    ]);
    expect(idsOf(relatedness.passagesOf(okrs.slug))).toEqual(['2#two', '1#one']);
  });

  it('takes a title for the subject of the issue, and not of its first passage', () => {
    const relatedness = relatednessOfTexts(concepts, []);
    const sections = [
      { ...sectionOf('OKRs', 'We greet you, and the harvest is in.', '1'), form: 'lede' as const },
      sectionOf('Goals', 'OKRs are a format for goals, and OKRs are hard.', '1'),
    ];
    relatedness.put(issueSlug('1'), sections);
    expect(idsOf(relatedness.passagesOf(okrs.slug))).toEqual(['1#goals', '1#okrs']);
  });

  it('knows nothing of a concept that nothing speaks of', () => {
    expect(relatednessOfTexts(concepts, ['Rain.']).passagesOf(okrs.slug)).toEqual([]);
  });
});

describe('relatedConcepts', () => {
  const texts = [
    ...Array.from({ length: 6 }, (_, n) => `Week ${n}: Planning the OKRs took a day.`),
    ...Array.from({ length: 6 }, (_, n) => `Money ${n}: Funding came late.`),
    ...Array.from({ length: 6 }, (_, n) => `Rain ${n}: It rained.`),
  ];

  it('says how often two concepts stand together, how often chance would have it, and quotes', async () => {
    const relatedness = relatednessOfTexts(concepts, texts);
    const [relation, ...others] = await relatedness.relatedConcepts(okrs.slug, 5);
    expect(others).toEqual([]);
    expect(relation?.to).toEqual({ kind: 'concept', slug: 'planning', label: 'Planning' });
    expect(relation?.reasons).toEqual([
      {
        kind: 'together',
        sections: 6,
        issues: 6,
        expected: 2,
        quote: { section: '1#week-0', text: 'Planning the OKRs took a day.' },
      },
    ]);
  });

  it('says what the glossary says', async () => {
    const narrow = { ...okrs, broader: [conceptSlug('Planning')] };
    const wide = { ...planning, narrower: [okrs.slug] };
    const relatedness = relatednessOfTexts([narrow, wide], []);
    expect((await relatedness.relatedConcepts(okrs.slug, 5))[0]?.reasons).toEqual([
      { kind: 'glossary', relation: 'broader' },
    ]);
    expect((await relatedness.relatedConcepts(planning.slug, 5))[0]?.reasons).toEqual([
      { kind: 'glossary', relation: 'narrower' },
    ]);
  });

  it('says which definition speaks of which concept', async () => {
    const section = sectionOf('OKRs', 'A format for planning.');
    const defined = {
      ...okrs,
      definition: { tree: section.tree, text: section.text, source: null },
    };
    const relatedness = relatednessOfTexts([defined, planning], []);
    expect((await relatedness.relatedConcepts(planning.slug, 5))[0]?.reasons).toEqual([
      { kind: 'definition', from: 'okrs', of: 'planning' },
    ]);
  });

  it('shows nothing rather than what stands together once', async () => {
    const relatedness = relatednessOfTexts(concepts, ['Funding and OKRs.', 'Planning.', 'Rain.']);
    expect(await relatedness.relatedConcepts(okrs.slug, 5)).toEqual([]);
  });
});

describe('relatedSections', () => {
  it('names the words and the concepts that two sections share', async () => {
    const relatedness = relatednessOfTexts(concepts, [
      'Wool: We ran red wool between the boards to show OKRs and dependencies.',
      'Again: The wool on the boards had OKRs at each end.',
      'Lunch: Sandwiches were late.',
      'Rain: It rained on the picnic.',
    ]);
    const [relation, ...others] = await relatedness.relatedSections('1#wool' as never, 5);
    expect(others).toEqual([]);
    expect(relation?.to).toMatchObject({ kind: 'section', id: '2#again', heading: 'Again' });
    expect(relation?.reasons[0]).toEqual({
      kind: 'shared concepts',
      concepts: [{ slug: 'okrs', label: 'OKRs' }],
    });
    expect(relation?.reasons[1]).toMatchObject({ kind: 'shared terms' });
  });
});

describe('replaceIssue and removeIssue', () => {
  it('forgets what an issue said before', () => {
    const relatedness = relatednessOfTexts(concepts, ['OKRs.', 'OKRs.']);
    put(relatedness, '1', 'Rain.');
    expect(idsOf(relatedness.passagesOf(okrs.slug))).toEqual(['2#notes']);
    relatedness.removeIssue(issueSlug('2'));
    expect(idsOf(relatedness.passagesOf(okrs.slug))).toEqual([]);
  });

  it('let other passages speak for a concept when sections have become longer on average', async () => {
    const words = 'Lanterns hang above the harbour, and gulls circle the wooden pier';
    const section = sectionOf('Planning', `${words}.`);
    const definition = { tree: section.tree, text: section.text, source: null };
    const glossary = [okrs, { ...planning, definition, related: [okrs.slug] }, funding];
    const texts = [
      ...Array.from({ length: 5 }, () => 'OKRs, once.'),
      `Long: OKRs, OKRs. ${words}. ${'And so on it went. '.repeat(10)}`,
    ];
    const rain = `Rain: ${'It rained and rained. '.repeat(250)}`;
    const edited = relatednessOfTexts(glossary, texts);
    const before = await edited.relatedConcepts(planning.slug, 5);
    put(edited, '7', rain);
    const after = await edited.relatedConcepts(planning.slug, 5);
    expect(after[0]!.score).toBeGreaterThan(before[0]!.score);
    const anew = relatednessOfTexts(glossary, [...texts, rain]);
    expect(after).toEqual(await anew.relatedConcepts(planning.slug, 5));
  });

  it('leave what is near to a section as if all had come just now, however much came and went', async () => {
    const words = 'red green blue wool board lunch rain boat harbour OKRs planning'.split(' ');
    const textOf = (issue: number, version: number) =>
      Array.from({ length: 12 }, (_, at) => {
        const some = words.filter((_, word) => (issue * 7 + at * 3 + version * word) % 5 < 2);
        return sectionOf(`Part ${at}`, `${some.join(' ')}.`, `issue-${issue}`);
      });
    const near = (relatedness: ReturnType<typeof relatednessOf>) =>
      Promise.all(
        Array.from({ length: 60 }, (_, issue) =>
          relatedness.relatedSections(`issue-${issue}#part-3` as never, 4),
        ),
      );
    const edited = relatednessOf(concepts);
    const [before, after] = [0, 1].map((version) =>
      Array.from({ length: 60 }, (_, issue) => textOf(issue, version)),
    );
    for (const sections of before!) edited.put(sections[0]!.issue, sections);
    for (const sections of after!) {
      await edited.relatedSections('issue-0#part-3' as never, 4);
      edited.put(sections[0]!.issue, sections);
    }
    const anew = relatednessOf(concepts);
    for (const sections of after!) anew.put(sections[0]!.issue, sections);
    const found = await near(anew);
    expect(found.flat().length).toBeGreaterThan(100);
    expect(await near(edited)).toEqual(found);
  });
});
