import { describe, expect, it } from 'vitest';
import { createMemoryKnowledgeBase } from '../../src/knowledge-base/memory.js';
import {
  mainConcepts,
  makeConceptsPage,
  makeIndex,
  type IndexEntry,
} from '../../src/pages/concepts.js';
import { en } from '../../src/words/en.js';
import { locatorInWords } from '../../src/words/locator.js';
import { glossaryFrom, issueFrom } from '../archive-of.js';

/** The index as it would be printed, a line an entry, letters in capitals before theirs. */
async function indexOf(concepts: Record<string, string>, issues: Record<string, string> = {}) {
  const kb = createMemoryKnowledgeBase();
  await kb.replaceGlossary(glossaryFrom(concepts));
  for (const [file, markdown] of Object.entries(issues)) {
    await kb.replaceIssue(issueFrom(file, markdown));
  }
  const { letters } = await makeConceptsPage(kb, {});
  return letters.flatMap(({ letter, entries }) => [`— ${letter} —`, ...entries.map(printed)]);
}

function printed(entry: IndexEntry): string {
  if (entry.kind === 'see') return `${entry.label}, see ${entry.to.label}`;
  const numbers = entry.locators.map((locator) => locatorInWords(en, locator).text).join(', ');
  const more = entry.more > 0 ? ` + ${entry.more}` : '';
  const also = entry.seeAlso.map(({ label }) => label).join(', ');
  return `${entry.concept.label} ${numbers}${more}${also === '' ? '' : `, see also ${also}`}`;
}

describe('the index of concepts', () => {
  it('refers to issues by number, in the order in which they were sent', async () => {
    const index = await indexOf(
      { slack: '---\nlabel: Slack\n---\n\nRoom.\n' },
      {
        'b.md': '---\ntitle: B\nnumber: 12\ndate: 2024-02-01\n---\n\nOn slack.\n',
        'a.md': '---\ntitle: A\nnumber: 3\ndate: 2023-02-01\n---\n\nOn slack.\n',
      },
    );
    expect(index).toEqual(['— S —', 'Slack 3, 12']);
  });

  it('leaves out what no issue speaks of and nothing explains, and says how many', async () => {
    const kb = createMemoryKnowledgeBase();
    const concepts = {
      slack: '---\nlabel: Slack\n---\n',
      ballast: '---\nlabel: Ballast\nrelated: [slack]\n---\n\nWeight.\n',
      keel: '---\nlabel: Keel\nrelated: [slack]\n---\n',
    };
    await kb.replaceGlossary(glossaryFrom(concepts));
    await kb.replaceIssue(issueFrom('a.md', '---\nnumber: 3\n---\n\nOn slack.\n'));
    const page = await makeConceptsPage(kb, {});
    const listed = page.letters.flatMap(({ entries }) => entries.map(printed));
    expect(listed).toEqual(['Ballast , see also Slack', 'Slack 3, see also Ballast']);
    expect(page).toMatchObject({ total: 2, unlisted: 1 });
    expect(en.conceptsPage.unlisted(1)).toContain('1 concept of the glossary is not listed');
  });

  it('refers to years where no issue has a number, and counts those without a date', async () => {
    const days = ['2014-03-01', '2014-05-01', '2016-01-01', '2017-01-01', '2018-01-01'];
    const index = await indexOf(
      { slack: '---\nlabel: Slack\n---\n\nRoom.\n' },
      {
        ...Object.fromEntries(days.map((day) => [`${day}-b.md`, '# B\n\nOn slack.\n'])),
        'letters.md': '# Letters\n\nOn slack.\n',
      },
    );
    expect(index[1]).toBe('Slack 2014, 2016–2018 + 1');
  });

  it('refers to a few by their titles where they have neither number nor date', async () => {
    const titles = ['Ash', 'Birch', 'Cedar', 'Dogwood'];
    const index = await indexOf(
      { slack: '---\nlabel: Slack\n---\n\nRoom.\n' },
      Object.fromEntries(titles.map((title) => [`${title}.md`, `# ${title}\n\nOn slack.\n`])),
    );
    expect(index[1]).toBe('Slack Ash, Birch + 2');
  });

  it('leads from years to what their issues say of the concept', async () => {
    const kb = createMemoryKnowledgeBase();
    await kb.replaceGlossary(glossaryFrom({ slack: '---\nlabel: Slack\n---\n\nRoom.\n' }));
    await kb.replaceIssue(issueFrom('2016-01-01-a.md', '# A\n\nOn slack.\n'));
    await kb.replaceIssue(issueFrom('2017-01-01-b.md', '# B\n\nOn slack.\n'));
    const [entry] = await makeIndex(await kb.concepts());
    expect(entry?.kind === 'concept' && entry.locators.map(({ url }) => url)).toEqual([
      '/search?concept=slack&year=2016',
      '/search?concept=slack&year=2017',
    ]);
  });

  it('puts the owner’s concepts first, by issues, then those found, the likeliest first', async () => {
    const kb = createMemoryKnowledgeBase();
    const { concepts } = glossaryFrom({
      rare: '---\nlabel: Rare\n---\n\nR.\n',
      often: '---\nlabel: Often\n---\n\nO.\n',
      likely: '---\nlabel: Likely\n---\n\nL.\n',
      dull: '---\nlabel: Dull\n---\n\nD.\n',
    });
    await kb.replaceGlossary({
      concepts: concepts.map((one, i) => ({ ...one, status: i < 2 ? 'curated' : 'discovered' })),
    });
    await kb.replaceIssue(issueFrom('a.md', '# A\n\nRare, often, likely, dull.\n'));
    await kb.replaceIssue(issueFrom('b.md', '# B\n\nOften dull.\n'));
    const main = mainConcepts(await kb.concepts(), 3);
    expect(main.map(({ concept }) => concept.label)).toEqual(['Often', 'Rare', 'Likely']);
  });

  it('leads from another name to the concept, but not from one that stands beside it', async () => {
    expect(
      await indexOf({
        okrs: '---\nlabel: OKRs\naliases: [OKR, goals and results, goal and result, KR, KRs]\n---\n\nA format.\n',
      }),
    ).toEqual([
      ...['— G —', 'goal and result, see OKRs', 'goals and results, see OKRs'],
      ...['— K —', 'KR, see OKRs', '— O —', 'OKRs '],
    ]);
  });

  it('says what else to look at', async () => {
    const index = await indexOf({
      goals: '---\nlabel: Goals\n---\n\nEnds.\n',
      okrs: '---\nlabel: OKRs\nbroader: [goals]\nrelated: [slack]\n---\n\nA format.\n',
      slack: '---\nlabel: Slack\n---\n\nRoom.\n',
    });
    expect(index).toContain('OKRs , see also Goals, Slack');
  });

  it('orders by letter whatever the case and accents, digits and other scripts too', async () => {
    const labels = ['éclair', 'Zebra', 'eagle', '5 whys', 'Ωmega', '計画'];
    const files = labels.map((label, i) => [`c${i}`, `---\nlabel: ${label}\n---\n\nText.\n`]);
    const index = await indexOf(Object.fromEntries(files) as Record<string, string>);
    expect(index.filter((line) => line.startsWith('—'))).toEqual([
      ...['— 0–9 —', '— E —', '— Z —', '— Ω —', '— 漢 —'],
    ]);
  });

  it('cuts a long row of locators short and says by how many', async () => {
    const issues = Array.from({ length: 12 }, (_, i) => [
      `${i + 1}.md`,
      `---\ntitle: T${i}\nnumber: ${i + 1}\ndate: 2024-01-${10 + i}\n---\n\nSlack.\n`,
    ]);
    const index = await indexOf(
      { slack: '---\nlabel: Slack\n---\n\nRoom.\n' },
      Object.fromEntries(issues) as Record<string, string>,
    );
    expect(index[1]).toBe('Slack 1, 2, 3, 4, 5, 6 + 6');
  });

  it('keeps to the names that hold what is asked for, whatever case and accents', async () => {
    const kb = createMemoryKnowledgeBase();
    await kb.replaceGlossary(
      glossaryFrom({
        eclair: '---\nlabel: Éclair\n---\n\nSweet.\n',
        slack: '---\nlabel: Slack\naliases: [clearance]\n---\n\nRoom.\n',
        goals: '---\nlabel: Goals\n---\n\nEnds.\n',
      }),
    );
    const { letters, total } = await makeConceptsPage(kb, { q: 'ECL' });
    expect(letters.map(({ letter }) => letter)).toEqual(['E']);
    expect(total).toBe(3);
    const other = await makeConceptsPage(kb, { q: 'clear' });
    expect(other.letters.flatMap(({ entries }) => entries).map(printed)).toEqual([
      'clearance, see Slack',
    ]);
  });
});
