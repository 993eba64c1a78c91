import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/archive/facts/day.js';
import { numberInTitle } from '../../src/archive/facts/number.js';
import { readIssue } from '../../src/archive/read-issue.js';
import type { Issue } from '../../src/model.js';
import { settledFrom } from '../archive-of.js';

describe('front matter in every dialect', () => {
  const dialects: Record<string, string> = {
    'YAML of Jekyll': '---\ntitle: The plan\ndate: 2024-05-06 09:00:00 +0200\n---\n',
    'TOML of Hugo': '+++\ntitle = "The plan"\ndate = 2024-05-06T09:00:00Z\n+++\n',
    'JSON of Hugo': '{\n  "title": "The plan",\n  "date": "2024-05-06"\n}\n',
    'lines of Pelican': 'Title: The plan\nDate: 2024-05-06 09:00\n\n',
    'the subject of Buttondown':
      '---\nsubject: The plan\npublish_date: 2024-05-06T09:00:00Z\n---\n',
    'the block of LCTT': '[#]: subject: (The plan)\n[#]: date: (20240506)\n\n',
    'the heads of a mail':
      'From: Ada <ada@example.org>\nSubject: The plan\nDate: Mon, 6 May 2024 09:00:00 +0200\n\n',
  };
  for (const [name, matter] of Object.entries(dialects))
    it(`reads ${name}`, () => {
      const issue = read(`${matter}The essay.\n`);
      expect(issue).toMatchObject({ title: 'The plan', date: '2024-05-06' });
      expect(issue.sections[0]!.text).toBe('The essay.');
    });
});

describe('the title', () => {
  it('is the first heading, without its marks and its number', () => {
    const issue = read('# [The **Product** is the Process](https://a.example) #141\n\nText.\n');
    expect(issue).toMatchObject({ title: 'The Product is the Process', number: 141 });
    expect(issue.sources).toMatchObject({ title: 'heading', number: 'title' });
  });

  it('is plain text, though front matter has entities and tags in it', () => {
    const title = (given: string) => read(`---\ntitle: '${given}'\n---\nText.\n`).title;
    expect(title('A better &ldquo;front door&rdquo;')).toBe('A better “front door”');
    expect(title('Plan <em>and</em> bet')).toBe('Plan and bet');
    expect(title('What Vec<T> is')).toBe('What Vec<T> is');
  });

  it('is an underlined heading', () => {
    expect(read('写代码的地图\n======\n\n正文。\n').title).toBe('写代码的地图');
  });

  it('of a translation is its own, and not the original’s', () => {
    const text = '\n# 计划的代价\n\n没有人读计划，但是人人都要写计划。\n\n## 谁付钱\n\n人人。\n';
    const issue = read(`[#]: subject: (What a plan costs)\n${text}`);
    expect(issue.title).toBe('计划的代价');
    expect(issue.sources.title).toBe('heading');
    expect(issue.sections.map(({ heading }) => heading)).toEqual(['计划的代价', '谁付钱']);
  });

  it('stays the front matter’s where the heading is but a chapter’s, or the title has a number', () => {
    const chapters = '# はじめに\n\n計画を読む人はいません。\n\n# 終わりに\n\n以上です。\n';
    expect(read(`---\ntitle: React in plain words\n---\n${chapters}`).title).toBe(
      'React in plain words',
    );
    const week = '# 本周话题\n\n没有人读计划，但是人人都要写计划。\n';
    expect(read(`---\ntitle: 'Weekly #141'\n---\n${week}`)).toMatchObject({
      title: 'Weekly #141',
      number: 141,
    });
  });

  it('is the file’s name where nothing else says it', () => {
    expect(read('Text.\n', '2024-05-06-what-the-quarter-is-for.md').title).toBe(
      'What the quarter is for',
    );
  });
});

describe('the number', () => {
  it.each([
    ['The plan #141', 141],
    ['# 141: The plan', 141],
    ['Issue 141 – The plan', 141],
    ['No. 141: The plan', 141],
    ['第 141 期：计划', 141],
    ['Ausgabe 141', 141],
    ['The #1 reason plans fail', null],
    ['Planning in 2024', null],
    ['What is new in version 3.2', null],
    ['7 habits of teams', null],
  ])('of “%s” is %s', (title, number) => {
    expect(numberInTitle(title)).toBe(number);
  });

  it('is in the file names where they count the issues', async () => {
    const { issues } = await settledFrom({
      '007-a.md': 'A.\n',
      '008-b.md': 'B.\n',
      '009-c.md': 'C.\n',
    });
    expect(issues.map(({ number, sources }) => [number, sources.number])).toEqual([
      [7, 'file name'],
      [8, 'file name'],
      [9, 'file name'],
    ]);
  });

  it('is not in file names that tell the year', async () => {
    const { issues } = await settledFrom({
      'report-2021.md': 'A.\n',
      'report-2022.md': 'B.\n',
      'report-2023.md': 'C.\n',
    });
    expect(issues.map(({ number }) => number)).toEqual([null, null, null]);
  });
});

describe('the date', () => {
  it.each([
    ['May 14, 2024', '2024-05-14'],
    ['14. Mai 2024', '2024-05-14'],
    ['le 1er février 2024', '2024-02-01'],
    ['3 de março de 2024', '2024-03-03'],
    ['2024年5月14日', '2024-05-14'],
    ['15 мая 2024', '2024-05-15'],
    ['2024/5/4', '2024-05-04'],
    ['14.05.2024', '2024-05-14'],
    ['20240514 In 3 Mar steps', '2024-05-14'],
  ])('%s is %s', (words, day) => {
    expect(readDay(words)).toMatchObject({ kind: 'day', day });
  });

  it('is in the file’s name', () => {
    const issue = read('Text.\n', '2014-03-12-coming-soon.md');
    expect(issue).toMatchObject({ date: '2014-03-12', sources: { date: 'file name' } });
  });

  it('is never rolled over: an impossible one is a problem', async () => {
    const { issues, problems } = await settledFrom({
      'a.md': '---\ndate: 2026-02-30\n---\nText.\n',
    });
    expect(issues[0]!.date).toBeNull();
    expect(problems[0]).toMatchObject({
      file: 'a.md',
      line: 2,
      what: '“date” is “2026-02-30”, which is no day.',
    });
  });

  it('has its day and month in the order that another issue shows', async () => {
    const { issues } = await settledFrom({
      'a.md': '---\ndate: 25/12/2023\n---\nText.\n',
      'b.md': '---\ndate: 02/01/2024\n---\nText.\n',
    });
    expect(issues.map(({ date }) => date)).toEqual(['2023-12-25', '2024-01-02']);
  });

  it('stays unknown, with a problem, where nothing shows the order', async () => {
    const { issues, problems } = await settledFrom({
      'a.md': '---\ndate: 02/01/2024\n---\nText.\n',
    });
    expect(issues[0]!.date).toBeNull();
    expect(problems[0]).toMatchObject({
      kind: 'date',
      what: '“02/01/2024” may be either of two days.',
    });
  });

  it('takes its year from the neighbours', async () => {
    const { issues } = await settledFrom({
      '1.md': '---\ndate: 2023-12-20\n---\nText.\n',
      '2.md': '---\ndate: January 3\n---\nText.\n',
      '3.md': '---\ndate: 2024-01-17\n---\nText.\n',
    });
    expect(issues[1]).toMatchObject({ date: '2024-01-03', sources: { date: 'neighbours' } });
  });
});

describe('blocks that many issues repeat', () => {
  it('stay in the first issue alone', async () => {
    const sponsor = 'This issue is brought to you by the good people of Pennyfold, who make paper.';
    const { issues } = await settledFrom(
      Object.fromEntries(
        Array.from({ length: 6 }, (_, n) => [
          `2024-01-0${n + 1}.md`,
          `# ${'abcdef'[n]}\n\nIdea ${'uvwxyz'[n]} of its own.\n\n${sponsor}\n`,
        ]),
      ),
    );
    const carriers = issues.filter(({ sections }) =>
      sections.some(({ text }) => text.includes('Pennyfold')),
    );
    expect(carriers.map(({ file }) => file)).toEqual(['2024-01-01.md']);
    expect(issues[5]!.sections[0]!.text).toBe('Idea z of its own.');
  });
});

function read(text: string, file = 'a.md'): Issue {
  return readIssue({ file, bytes: new TextEncoder().encode(text) }).issue!;
}
