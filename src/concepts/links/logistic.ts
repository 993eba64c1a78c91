// Logistic regression for a few features and a few thousand rows.

/** What was fitted. Can be cloned and stored. */
export interface Logistic {
  means: number[];
  spreads: number[];
  weights: number[];
  bias: number;
}

const STEPS = 400;
const RATE = 0.5;
/** Keeps weights small where there is little to learn from. */
const SHRINKAGE = 0.5;

/** Fits by gradient descent on standardised features; the same rows give the same model. */
export function fitLogistic(
  rows: readonly { features: readonly number[]; positive: boolean }[],
): Logistic {
  const size = rows[0]?.features.length ?? 0;
  const means = Array.from({ length: size }, (_, i) => mean(rows.map((row) => row.features[i]!)));
  const spreads = means.map(
    (m, i) => Math.sqrt(mean(rows.map((row) => (row.features[i]! - m) ** 2))) || 1,
  );
  const scaled = rows.map(({ features, positive }) => ({
    x: scale(features, means, spreads),
    y: positive ? 1 : 0,
  }));
  const weights = new Array<number>(size).fill(0);
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight) => SHRINKAGE * weight);
    let biasSlope = 0;
    for (const { x, y } of scaled) {
      const error = sigmoid(bias + product(weights, x)) - y;
      biasSlope += error;
      x.forEach((value, i) => (slope[i]! += error * value));
    }
    weights.forEach((_, i) => (weights[i]! -= (RATE * slope[i]!) / rows.length));
    bias -= (RATE * biasSlope) / rows.length;
  }
  return { means, spreads, weights, bias };
}

/** The probability of a row with these features. */
export function probability(
  { means, spreads, weights, bias }: Logistic,
  features: readonly number[],
): number {
  return sigmoid(bias + product(weights, scale(features, means, spreads)));
}

function scale(features: readonly number[], means: number[], spreads: number[]): number[] {
  return features.map((value, i) => (value - means[i]!) / spreads[i]!);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
