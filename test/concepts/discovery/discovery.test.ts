import { describe, expect, it } from 'vitest';
import {
  discoverConcepts,
  type DiscoveryOptions,
} from '../../../src/concepts/discovery/discovery.js';
import { issueText } from '../../../src/concepts/discovery/issue-text.js';
import type { Issue } from '../../../src/model.js';
import { conceptOf, issueOf, sectionOf } from '../archive-of.js';

/** One issue of each text, its sections parted by a line of ---. */
function archive(texts: string[], more: Partial<Issue> = {}): Issue[] {
  return texts.map((text, index) =>
    issueOf(sectionOf(`Part ${index}`, text, `issue-${index}`), {
      title: `Issue ${index}`,
      number: index,
      ...more,
    }),
  );
}

const discovered = (issues: Issue[], options: DiscoveryOptions = {}) =>
  discoverConcepts(issues.map(issueText), options);
const labels = (issues: Issue[], options: DiscoveryOptions = {}) =>
  discovered(issues, options).map(({ concept }) => concept.label);

const texts = [
  'A feedback loop is a circular chain of cause in which a result comes back. We drew one on the wall.',
  'The retrospective was late. Our feedback loops were slow, so the retrospective found nothing.',
  'A slow feedback loop hides a mistake. The retrospective (it was our third) found two.',
  'The feedback loop got shorter after every retrospective, and the harvest was fine.',
  'Nobody liked the retrospective. The feedback-loop on the wall was drawn again.',
];

describe('discoverConcepts', () => {
  it('finds what an archive comes back to, in its plurals and hyphens, as one concept', () => {
    expect(labels(archive(texts)).slice(0, 2).sort()).toEqual(['Feedback loop', 'Retrospective']);
  });

  it('quotes the sentence that defines a concept, with its source', () => {
    const found = discovered(archive(texts));
    const loop = found.find(({ concept }) => concept.label === 'Feedback loop');
    expect(loop?.concept.status).toBe('discovered');
    expect(loop?.concept.definition).toMatchObject({
      text: 'A feedback loop is a circular chain of cause in which a result comes back.',
      source: 'issue-0#part-0',
    });
  });

  it('has no definition where the archive gives none', () => {
    const found = discovered(archive(texts));
    const other = found.find(({ concept }) => concept.label === 'Retrospective');
    expect(other?.concept.definition).toBeNull();
    expect(other?.evidence.map(({ section }) => section)).toEqual([
      'issue-1#part-1',
      'issue-2#part-2',
      'issue-3#part-3',
    ]);
  });

  it('takes the two halves of an acronym for one concept', () => {
    const found = discovered(
      archive([
        'We wrote objectives and key results (OKRs) on cards.',
        'The OKRs were late. OKRs again.',
        'Few like OKRs, and objectives and key results like nobody.',
      ]),
    );
    const [first] = found.filter(({ concept }) => /okr|objectives/iu.test(concept.label));
    expect([first?.concept.label, ...(first?.concept.aliases ?? [])].sort()).toEqual([
      'OKRs',
      'objectives and key results',
    ]);
    expect(found.filter(({ concept }) => /okr/iu.test(concept.label))).toHaveLength(1);
  });

  it('leaves out what is known, what was turned down, and who writes', () => {
    const known = [conceptOf('Feedback loops')];
    expect(labels(archive(texts), { known })).not.toContain('Feedback loop');
    expect(labels(archive(texts), { rejected: ['retrospectives'] })).not.toContain('Retrospective');
    expect(labels(archive(texts, { authors: ['Rosa Retrospective'] }))).not.toContain(
      'Retrospective',
    );
  });

  it('does not take for a concept what every issue prints at its end', () => {
    const ending = '\n\nForward this microbulletin to a friend of yours today.';
    const found = labels(archive([...texts, ...texts].map((text) => text + ending)));
    expect(found.filter((label) => /microbulletin/iu.test(label))).toEqual([]);
  });

  it('finds names with everyday words in them', () => {
    const found = labels(
      archive([
        'Cycle time fell. Our open source tools helped.',
        'We measured cycle time, and wrote open source code.',
        'Nobody knew the cycle time of the open source team.',
      ]),
    );
    expect(found).toContain('Cycle time');
    expect(found).toContain('Open source');
  });

  it('finds what a list names, though the text comes back to it once only', () => {
    const found = labels(
      archive(['- Harvest council: the growers meet.', 'Then the harvest council ate.', 'Rain.']),
    );
    expect(found).toContain('Harvest council');
  });

  it('takes what somebody did, and verbs, for no concepts', () => {
    // The same line in every issue would be taken for a habit.
    const six = (text: string) => Array.from({ length: 6 }, (_, index) => `${text} (${index})`);
    const english = labels(archive(six('The council met. Late, the council worked.')));
    expect(english).toContain('Council');
    expect(english).not.toContain('Council worked');
    const french = archive(
      six('Utilisez le prototype ! Il faut fournir un prototype, lorsque cela va.'),
      { language: 'fr' },
    );
    expect(labels(french)).toContain('Prototype');
    expect(labels(french).filter((label) => /utilisez|fournir|lorsque/iu.test(label))).toEqual([]);
    const chinese = archive(six('添加容器。默认容器很小。'), { language: 'zh' });
    expect(labels(chinese).filter((label) => /^(?:添加|默认)$/u.test(label))).toEqual([]);
  });

  it('finds the verb phrases that an archive writes as titles, and not the pieces of them', () => {
    const found = labels(
      archive([
        'See [Weigh the Harvest Together](/weigh) before you sell. We weigh the harvest together.',
        'Some say that we should [Weigh the Harvest Together](/weigh) every autumn.',
        'The growers chose Weigh the Harvest Together as the first thing to try this year.',
      ]),
    );
    expect(found).toContain('Weigh the Harvest Together');
    expect(found).not.toContain('Harvest Together');
  });

  it('finds what one link calls a page of the archive by, and no headline or entry of a table of contents', () => {
    const found = labels(
      archive([
        'Before the meeting we [check in](../practices/check-in.md), one after another.',
        'Somebody drew a [Bird on the Wall](/2017/08/24/bird-on-the-wall/) for us.',
        '- [Count the apples](#count-the-apples)\n- [Sell them](#sell-them)',
      ]),
    );
    expect(found).toEqual(['Check in']);
  });

  it('takes adjectives and verbs that stand alone for no concepts', () => {
    const six = (text: string) => Array.from({ length: 6 }, (_, index) => `${text} (${index})`);
    const english = labels(
      archive(six('The ledger is tamperproof. Somebody was winnowing the barley.')),
    );
    expect(english).toContain('Ledger');
    expect(english).not.toContain('Tamperproof');
    expect(english).not.toContain('Winnowing');
    const french = labels(archive(six('Le registre infalsifiable est ici.'), { language: 'fr' }));
    expect(french).not.toContain('Infalsifiable');
  });

  it('takes no piece of a word for a concept where a script sets no blanks', () => {
    const texts = [
      '我们下载容器。',
      '他们下载容器了。',
      '请下载容器吧。',
      '再下载容器。',
      '先下载容器。',
    ];
    const found = labels(archive(texts, { language: 'zh' }));
    expect(found.filter((label) => label.startsWith('载'))).toEqual([]);
  });

  it('puts a name that sentences link before the headlines of a list of links', () => {
    const texts = ['Rain fell.', 'Nothing grew.', 'Snow fell.'].map(
      (text) =>
        `${text} The growers keep a [harvest ledger](/ledger) by the door.\n\n- [Windfall Jelly Recipes](https://jelly.example)`,
    );
    const found = labels(archive(texts));
    expect(found[0]).toBe('Harvest ledger');
  });

  it('takes inflections of one name for one concept', () => {
    const found = labels(
      archive([
        'Resolving objections is slow. The objections were many. To resolve objections, listen.',
        'We see [Resolve Objections](/resolve) as a craft. Some objections stay.',
        'After resolving objections we went home. Read [Resolve Objections](/resolve) first.',
      ]),
    );
    expect(found.filter((label) => /resol/iu.test(label))).toEqual(['Resolve objections']);
  });

  it('gives the same concepts for the same archive, in whatever order its files were read', () => {
    const found = JSON.stringify(discovered(archive(texts)));
    expect(JSON.stringify(discovered(archive(texts)))).toBe(found);
    expect(JSON.stringify(discovered(archive(texts).reverse()))).toBe(found);
  });

  it('needs nothing but what can be handed to another thread', () => {
    const issues = archive(texts);
    expect(discovered(structuredClone(issues))).toEqual(discovered(issues));
  });

  it('finds nothing in nothing', () => {
    expect(discovered([])).toEqual([]);
    expect(labels(archive(['', '👍']))).toEqual([]);
  });
});
