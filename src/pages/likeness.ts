/**
 * How alike two names are, 0 to 1, whatever their case and signs: the share of
 * their pairs of letters that they have in common (Dice's coefficient).
 */
export function likeness(a: string, b: string): number {
  const pairsOfA = pairsOf(a);
  const pairsOfB = pairsOf(b);
  if (pairsOfA.length + pairsOfB.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of pairsOfA) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of pairsOfB) {
    const count = left.get(pair) ?? 0;
    if (count > 0) common += 1;
    left.set(pair, count - 1);
  }
  return (2 * common) / (pairsOfA.length + pairsOfB.length);
}

/** A space before and after lets a name of one letter have pairs, and first letters count twice. */
function pairsOf(name: string): string[] {
  const letters = [...name.normalize('NFKC').toLowerCase()].map((one) =>
    /[\p{L}\p{N}]/u.test(one) ? one : ' ',
  );
  const text = letters.join('').replace(/ +/g, ' ').trim();
  if (text === '') return [];
  const spaced = [' ', ...text, ' '];
  return spaced.slice(1).map((letter, i) => spaced[i]! + letter);
}
