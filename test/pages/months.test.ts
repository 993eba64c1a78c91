import { describe, expect, it } from 'vitest';
import { countMonths } from '../../src/pages/months.js';
import { issueFrom } from '../archive-of.js';

describe('the issues by month', () => {
  it('are counted year by year, the latest first, those without any too', () => {
    const days = ['2022-01-03', '2022-01-17', '2022-12-01', '2024-02-01'];
    const issues = days.map((day, i) =>
      issueFrom(`${i}.md`, `---\ntitle: T\ndate: ${day}\n---\n\nT.\n`),
    );
    const years = countMonths([...issues, issueFrom('undated.md', '# Undated\n\nT.\n')]);
    expect(years.map(({ year }) => year)).toEqual([2024, 2023, 2022]);
    expect(years[2]!.months.map(({ count }) => count).join('')).toBe('200000000001');
    expect(years[2]!.months.map(({ level }) => level).join('')).toBe('200000000001');
    expect(years[1]!.months.every(({ count }) => count === 0)).toBe(true);
  });

  it('are shaded by the fullest month where months have many', () => {
    const days = Array.from({ length: 14 }, (_, i) => `2024-0${i < 12 ? 1 : 2}-10`);
    const [year] = countMonths(
      days.map((day, i) => issueFrom(`${i}.md`, `---\ntitle: T\ndate: ${day}\n---\n\nT.\n`)),
    );
    expect(year!.months.map(({ level }) => level).join('')).toBe('410000000000');
  });

  it('are none where nothing is dated', () => {
    expect(countMonths([])).toEqual([]);
  });
});
