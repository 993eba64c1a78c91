import { expect, it } from 'vitest';
import { onOneLine } from '../../src/text/one-line.js';

it('keeps cells and items apart by a dot, and sentences by their stop', () => {
  expect(onOneLine('Team\nStage\nFour of them.\nThe next\n\nlet x = 1;\n    run(x,   y)')).toBe(
    'Team · Stage · Four of them. The next · let x = 1; run(x, y)',
  );
  expect(onOneLine('一句话。\n下一句')).toBe('一句话。 下一句');
  expect(onOneLine('\nafter a mark')).toBe(' · after a mark');
});
