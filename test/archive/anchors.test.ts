import { describe, expect, it } from 'vitest';
import { keepAnchors, rememberSections } from '../../src/archive/anchors.js';
import { readIssue } from '../../src/archive/read-issue.js';
import type { Issue } from '../../src/model.js';

const STAGES = 'A team begins with a question nobody has asked and ends when the answer bores it.';
const MONEY =
  'Money has a shape, and the shape is decided in October by people who have gone home.';

describe('addresses of sections', () => {
  it('stay when the text below a heading is edited', () => {
    const before = read(`# Plans\n\n## Team stages\n\n${STAGES}\n`);
    const after = read(`# Plans\n\n## Team stages\n\n${STAGES} And one more sentence.\n`);
    expect(after.sections[0]!.id).toBe(before.sections[0]!.id);
  });

  it('lead on to a heading that was renamed', () => {
    const before = read(`# Plans\n\n## Team stages\n\n${STAGES}\n\n## Money\n\n${MONEY}\n`);
    const after = read(`# Plans\n\n## How teams age\n\n${STAGES}\n\n## Money\n\n${MONEY}\n`);
    const { sections } = keepAnchors(after, rememberSections(before));
    expect(sections.map((one) => [one.anchor, one.formerAnchors])).toEqual([
      ['how-teams-age', ['team-stages']],
      ['money', []],
    ]);
  });

  it('stay when a heading of the same words is put before', () => {
    const before = read(`# Plans\n\n## Example\n\n${STAGES}\n`);
    const after = read(`# Plans\n\n## Example\n\n${MONEY}\n\n## Example\n\n${STAGES}\n`);
    const { sections } = keepAnchors(after, rememberSections(before));
    expect(sections.map((one) => one.anchor)).toEqual(['example-2', 'example']);
  });

  it('are remembered through several renamings', () => {
    const one = read(`# Plans\n\n## First\n\n${STAGES}\n`);
    const two = keepAnchors(read(`# Plans\n\n## Second\n\n${STAGES}\n`), rememberSections(one));
    const three = keepAnchors(read(`# Plans\n\n## Third\n\n${STAGES}\n`), rememberSections(two));
    expect(three.sections[0]!.formerAnchors).toEqual(['first', 'second']);
  });

  it('are what the author says they are', () => {
    const issue = read('# Plans\n\n## Money\n\nOne.\n\n## Costs {#money}\n\nTwo.\n');
    expect(issue.sections.map((one) => [one.heading, one.anchor])).toEqual([
      ['Money', 'money-2'],
      ['Costs', 'money'],
    ]);
  });
});

function read(text: string): Issue {
  return readIssue({ file: 'plans.md', bytes: new TextEncoder().encode(text) }).issue!;
}
