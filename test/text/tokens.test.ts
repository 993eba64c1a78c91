import { describe, expect, it } from 'vitest';
import { forms, tokens } from '../../src/text/tokens.js';

describe('words', () => {
  it.each([
    ['They write C++ there', ['they', 'write', 'c++', 'there']],
    ['the U.S. team', ['the', 'u.s', 'team']],
    ['since v1.2.3', ['since', 'v1.2.3']],
    ['see #141', ['see', '#141', '141']],
    ['a snake_case name', ['a', 'snake_case', 'snake', 'case', 'name']],
    ["the team's plan", ['the', 'team', 'plan']],
    ["I don't", ['i', 'dont']],
    ["l'équipe", ['equipe']],
    ['well-known', ['well', 'known']],
    ['in .NET', ['in', '.net', 'net']],
    ['and then ...what, or 2014..2015?', ['and', 'then', 'what', 'or', '2014', '2015']],
    ['2,000 or 1,250,000 readers', ['2000', 'or', '1250000', 'readers']],
    ['$2,000.50, 3,000th', ['2000.50', '3000th']],
    ["5,000's", ['5000']],
    ['1,2,3', ['1', '2', '3']],
    ['0,500 and 12,50', ['0', '500', 'and', '12', '50']],
    ['1,000,20 or 1,0000', ['1', '000', '20', 'or', '1', '0000']],
    ['1234,567,890', ['1234', '567', '890']],
    ['2014,2015', ['2014', '2015']],
  ])('reads “%s”', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('cuts Han into overlapping pairs', () => {
    expect(forms('产品路线')).toEqual(['产品', '品路', '路线', '线']);
  });

  it('cuts Thai by the dictionary', () => {
    expect(forms('ภาษาไทย')).toEqual(['ภาษา', 'ไทย']);
  });

  it('finds Han and Latin words side by side', () => {
    expect(forms('Rust性能')).toEqual(['rust', '性能', '能']);
  });

  it('says where each word stands', () => {
    const text = 'Über naïve “Plans”';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Über',
      'naïve',
      'Plans',
    ]);
  });

  it('cuts a word that is as long as a text', () => {
    expect(forms('a'.repeat(40_000))[0]?.length).toBe(64);
  });
});
