// How well the letters of an acronym fit some words.

const SMALL = new Set(
  'a an and at by de des di du for from in la le of on or per the to und van via von with'.split(
    ' ',
  ),
);

const INITIAL = 1;
/** A letter after the one before it in the same word: "ExoPlanet" for EP has none, "EX" has. */
const NEXT = 0.75;
const INNER = 0.45;
/** The first letter taken of a word is not its first. */
const NO_INITIAL = -0.6;
const SKIPPED_WORD = -0.75;
const SKIPPED_SMALL = -0.05;
const SKIPPED_PART = -0.25;
/** “Office of Management and Budget” for OMB, and not from its second word on. */
const BEGINS_SMALL = -0.2;
/** A digit of the acronym that is not in the words: the 2 of VO2. */
const LONE_DIGIT = -0.2;

const NUMBERS = new Map(
  Object.entries({
    one: '1',
    first: '1',
    two: '2',
    second: '2',
    three: '3',
    third: '3',
    four: '4',
    five: '5',
    six: '6',
  }),
);

interface Part {
  letters: string;
  /** Follows a hyphen or a slash, not a blank. */
  inner: boolean;
}

/**
 * The mean worth of the acronym's letters, 1 where each is an initial and no
 * word is left out; -Infinity when some letter fits nowhere or the first letter
 * does not begin the first word.
 */
export function alignment(short: string, long: string): number {
  const wanted = lettersOf(short);
  const parts = partsOf(long);
  const [first] = parts;
  if (first === undefined || wanted.length === 0) return -Infinity;
  const scores = [wanted, withoutPlural(short, wanted, long)].map((letters) =>
    begins(first, letters[0]!) ? fit(letters, parts) / letters.length : -Infinity,
  );
  return Math.max(...scores) + (SMALL.has(first.letters) ? BEGINS_SMALL : 0);
}

function begins(part: Part, letter: string): boolean {
  return part.letters.startsWith(letter) || NUMBERS.get(part.letters) === letter;
}

/** The best sum over all ways to spread the letters over the parts, in order. */
function fit(wanted: string, parts: readonly Part[]): number {
  // best[i]: the best sum with the first i letters placed in the parts so far.
  let best = new Array<number>(wanted.length + 1).fill(-Infinity);
  best[0] = 0;
  parts.forEach((part, index) => {
    const next = best.map((score) => score + (index === 0 ? -Infinity : skipping(part)));
    for (let from = 0; from < wanted.length; from += 1) {
      if (best[from] === -Infinity) continue;
      for (const { taken, worth } of placings(wanted, from, part, index === 0)) {
        next[from + taken] = Math.max(next[from + taken]!, best[from]! + worth);
      }
    }
    best = withLoneDigits(next, wanted);
  });
  return best[wanted.length]!;
}

function withLoneDigits(sums: readonly number[], wanted: string): number[] {
  const all = [...sums];
  for (let i = 1; i < wanted.length; i += 1)
    if (/\p{N}/u.test(wanted[i]!)) all[i + 1] = Math.max(all[i + 1]!, all[i]! + LONE_DIGIT);
  return all;
}

/** The ways to take letters of a part: as many as fit, each as early as it can be. */
function placings(
  wanted: string,
  from: number,
  part: Part,
  mustBegin: boolean,
): { taken: number; worth: number }[] {
  const found: { taken: number; worth: number }[] = [];
  if (NUMBERS.get(part.letters) === wanted[from]) return [{ taken: 1, worth: INITIAL }];
  let at = part.letters.indexOf(wanted[from]!);
  if (at === -1 || (mustBegin && at !== 0)) return found;
  let worth = at === 0 ? INITIAL : INNER + NO_INITIAL;
  found.push({ taken: 1, worth });
  for (let taken = 2; from + taken <= wanted.length; taken += 1) {
    const next = part.letters.indexOf(wanted[from + taken - 1]!, at + 1);
    if (next === -1) break;
    worth += next === at + 1 ? NEXT : INNER;
    found.push({ taken, worth });
    at = next;
  }
  return found;
}

function skipping(part: Part): number {
  if (SMALL.has(part.letters)) return SKIPPED_SMALL;
  return part.inner ? SKIPPED_PART : SKIPPED_WORD;
}

function partsOf(long: string): Part[] {
  // Chemistry's numbers before a name, as in 2,4-dinitrophenyl, stand for nothing.
  const locants = /^(?:[\p{N}(][\p{N}',()[\]]*-)+(?=\p{L}{3})/u.exec(long)?.[0] ?? '';
  return [...long.slice(locants.length).matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    letters: match[0].toLowerCase(),
    inner: match.index > 0 && !/\s/u.test(long[locants.length + match.index - 1]!),
  }));
}

function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).join('').toLowerCase();
}

/** OKRs: the s is of the plural and need not stand for anything. */
function withoutPlural(short: string, wanted: string, long: string): string {
  return /\p{Lu}s$/u.test(short) && long.endsWith('s') ? wanted.slice(0, -1) : wanted;
}
