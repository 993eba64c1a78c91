import { describe, expect, it } from 'vitest';
import { readGlossary } from '../../../src/concepts/glossary/glossary.js';
import { problemLine } from '../../../src/model.js';
import { conceptFile } from '../archive-of.js';

function read(...files: Parameters<typeof readGlossary>[0]) {
  const { glossary, problems } = readGlossary(files);
  const bySlug = Object.fromEntries(glossary.concepts.map((concept) => [concept.slug, concept]));
  return { concepts: bySlug, problems: problems.map(problemLine) };
}

describe('readGlossary', () => {
  it('reads a concept as its file says', () => {
    const { concepts, problems } = read(
      conceptFile(
        'okrs',
        { label: 'OKRs', aliases: ['objectives and key results'], hidden: "okr's", link: 'exact' },
        'OKRs pair an *objective* with key results.',
      ),
    );
    expect(problems).toEqual([]);
    expect(concepts.okrs).toMatchObject({
      slug: 'okrs',
      status: 'curated',
      label: 'OKRs',
      aliases: ['objectives and key results'],
      hidden: ["okr's"],
      link: 'exact',
      file: 'concepts/okrs.md',
      definition: { text: 'OKRs pair an objective with key results.', source: null },
    });
  });

  it('makes the other side of every relation', () => {
    const { concepts } = read(
      conceptFile('okrs', { label: 'OKRs', broader: ['goals'], related: ['planning'] }),
      conceptFile('goals', { label: 'Goals' }),
      conceptFile('planning', { label: 'Planning' }),
    );
    expect(concepts.goals).toMatchObject({ narrower: ['okrs'] });
    expect(concepts.planning).toMatchObject({ related: ['okrs'] });
  });

  it('takes a reference by label, by alias and by slug', () => {
    const { concepts, problems } = read(
      conceptFile('wip', { label: 'Work in progress', aliases: ['WIP'] }),
      conceptFile('a', { label: 'Limits', related: ['work-in-progress'] }),
      conceptFile('b', { label: 'Queues', related: ['wip'] }),
      conceptFile('c', { label: 'Flow', related: ['Work in Progress'] }),
    );
    expect(problems).toEqual([]);
    expect(concepts.wip?.related).toEqual(['a', 'b', 'c']);
  });

  it('takes a missing label from the file name, and says so', () => {
    const { concepts, problems } = read(conceptFile('feedback-loops', {}));
    expect(concepts['feedback-loops']?.label).toBe('Feedback loops');
    expect(problems).toEqual([
      'concepts/feedback-loops.md: "label" is missing. Add label: Feedback loops',
    ]);
  });

  it('leaves out a relation to a concept that does not exist', () => {
    const { concepts, problems } = read(
      conceptFile('okrs', { label: 'OKRs', broader: ['moats', 'goals'] }),
      conceptFile('goals', { label: 'Goals' }),
    );
    expect(concepts.okrs?.broader).toEqual(['goals']);
    expect(problems).toEqual([
      'concepts/okrs.md:3: "broader" names “moats”, which is no concept. Correct the name, or write a concept file with that label.',
    ]);
  });

  it('gives an alias that two concepts claim to neither', () => {
    const { concepts, problems } = read(
      conceptFile('slack', { label: 'Slack', aliases: ['spare time', 'buffer'] }),
      conceptFile('buffers', { label: 'Time buffers', aliases: ['Buffers'] }),
    );
    expect(concepts.slack?.aliases).toEqual(['spare time']);
    expect(concepts.buffers?.aliases).toEqual([]);
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain(
      'concepts/slack.md:3: “buffer” is an alias of concepts/buffers.md',
    );
  });

  it('leaves a label to its concept when another claims it as an alias', () => {
    const { concepts, problems } = read(
      conceptFile('goals', { label: 'Goals' }),
      conceptFile('okrs', { label: 'OKRs', aliases: ['goals', 'key results'] }),
    );
    expect(concepts.okrs?.aliases).toEqual(['key results']);
    expect(problems).toHaveLength(1);
  });

  it('breaks a circle of broader concepts where it closes', () => {
    const { concepts, problems } = read(
      conceptFile('a', { label: 'A', broader: ['b'] }),
      conceptFile('b', { label: 'B', broader: ['c'] }),
      conceptFile('c', { label: 'C', broader: ['a'] }),
    );
    expect(concepts.c?.broader).toEqual([]);
    expect(concepts.b?.broader).toEqual(['c']);
    expect(problems).toEqual([
      'concepts/c.md:3: "broader" goes in a circle: “C” is within “A” is within “B” is within “C”. Take out the one of these that is not so.',
    ]);
  });

  it('does not call related what is broader already, however far up', () => {
    const { concepts, problems } = read(
      conceptFile('a', { label: 'A', broader: ['b'], related: ['c'] }),
      conceptFile('b', { label: 'B', broader: ['c'] }),
      conceptFile('c', { label: 'C' }),
    );
    expect(concepts.a?.related).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('“C” is broader than “A” already');
  });

  it('goes on when fields have the wrong type', () => {
    const { concepts, problems } = read(
      conceptFile('a', { label: ['x'], aliases: [{ y: 1 }, 'fine'], link: 'sometimes' }),
    );
    expect(concepts.a).toMatchObject({ label: 'A', aliases: ['fine'], link: 'always' });
    expect(problems).toEqual([
      'concepts/a.md:2: "label" is not a text. Write label: and a few words.',
      'concepts/a.md:2: "label" is missing. Add label: A',
      'concepts/a.md:3: "aliases" holds {"y":1}, which is not a name. Write aliases: [one name, another name].',
      'concepts/a.md:4: "link" cannot be "sometimes". Write link: always, exact or never.',
    ]);
  });

  it('reports two files of one slug, and keeps the first', () => {
    const { concepts, problems } = read(
      conceptFile('okrs', { label: 'OKRs' }),
      conceptFile('okrs', { label: 'Objectives' }),
    );
    expect(concepts.okrs?.label).toBe('OKRs');
    expect(problems).toHaveLength(1);
  });

  it('reports a name that one concept has twice', () => {
    const { concepts, problems } = read(
      conceptFile('okrs', { label: 'OKRs', aliases: ['okrs', 'OKR'], hidden: ['okr'] }),
    );
    expect(concepts.okrs).toMatchObject({ aliases: ['OKR'], hidden: [] });
    expect(problems).toHaveLength(2);
  });
});
