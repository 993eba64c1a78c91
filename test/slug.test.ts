import { describe, expect, it } from 'vitest';
import { isSlug, parseSectionId, slugify, unique } from '../src/slug.js';

describe('a slug', () => {
  it.each([
    ["Conway's law, again", 'conways-law-again'],
    ['🗺️ Later', 'later'],
    ['👩‍💻 1️⃣ Step', '1-step'],
    ['Échec & succès', 'échec-succès'],
    ['安卓编年史', '安卓编年史'],
    ['C++ / C#', 'c-c'],
    ['***', ''],
  ])('of “%s” is “%s”', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('is its own slug, so that one can be told from other text', () => {
    for (const text of ['A Long Title: Part Two', 'ﬁne ½', 'İstanbul', 'نامه‌ها', 'किताब']) {
      expect(isSlug(slugify(text))).toBe(true);
    }
    expect(isSlug('Not One')).toBe(false);
    expect(isSlug('')).toBe(false);
  });

  it('is cut between words, and never within a character', () => {
    expect(slugify('word '.repeat(40))).toHaveLength(79);
    expect(slugify('𝒳'.repeat(200))).toBe(slugify(slugify('𝒳'.repeat(200))));
  });

  it('is made unique by a number', () => {
    const taken = new Set<string>();
    expect([unique('a', taken), unique('a', taken), unique('a', taken)]).toEqual([
      'a',
      'a-2',
      'a-3',
    ]);
  });
});

describe('a section’s id', () => {
  it('is an issue and an anchor, or nothing', () => {
    expect(parseSectionId('141-the-process#team-stages')).toEqual({
      issue: '141-the-process',
      anchor: 'team-stages',
    });
    for (const id of ['', 'a', '#', 'a#', 'a#b#c', 'A#b', 'a#../b'])
      expect(parseSectionId(id)).toBeUndefined();
  });
});
