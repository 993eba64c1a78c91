import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIssue } from '../../src/archive/read-issue.js';
import type { Issue } from '../../src/model.js';

const LONG =
  'A plan is a promise made by somebody who will not be there, to somebody who was not asked, and it is kept by a third who has not read it, which is why it is so seldom kept at all.';

describe('splitting an issue', () => {
  it('takes a line that is only bold for a heading', () => {
    const issue = read('Lede.\n\n**What it costs**\n\nA lot.\n\n**Who pays**\nEverybody.\n');
    expect(outline(issue)).toEqual([
      '0 A: Lede.',
      '1 What it costs: A lot.',
      '1 Who pays: Everybody.',
    ]);
  });

  it('takes no abbreviation and colon for a heading', () => {
    const issue = read('Lede.\n\n**P. ex. :**\n\nUne fiche.\n');
    expect(issue.sections).toHaveLength(1);
  });

  it('leaves a bold sentence in its place', () => {
    const issue = read('Lede.\n\n**We will not plan again.**\n\nThat was the vow.\n');
    expect(issue.sections).toHaveLength(1);
  });

  it('makes a passage of each list item that bold words lead', () => {
    const issue = read(
      `## Ideas\n\n- **Bets.** ${LONG} ${LONG} ${LONG}\n- **Flow:** ${LONG} ${LONG} ${LONG}\n- **Slack** – ${LONG} ${LONG} ${LONG}\n`,
      true,
    );
    expect(
      issue.sections.map(({ heading, form, depth, trail }) => [heading, form, depth, trail.at(-1)]),
    ).toEqual([
      ['Ideas', 'heading', 1, 'A'],
      ['Bets', 'list item', 2, 'Ideas'],
      ['Flow', 'list item', 2, 'Ideas'],
      ['Slack', 'list item', 2, 'Ideas'],
    ]);
  });

  it('makes passages of led items and of a bare heading among them alike', () => {
    const issue = read(
      `Lede.\n\n- **The bet:** ${LONG}\n- **The price:** ${LONG}\n- **See also:**\n\n* Flow\n* Slack\n`,
    );
    expect(issue.sections.map(({ heading }) => heading).slice(1)).toEqual([
      'The bet',
      'The price',
      'See also',
    ]);
  });

  it('takes two items of one name for headings among many, and for labels among few', () => {
    const names = ['Sales', 'Support', 'Design', 'Finance', 'Law', 'Sales'];
    const items = names.map((name) => `- **${name}:** ${LONG}`);
    expect(read(`Lede.\n\n${items.join('\n')}\n`).sections).toHaveLength(7);
    const labels = `- **Driver:** ${LONG}\n- **Need:** ${LONG}\n- **Driver:** ${LONG}\n`;
    expect(read(`Lede.\n\n${labels}`).sections).toHaveLength(1);
  });

  it('keeps bold lines with hardly a word below them in one section', () => {
    const issue = read(
      'Ten principles.\n\n**Purpose**\nKnow whom you serve.\n\n**Focus**\nWork on one thing.\n\n**Learning**\nWork aloud.\n',
    );
    expect(issue.sections).toHaveLength(1);
    expect(issue.sections[0]!.text).toContain('Learning');
  });

  it('takes a numbered exclamation for a heading, and a call of two sentences for none', () => {
    const below = `\n\n${LONG}\n\n`;
    const issue = read(`Lede.\n\n**7. Celebrate!**${below}**Thank you. See you!**${below}`);
    expect(issue.sections.map(({ heading }) => heading).slice(1)).toEqual(['7. Celebrate!']);
  });

  it('keeps a round-up of links in one section', () => {
    const links = Array.from(
      { length: 30 },
      (_, n) => `- [A post on plan ${n}](https://a.example/${n})`,
    );
    const issue = read(`## News\n\n${links.join('\n')}\n`, true);
    expect(issue.sections).toHaveLength(1);
    expect(issue.sections[0]!.text).toContain('A post on plan 29');
  });

  it('keeps the address that a heading leads to', () => {
    const issue = read(
      '## [A better plan](https://a.example/plan)\n\nWorth reading.\n\n## B\n\nText.\n',
      true,
    );
    expect(issue.sections[0]!.heading).toBe('A better plan');
    expect(JSON.stringify(issue.sections[0]!.tree)).toContain('https://a.example/plan');
  });

  it('reads HTML headings, tables and lists', () => {
    const issue = read(
      '<h2>Money</h2>\n<p>It has a <b>shape</b>.</p>\n<ul><li>One</li><li>Two</li></ul>\n',
      true,
    );
    expect(outline(issue)).toEqual(['1 Money: It has a shape.\nOne\nTwo']);
  });

  it('swallows nothing after a tag that never closes', () => {
    const issue = read(
      '<table><tr><td><a href="https://a.example/x\n\nThe essay.\n\n<script>\nmore\n\n## Money\n\nText.\n',
    );
    expect(issue.sections.map(({ heading }) => heading)).toContain('Money');
    expect(issue.sections.map(({ text }) => text).join('\n')).toContain('The essay.');
  });

  it('splits a long stretch without headings where its topic changes', () => {
    const about = (words: string[]) =>
      Array.from({ length: 5 }, (_, n) =>
        Array.from({ length: 75 }, (__, m) => words[(n * 7 + m * 3) % words.length]).join(' '),
      ).join('.\n\n');
    const sea = 'harbour boat sail tide anchor captain wave storm island rope'.split(' ');
    const bread = 'flour oven yeast dough loaf baker crust butter kitchen salt'.split(' ');
    const issue = read(`${about(sea)}.\n\n${about(bread)}.\n`);
    expect(issue.sections.map(({ form }) => form)).toEqual(['lede', 'topic']);
    expect(issue.sections[1]!.text).not.toContain('harbour');
  });

  it('loses no word and keeps their order, whatever the blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...BLOCKS), { minLength: 1, maxLength: 14 }),
        (blocks) => {
          let count = 0;
          const markdown = blocks
            .map((block) => block.replace(/w/g, () => `w${(count += 1)}x`))
            .join('\n\n');
          const issue = read(markdown, true);
          const words = issue.sections
            .map(({ heading, form, text }) =>
              form === 'lede' || form === 'topic' ? text : `${heading}\n${text}`,
            )
            .join('\n')
            .match(/w\d+x/g);
          const order = [...new Set(words ?? [])].map((word) => Number(word.slice(1, -1)));
          expect(order).toEqual(Array.from({ length: count }, (_, n) => n + 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives every section of an issue an anchor of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BLOCKS), { maxLength: 14 }), (blocks) => {
        const { sections } = read(blocks.join('\n\n'), true);
        expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
      }),
    );
  });
});

const BLOCKS = [
  '# w w',
  '## w',
  '### w w w',
  'w w\n===',
  'w w w w.',
  '**w w**',
  '**w:**\nw w',
  '**w w.**',
  '- w\n- w',
  '- **w:** w w\n- **w** w',
  '1. **w.** w w w\n2. **w.** w',
  '- **w**',
  '- [w w](https://a.example) w',
  '> w w',
  '| w | w |\n|---|---|\n| w | w |',
  '```\nw w\n```',
  '<h3>w</h3>',
  '<div>w <b>w</b></div>',
  '<table><tr><td>w</td></tr></table>',
  '## [w](https://a.example)',
  'w\n\n---',
];

function read(text: string, titled = false): Issue {
  const bytes = new TextEncoder().encode(titled ? `---\ntitle: A\n---\n${text}` : text);
  return readIssue({ file: 'a.md', bytes }).issue!;
}

function outline(issue: Issue): string[] {
  return issue.sections.map(({ depth, heading, text }) => `${depth} ${heading}: ${text}`);
}
