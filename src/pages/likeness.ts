/**
 * How alike names are to this one, 0 to 1, whatever their case and signs: the share of
 * their pairs of letters that they have in common (Dice's coefficient).
 */
export function likenessTo(name: string): (other: string) => number {
  const own = new Map<number, number>();
  let size = 0;
  for (const pair of pairsOf(name)) {
    own.set(pair, (own.get(pair) ?? 0) + 1);
    size += 1;
  }
  return (other) => {
    const used = new Map<number, number>();
    let common = 0;
    let all = size;
    for (const pair of pairsOf(other)) {
      all += 1;
      const times = (used.get(pair) ?? 0) + 1;
      if (times > (own.get(pair) ?? 0)) continue;
      used.set(pair, times);
      common += 1;
    }
    return all === 0 ? 0 : (2 * common) / all;
  };
}

const SPACE = 0x20;
const CODE_POINTS = 0x110000;

/** A space before and after lets a name of one letter have pairs, and first letters count twice. */
function* pairsOf(name: string): Iterable<number> {
  const text = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (text === '') return;
  let before = SPACE;
  for (const letter of `${text} `) {
    const code = letter.codePointAt(0)!;
    yield before * CODE_POINTS + code;
    before = code;
  }
}
