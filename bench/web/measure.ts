export interface Measure {
  what: string;
  measured: number;
  /** The bar; null for what is only told. */
  most: number | null;
  unit: 'ms' | 'ms of processor' | 'KB' | 'shift' | 'keys';
}

/** @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function round(n: number): number {
  return Math.round(n * 10) / 10;
}
