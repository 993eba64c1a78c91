import { describe, expect, it } from 'vitest';
import { learnNames } from '../../../src/concepts/links/learned-links.js';
import { createGate, learnGate } from '../../../src/concepts/links/link-gate.js';
import { mentionFinder } from '../../../src/concepts/mentions/mentions.js';
import type { Concept } from '../../../src/model.js';
import type { ConceptSlug } from '../../../src/slug.js';
import { conceptSlug } from '../../../src/slug.js';
import { atOnce } from '../../../src/turns.js';
import { conceptOf, sectionOf } from '../archive-of.js';

function words(concepts: Concept[], markdown: string, learned = new Map<ConceptSlug, string[]>()) {
  const finder = atOnce(mentionFinder(concepts, learned));
  return finder.find(sectionOf('Untitled', markdown)).map((mention) => mention.words);
}

describe('names that follow from a name', () => {
  it('takes either half of a label with its acronym in parentheses', () => {
    const iac = conceptOf('Infrastructure as Code (IaC)');
    expect(words([iac], 'IaC, or infrastructure as code.')).toEqual([
      'IaC',
      'infrastructure as code',
    ]);
  });

  it('gives an acronym that two concepts share to neither', () => {
    const concepts = [
      conceptOf('Continuous delivery (CD)'),
      conceptOf('Continuous deployment (CD)'),
    ];
    expect(words(concepts, 'CD and continuous delivery')).toEqual(['continuous delivery']);
  });

  it('hears the verb of a word in -isation, in either spelling', () => {
    const concept = conceptOf('Prioritisation');
    expect(words([concept], 'We prioritised, then gave up prioritizing.')).toEqual([
      'prioritised',
      'prioritizing',
    ]);
  });
});

describe('names in other inflections', () => {
  const concepts = [
    conceptOf('Resolve objections'),
    conceptOf('Horizontal scaling'),
    conceptOf('Team design'),
    conceptOf('Work in progress'),
  ];

  it('hears another form of the words, with an article between', () => {
    expect(words(concepts, 'By resolving an objection, or resolving objections.')).toEqual([
      'resolving an objection',
      'resolving objections',
    ]);
  });

  it('hears two words in the other order where the grammar says so', () => {
    expect(words(concepts, 'We scale horizontally. The design of our teams is new.')).toEqual([
      'scale horizontally',
      'design of our teams',
    ]);
  });

  it('does not take the design team for team design, nor work that progresses for a backlog', () => {
    expect(words(concepts, 'The design team saw the work progress.')).toEqual([]);
  });
});

describe('learnNames', () => {
  const okrs = conceptSlug('okrs');
  const goals = conceptSlug('goals');

  it('takes the words that people link to a concept as its names', () => {
    const learned = learnNames([
      { words: 'the quarterly numbers', target: okrs },
      { words: 'here', target: okrs },
      { words: 'read about our targets', target: okrs },
    ]);
    expect(learned.get(okrs)).toEqual(['the quarterly numbers']);
    expect(words([conceptOf('OKRs')], 'See the quarterly numbers.', learned)).toEqual([
      'the quarterly numbers',
    ]);
  });

  it('goes by the majority, and by nothing where there is none', () => {
    const learned = learnNames([
      { words: 'targets', target: okrs },
      { words: 'targets', target: goals },
      { words: 'aims', target: goals },
      { words: 'Aims', target: goals },
      { words: 'aim', target: okrs },
    ]);
    expect(learned.get(okrs)).toBeUndefined();
    expect(learned.get(goals)).toEqual(['aims']);
  });
});

describe('learnGate', () => {
  const concepts = [conceptOf('Team'), conceptOf('Cost of delay')];
  const finder = atOnce(mentionFinder(concepts));
  const passage = (markdown: string, targets: string[]) => {
    const section = sectionOf('Untitled', markdown);
    return {
      links: targets.map((target) => ({ words: target, target: conceptSlug(target) })),
      mentions: finder.find(section),
      length: section.text.length,
      likeness: () => 0,
    };
  };

  it('links what people link, and leaves plain what they leave plain', () => {
    const passages = Array.from({ length: 30 }, () =>
      passage('The team saw the cost of delay.', ['cost-of-delay']),
    );
    const gate = learnGate(passages)!;
    expect([...createGate(gate)(passage('A team. A cost of delay.', []))]).toEqual([
      'cost-of-delay',
    ]);
  });

  it('learns nothing from passages in which nobody has linked, nor from few links', () => {
    const links = (n: number) =>
      Array.from({ length: n }, () =>
        passage('The team saw the cost of delay.', ['cost-of-delay']),
      );
    const none = Array.from({ length: 100 }, () => passage('The cost of delay.', []));
    expect(learnGate(none)).toBeNull();
    expect(learnGate(links(19))).toBeNull();
    expect(learnGate([...none, ...links(30)])).toEqual(learnGate(links(30)));
  });
});
