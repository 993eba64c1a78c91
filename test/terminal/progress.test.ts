import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/terminal/progress.js';

describe('progress', () => {
  it('is told after a second, with the time that is left, and every ten seconds in a log', () => {
    const { lines, at } = log();
    at(500, 1);
    expect(lines).toEqual([]);
    at(2_000, 10);
    at(5_000, 50);
    at(13_000, 60);
    expect(lines).toEqual([
      'letters: reading 10 of 100, about 14 s to go\n',
      'letters: reading 60 of 100, about 8 s to go\n',
    ]);
  });

  it('is told no more once it is over', () => {
    const { lines, at, end } = log();
    end();
    at(20_000, 50);
    expect(lines).toEqual([]);
  });
});

function log() {
  const lines: string[] = [];
  let now = 0;
  const out = { write: (line: string) => lines.push(line) > 0 };
  const progress = showProgress('letters', out, () => now);
  return {
    lines,
    end: progress.end,
    at: (ms: number, done: number) => {
      now = ms;
      progress.step({ stage: 'reading', done, total: 100 });
    },
  };
}
