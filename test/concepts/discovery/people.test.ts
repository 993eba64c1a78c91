import { describe, expect, it } from 'vitest';
import { discoverConcepts } from '../../../src/concepts/discovery/discovery.js';
import { issueText } from '../../../src/concepts/discovery/issue-text.js';
import { issueOf, sectionOf } from '../archive-of.js';

describe('people in an archive', () => {
  it('are no concepts, by their first names neither', () => {
    const texts = [
      'We met Maud Ibbetson in a yard full of lorries. Then Maud said that roadmaps lie.',
      'It was Maud Ibbetson again, with roadmaps. In the end Maud asked for tea.',
      'A letter from Maud Ibbetson came, and Maud laughed about roadmaps.',
    ];
    const issues = texts.map((text, index) => issueOf(sectionOf('Yard', text, `${index}`)));
    const labels = discoverConcepts(issues.map(issueText)).map(({ concept }) => concept.label);
    expect(labels).toContain('Roadmaps');
    expect(labels.filter((label) => /maud|ibbetson/iu.test(label))).toEqual([]);
  });
});
