import { describe, expect, it } from 'vitest';
import { likenessTo } from '../../src/pages/likeness.js';

describe('how alike two names are', () => {
  it.each([
    ['funding', 'funding', 1],
    ['Funding!', '  funding', 1],
    ['OKRs', 'okr', 2 / 3],
    ['team of teams', 'platform teams', 14 / 29],
    ['planning', 'moats', 0],
    ['', 'moats', 0],
    ['…', '—', 0],
    ['敏捷开发', '敏捷', 4 / 8],
    // Letters that take two units of UTF-16, the first of them the same.
    ['𠀀', '𠀁', 0],
    ['𞤀𞤣𞤤𞤢𞤥', '𞤥𞤢𞤤𞤣𞤀', 0],
  ])('is told of %j and %j by the pairs of letters that they share: %d', (one, other, share) => {
    expect(likenessTo(one)(other)).toBeCloseTo(share, 6);
    expect(likenessTo(other)(one)).toBeCloseTo(share, 6);
  });
});
