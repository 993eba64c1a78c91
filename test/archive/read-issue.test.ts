import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIssue, type Reading } from '../../src/archive/read-issue.js';
import { problemLine, type Issue } from '../../src/model.js';
import { settledFrom } from '../archive-of.js';

describe('reading an issue', () => {
  it('keeps the text before the first heading as the lede', () => {
    const issue = read('# Planning\n\nThe essay itself.\n\n## Notes\n\nA note.\n');
    expect(issue.title).toBe('Planning');
    expect(outline(issue)).toEqual(['lede: The essay itself.', 'notes: A note.']);
    expect(issue.sections[0]).toMatchObject({
      heading: 'Planning',
      form: 'lede',
      depth: 0,
      line: 3,
    });
    expect(issue.sections[1]).toMatchObject({ trail: ['Planning'], depth: 1, line: 5 });
  });

  it('takes facts from YAML front matter and says so', () => {
    const issue = read('---\ntitle: Money\nnumber: 4\ndate: 2024-05-06\nauthor: Ada\n---\nText.\n');
    expect(issue).toMatchObject({
      title: 'Money',
      number: 4,
      date: '2024-05-06',
      authors: ['Ada'],
    });
    expect(issue.sources).toEqual({
      title: 'front matter',
      number: 'front matter',
      date: 'front matter',
      authors: 'front matter',
    });
    expect(issue.sections[0]!.line).toBe(7);
  });

  it('serves the body of an issue whose YAML is broken, and names the line', () => {
    const reading = readText('---\ntitle: Goals: a warning\ndate: [2024\n---\nThe body.\n');
    expect(reading.issue).toMatchObject({ title: 'Goals: a warning' });
    expect(reading.issue!.sections[0]!.text).toBe('The body.');
    expect(reading.problems.map(problemLine)[0]).toMatch(
      /^a\.md:2: The front matter is not valid YAML: .+\. Mend that line\.$/,
    );
  });

  it('never runs what front matter says', () => {
    for (const word of ['js', 'javascript', 'JS', 'coffee']) {
      const reading = readText(`---${word}\nglobalThis.ran = true\n---\nThe body.\n`);
      expect(reading.issue!.sections[0]!.text).toBe('The body.');
      expect(reading.problems[0]).toMatchObject({ kind: 'front-matter', line: 1 });
    }
    expect('ran' in globalThis).toBe(false);
  });

  it('takes a rule at the top for a rule', () => {
    const issue = read('---\n\nOnce upon a time there was a plan.\n\n---\n\nIt failed.\n');
    expect(issue.sections[0]!.text).toBe('Once upon a time there was a plan.\nIt failed.');
  });

  it('gives nothing but a problem for a file that is not text', () => {
    const reading = readIssue({
      file: 'a.md',
      bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2),
    });
    expect(reading.issue).toBeNull();
    expect(reading.problems.map(problemLine)).toEqual([
      'a.md: The file is not text. Save it as Markdown in UTF-8, or take it away.',
    ]);
  });

  it('reads invalid UTF-8 as well as it can, and names the line', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('# Caf\n\nau lait '), 0xe9, 0x0a]);
    const reading = readIssue({ file: 'a.md', bytes });
    expect(reading.issue!.sections[0]!.text).toBe('au lait \uFFFD');
    expect(reading.problems[0]).toMatchObject({ kind: 'encoding', line: 3 });
  });

  it('does not serve a draft', () => {
    expect(readText('---\ndraft: true\n---\nNot yet.\n')).toMatchObject({
      issue: null,
      problems: [],
    });
  });

  it('says that an issue is empty, and serves it', () => {
    const reading = readText('---\ntitle: Nothing\n---\n');
    expect(reading.issue!.sections).toHaveLength(1);
    expect(reading.problems[0]).toMatchObject({ kind: 'empty' });
  });

  it('carries a footnote with the section that refers to it', () => {
    const issue = read(
      'One.[^a]\n\n## Two\n\nText.[^b]\n\n[^a]: First note.\n[^b]: Second note.\n',
    );
    expect(issue.sections.map(({ text }) => text)).toEqual([
      'One.\nFirst note.',
      'Text.\nSecond note.',
    ]);
  });

  it('never throws, and gives what can be sent to another thread', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), markup.map(bytesOf)), (bytes) => {
        const reading = readIssue({ file: 'a.md', bytes });
        expect(structuredClone(reading)).toEqual(reading);
        expect(JSON.stringify(reading)).not.toContain('"type":"html"');
      }),
      { numRuns: 300 },
    );
  });
});

describe('settling an archive', () => {
  it('serves both of two issues with one slug, and says which is which', async () => {
    const { issues, problems } = await settledFrom({
      '2023/plan.md': '# Plan\n\nText.\n',
      '2024/plan.md': '# Plan\n\nText.\n',
    });
    expect(issues.map(({ slug }) => slug)).toEqual(['plan', '2024-plan']);
    expect(issues[1]!.sections[0]!.id).toBe('2024-plan#lede');
    expect(problems.map(problemLine)).toEqual([
      '2024/plan.md: The slug “plan” is already that of 2023/plan.md; this issue is served as “2024-plan”. Write a slug of its own in its front matter, or rename the file.',
    ]);
  });

  it('knows a heading that many issues carry for a stock one', async () => {
    const { issues } = await settledFrom(
      Object.fromEntries(
        Array.from('abcdef', (name) => [
          `${name}.md`,
          `# Issue\n\n## Jobs\n\nOne.\n\n## Idea ${name}\n\nTwo.\n`,
        ]),
      ),
    );
    expect(issues[0]!.sections.map(({ heading, stock }) => [heading, stock])).toEqual([
      ['Jobs', true],
      ['Idea a', false],
    ]);
  });
});

const markup = fc
  .array(
    fc.constantFrom(
      '---\n',
      '+++\n',
      'title: x\n',
      '# A',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '**b**',
      '`c`',
      '<b>',
      '</b>',
      '<table>',
      '<td>',
      '</table>',
      '<script>',
      '<!--',
      '[a](b)',
      '[^1]',
      '[^1]: n',
      '|a|b|\n|-|-|\n',
      'word ',
      '{{ x }}',
      '\t',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function readText(text: string): Reading {
  return readIssue({ file: 'a.md', bytes: bytesOf(text) });
}

function read(text: string): Issue {
  return readText(text).issue!;
}

function outline(issue: Issue): string[] {
  return issue.sections.map(({ anchor, text }) => `${anchor}: ${text}`);
}
