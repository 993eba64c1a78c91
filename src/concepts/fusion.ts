// Several rankings of the same things made into one.

/** Cormack, Clarke and Büttcher (SIGIR 2009) use 60; short lists want a steeper fall. */
const K = 10;

/**
 * Reciprocal-rank fusion: each list gives its n-th thing 1 / (K + n). What is
 * first in every list has a score of 1.
 */
export function fuse<Key>(lists: readonly ReadonlyMap<Key, number>[]): Map<Key, number> {
  const fused = new Map<Key, number>();
  const best = lists.length / (K + 1);
  for (const list of lists) {
    const sorted = [...list].sort(([, a], [, b]) => b - a);
    sorted.forEach(([key], index) => {
      fused.set(key, (fused.get(key) ?? 0) + 1 / (K + index + 1) / best);
    });
  }
  return fused;
}
