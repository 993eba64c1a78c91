// How well the colours of the stylesheet can be told apart.

export interface Contrast {
  ink: string;
  ground: string;
  /** 1 to 21, by WCAG 2.2 (relative luminance); small text needs 4.5. */
  light: number;
  dark: number;
}

/** In which colours words stand, and on which ground. */
const PAIRS = [
  ...[['ink', 'paper'] as const, ['faded', 'paper'] as const, ['rubric', 'paper'] as const],
  ...[['ink', 'leaf'] as const, ['faded', 'leaf'] as const, ['rubric', 'leaf'] as const],
  ['ink', 'marker'] as const,
];

/** @param css with tokens such as `--ink: light-dark(#221d17, #e8e2d6);` */
export function contrastsIn(css: string): Contrast[] {
  const tokens = new Map(
    [...css.matchAll(/--([a-z]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
      ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
    ),
  );
  return PAIRS.map(([ink, ground]) => {
    const [over, under] = [tokens.get(ink), tokens.get(ground)];
    if (!over || !under) throw new Error(`The stylesheet has no colour ${ink} or ${ground}.`);
    return {
      ...{ ink, ground },
      light: ratio(over.light, under.light),
      dark: ratio(over.dark, under.dark),
    };
  });
}

function ratio(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return Math.floor((10 * (light! + 0.05)) / (dark! + 0.05)) / 10;
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
