// How like each other bags of words are.

type Bag = ReadonlyMap<string, number>;

export interface Likeness {
  /** The TF-IDF cosine: (1 + ln tf) · ln(N / df). */
  score: number;
  /** The terms that both have, those that contribute most first. */
  shared: string[];
}

/** How like one bag is to each of the others. */
export function cosines<Key>(bags: ReadonlyMap<Key, Bag>, one: Key): Map<Key, Likeness> {
  const frequency = new Map<string, number>();
  for (const bag of bags.values())
    for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const weigh = (bag: Bag) =>
    unit(bag, (term) => Math.log(bags.size / Math.max(1, frequency.get(term) ?? 1)));
  const own = weigh(bags.get(one) ?? new Map());
  const scores = new Map<Key, Likeness>();
  for (const [key, bag] of bags) {
    if (key === one) continue;
    const score = dot(own, weigh(bag));
    if (score > 0) scores.set(key, { score, shared: sharedTerms(own, bag) });
  }
  return scores;
}

/** The terms that both have, the weightiest of `own` first. */
export function sharedTerms(own: Bag, other: Bag): string[] {
  return [...own.keys()]
    .filter((term) => other.has(term))
    .sort((a, b) => own.get(b)! - own.get(a)!);
}

/** The bag as a vector of length 1. */
export function unit(bag: Bag, idf: (term: string) => number): Map<string, number> {
  const vector = new Map<string, number>();
  let square = 0;
  for (const [term, count] of bag) {
    const weight = (count < 1 ? count : 1 + Math.log(count)) * idf(term);
    if (weight <= 0) continue;
    vector.set(term, weight);
    square += weight * weight;
  }
  const length = Math.sqrt(square) || 1;
  for (const [term, weight] of vector) vector.set(term, weight / length);
  return vector;
}

export function dot(one: Bag, other: Bag): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
