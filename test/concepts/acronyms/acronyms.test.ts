import { describe, expect, it } from 'vitest';
import { acronymNames, gatherAcronyms } from '../../../src/concepts/acronyms/acronym-names.js';
import { findAcronyms } from '../../../src/concepts/acronyms/acronyms.js';
import { atOnce } from '../../../src/turns.js';
import { conceptOf } from '../archive-of.js';

const found = (text: string) => findAcronyms(text).map(({ short, long }) => `${short}: ${long}`);

describe('findAcronyms', () => {
  it('finds an acronym after its words, and before them', () => {
    expect(found('We wrote objectives and key results (OKRs) down.')).toEqual([
      'OKRs: objectives and key results',
    ]);
    expect(found('Our WIP (work in progress) is high.')).toEqual(['WIP: work in progress']);
    expect(found('The wait (cost of delay, COD) is long.')).toEqual(['COD: cost of delay']);
  });

  it('takes the words whose initials fit, not the shortest that contain the letters', () => {
    expect(found('the team of product managers in machine learning (PMML) met')).toEqual([
      'PMML: product managers in machine learning',
    ]);
    expect(found('a minimum viable product (MVP)')).toEqual(['MVP: minimum viable product']);
  });

  it('begins with a word that has a meaning where there is one', () => {
    expect(found('by the Office of Management and Budget (OMB) today')).toEqual([
      'OMB: Office of Management and Budget',
    ]);
    expect(found('the letter to the editor (LTTE), in short')).toEqual([
      'LTTE: letter to the editor',
    ]);
  });

  it('reads on over small words and hyphens', () => {
    expect(found('the state-of-the-art (SOTA) today')).toEqual(['SOTA: state-of-the-art']);
    expect(found('the jobs to be done (JTBD) school')).toEqual(['JTBD: jobs to be done']);
    expect(found('a two-dimensional (2D) map')).toEqual(['2D: two-dimensional']);
  });

  it('finds a definition within parentheses', () => {
    expect(found('(of the net promoter score (NPS), as it is called)')).toEqual([
      'NPS: net promoter score',
    ]);
  });

  it('does not take an aside for an acronym', () => {
    expect(found('We shipped it (see below) on time (in June), all of it (mostly).')).toEqual([]);
  });

  it('says where the definition stands', () => {
    const text = 'Then objectives and key results (OKRs) came.';
    const [definition] = findAcronyms(text);
    expect(text.slice(definition!.start, definition!.end)).toBe(
      'objectives and key results (OKRs)',
    );
  });
});

describe('acronymNames', () => {
  it('gives each concept the other half of its acronym', () => {
    const concepts = [conceptOf('Work in progress'), conceptOf('MVP')];
    const texts = ['The work in progress (WIP) grew.', 'A minimum viable product (MVP).'];
    const names = atOnce(acronymNames(concepts, gatherAcronyms(texts)));
    expect(names.get(concepts[0]!.slug)).toEqual(['WIP']);
    expect(names.get(concepts[1]!.slug)).toEqual(['minimum viable product']);
  });

  it('leaves an acronym out that stands for two things alike', () => {
    const acronyms = gatherAcronyms(['product manager (PM)', 'project management (PM)']);
    expect(acronyms).toEqual([]);
  });
});
