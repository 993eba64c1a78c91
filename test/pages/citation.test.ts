import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/pages/citation.js';

const rung = {
  title: 'What a rung costs',
  url: 'https://desk.example/issues/13-the-price#rung',
  authors: ['Ines Halloran', 'T. Wren'],
  publication: 'The Unfinished Map',
  number: 13,
  date: '2023-07-26',
};

describe('a citation', () => {
  it('is Markdown that leads to the passage', () => {
    expect(citationOf(rung).markdown).toBe(
      'Ines Halloran, T. Wren, [What a rung costs](https://desk.example/issues/13-the-price#rung), *The Unfinished Map* 13, 2023-07-26',
    );
  });

  it('is an entry of BibTeX', () => {
    expect(citationOf(rung).bibtex).toBe(
      [
        '@article{13-the-price-rung,',
        '  author = {Ines Halloran and T. Wren},',
        '  title = {{What a rung costs}},',
        '  journal = {The Unfinished Map},',
        '  number = {13},',
        '  year = {2023},',
        '  month = {7},',
        '  url = {https://desk.example/issues/13-the-price#rung}',
        '}',
      ].join('\n'),
    );
  });

  it('leaves out what is not known, and writes signs so that they mean themselves', () => {
    const { markdown, bibtex } = citationOf({
      ...rung,
      ...{ title: '50 % of [R&D] {costs}_', authors: [], number: null, date: null },
    });
    expect(markdown).toContain('[50 % of \\[R&D\\] {costs}\\_](');
    expect(bibtex).toContain('title = {{50 \\% of [R\\&D] \\{costs\\}\\_}}');
    expect(bibtex).not.toMatch(/author|year|number/);
  });
});
