import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastsIn } from '../../src/web/contrast.js';

const css = readFileSync(new URL('../../public/backmatter.css', import.meta.url), 'utf8');

describe('the colours of the pages', () => {
  it.each(contrastsIn(css))('let $ink be read on $ground, by day and night', ({ light, dark }) => {
    expect(light).toBeGreaterThanOrEqual(4.5);
    expect(dark).toBeGreaterThanOrEqual(4.5);
  });

  it('are measured as WCAG measures', () => {
    const tokens = ['ink', 'faded', 'rubric'].map(
      (name) => `--${name}: light-dark(#777777, #000000);`,
    );
    const grounds = ['paper', 'leaf', 'marker'].map(
      (name) => `--${name}: light-dark(#ffffff, #ffffff);`,
    );
    expect(contrastsIn([...tokens, ...grounds].join(''))[0]).toMatchObject({
      light: 4.4,
      dark: 21,
    });
  });
});
