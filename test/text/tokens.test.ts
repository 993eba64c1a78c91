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
