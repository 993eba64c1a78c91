import { describe, expect, it } from 'vitest';
import { issueSlug } from '../../../src/slug.js';
import { conceptOf, relatednessOf, sectionOf } from '../archive-of.js';

describe('the reasons of a relation', () => {
  const concepts = [conceptOf('OKRs'), conceptOf('Planning')];

  function put(
    relatedness: ReturnType<typeof relatednessOf>,
    issue: string,
    heading: string,
    text: string,
  ) {
    relatedness.put(issueSlug(issue), [sectionOf(heading, text, issue)]);
  }

  it('say how many sections on a concept speak of the other, and quote one', async () => {
    const relatedness = relatednessOf(concepts);
    put(relatedness, '1', 'OKRs again', 'They need planning. It rained.');
    put(relatedness, '2', 'Our OKRs', 'Written before planning began.');
    put(relatedness, '3', 'Rain', 'Much of it.');
    const [relation] = await relatedness.relatedConcepts(concepts[0]!.slug, 3);
    expect(relation?.reasons[0]).toEqual({
      kind: 'speaks of',
      from: 'okrs',
      of: 'planning',
      sections: 2,
      issues: 2,
      quote: { section: '1#okrs-again', text: 'They need planning.' },
    });
  });

  it('does not relate a section to its own copy', async () => {
    const relatedness = relatednessOf(concepts);
    const text = 'Planning the OKRs took the whole of a wet afternoon in March.';
    put(relatedness, '1', 'March', text);
    put(relatedness, '2', 'March', text);
    put(relatedness, '3', 'Rain', 'Much of it, and no end.');
    expect(await relatedness.relatedSections(sectionOf('March', text, '1').id, 3)).toEqual([]);
  });
});
