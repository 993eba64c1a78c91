// The words of a section that show best why it was found.

import { tokens } from '../text/tokens.js';
import { rangeOf } from './positions.js';
import type { Excerpt } from './search-index.js';
import type { ShelvedSection } from './shelf.js';

/** About three lines of a result. UTF-16 units. */
const LENGTH = 280;

/** `weights`: how much each word of the archive, by number, says about the question. */
export function makeExcerpt(
  section: ShelvedSection,
  weights: ReadonlyMap<number, number>,
): Excerpt {
  const { text } = section;
  const found = tokens(text);
  const [from] = rangeOf(section, 'text');
  const numberAt = (index: number): number => section.words[from + index] ?? -1;
  const [first, last] = bestWindow(found, (index) => weights.get(numberAt(index)) ?? 0);
  const start = found[first]?.start ?? 0;
  const end = first === 0 && last >= found.length - 1 ? text.length : (found[last]?.end ?? LENGTH);
  const from0 = first === 0 ? 0 : start;
  const before = from0 > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  const marks: [number, number][] = [];
  for (let index = first; index <= last; index += 1) {
    const token = found[index];
    if (token === undefined || !weights.has(numberAt(index))) continue;
    const mark: [number, number] = [
      token.start - from0 + before.length,
      token.end - from0 + before.length,
    ];
    const previous = marks.at(-1);
    // Pairs of Han characters overlap; so do a joined word and its parts.
    if (previous !== undefined && mark[0] <= previous[1])
      previous[1] = Math.max(previous[1], mark[1]);
    else marks.push(mark);
  }
  const words = text.slice(from0, end).replace(/\s/gu, ' ');
  return { text: `${before}${words}${after}`, marks };
}

/** The first and the last token of the stretch of LENGTH with the most to say. */
function bestWindow(
  found: readonly { start: number; end: number }[],
  weightOf: (index: number) => number,
): [number, number] {
  let best: [number, number] = [0, 0];
  let bestWeight = -1;
  let first = 0;
  let weight = 0;
  const seen = new Map<number, number>();
  for (let last = 0; last < found.length; last += 1) {
    const added = weightOf(last);
    weight += gain(added, seen, 1);
    while (found[last]!.end - found[first]!.start > LENGTH && first < last) {
      weight -= gain(weightOf(first), seen, -1);
      first += 1;
    }
    if (weight > bestWeight + 1e-9) {
      bestWeight = weight;
      best = [first, last];
    } else if (first === best[0]) best = [first, last];
  }
  return best;
}

/** Another word says more than the same word again. Words are told apart by their weight. */
function gain(weight: number, seen: Map<number, number>, change: 1 | -1): number {
  if (weight === 0) return 0;
  const count = seen.get(weight) ?? 0;
  seen.set(weight, count + change);
  const before = change === 1 ? count : count - 1;
  return before === 0 ? weight : weight * 0.1;
}
