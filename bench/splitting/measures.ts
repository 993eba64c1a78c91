// How near two ways to cut a text are.

export interface Counts {
  found: number;
  right: number;
  wanted: number;
}

/**
 * Beeferman, Berger and Lafferty 1999: how often two units, half a mean segment
 * apart, are wrongly held to be in one segment, or in two. 0 is perfect.
 *
 * @param length of the text, in units
 * @param wanted units before which there is a cut
 */
export function pk(length: number, wanted: readonly number[], found: readonly number[]): number {
  const window = Math.max(1, Math.round(length / (wanted.length + 1) / 2));
  const segments = [segmentOf(length, wanted), segmentOf(length, found)] as const;
  let wrong = 0;
  let looked = 0;
  for (let at = 0; at + window < length; at += 1) {
    const [inWanted, inFound] = segments.map((segment) => segment[at] === segment[at + window]);
    looked += 1;
    if (inWanted !== inFound) wrong += 1;
  }
  return looked === 0 ? 0 : wrong / looked;
}

function segmentOf(length: number, cuts: readonly number[]): number[] {
  const begins = new Set(cuts);
  let segment = 0;
  return Array.from({ length }, (_, unit) => (begins.has(unit) ? (segment += 1) : segment));
}

/** Cuts that are within `tolerance` units of a wanted one, each of which counts once. */
export function boundaryCounts(
  wanted: readonly number[],
  found: readonly number[],
  tolerance: number,
  before: Counts = { found: 0, right: 0, wanted: 0 },
): Counts {
  const left = new Set(wanted);
  let right = 0;
  for (const cut of found) {
    const near = [...left].sort((a, b) => Math.abs(a - cut) - Math.abs(b - cut))[0];
    if (near === undefined || Math.abs(near - cut) > tolerance) continue;
    left.delete(near);
    right += 1;
  }
  return {
    found: before.found + found.length,
    right: before.right + right,
    wanted: before.wanted + wanted.length,
  };
}

export function f1({ found, right, wanted }: Counts): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}
